// The pages beside the assumptions: scenarios, members, plan check, measures. Each is reached by its name, says what it
// is there for, and leads back to the targets.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { row, type } from './desk.mjs';

const EN = { locale: 'en-US' };
const ZH = { locale: 'zh-CN' };

/** Opens a page by its name. */
const turnTo = (page, name) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click();

/** The cells of the first row of a table whose header begins with `name`. */
async function cells(page, name) {
  const line = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
  await line.first().waitFor();
  return (await line.first().getByRole('cell').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

test('the plan check quotes both numbers, the document, and leads to the target', () =>
  withPage(EN, async ({ page }) => {
    await turnTo(page, 'Plan check');
    const finding = page.getByRole('region', { name: 'Plan check' }).getByRole('listitem').filter({ hasText: 'Zhejiang Made standards by township' }).first();
    assert.match((await finding.innerText()).replaceAll('\u00a0', ' '), /the members' targets add up to 12 items, the whole's is 5 items/);
    await finding.getByRole('button', { name: 'In the document' }).click();
    assert.match(await finding.innerText(), /“浙江制造”标准\(项\)/);
    await finding.getByRole('button', { name: 'Go to the target' }).click();
    await page.getByRole('heading', { name: /^Zhejiang Made standards by township/ }).waitFor();
  }));

test('a finding leads to its place in the text of the plan', () =>
  withPage(EN, async ({ page }) => {
    await turnTo(page, 'Plan check');
    const finding = page.getByRole('listitem').filter({ hasText: 'Low-efficiency land: 5,000 mu in the body' }).first();
    const place = finding.getByRole('button', { name: /^line \d+/ });
    const [, line] = /line (\d+)/.exec(await place.innerText());
    await place.click();
    const text = page.getByRole('textbox', { name: 'Text of the plan' });
    await text.waitFor();
    await page.waitForFunction(() => document.activeElement.tagName === 'TEXTAREA');
    const [found, selected] = await text.evaluate(({ value, selectionStart: from, selectionEnd: to }) => [
      value.slice(0, from).split('\n').length,
      value.slice(from, to),
    ]);
    assert.equal(found, Number(line));
    assert.equal(selected, 'p1-land');
  }));

test('scenarios stand side by side, and one is put in force', () =>
  withPage(EN, async ({ page }) => {
    await turnTo(page, 'Scenarios');
    // As written; then what the targets imply, by year; the pace of 2023; cautious; ambitious.
    const growth = await cells(page, 'Growth of value added of above-scale industry');
    assert.deepEqual(growth.slice(0, 5), ['7', '2024: 8.2, 2026: 7', '7', '5', '10']);
    const cautious = page.getByRole('columnheader', { name: /^Cautious/ });
    const [, attained] = /(\d+) \/ \d+/.exec((await cautious.innerText()).replaceAll(/\s+/g, ' '));
    await cautious.getByRole('button', { name: 'Put in force' }).click();
    await page.getByRole('region', { name: 'Attained' }).getByText(attained, { exact: true }).first().waitFor();
    assert.match(await cautious.innerText(), /In force/);
  }));

test('what is moved stands beside the scenarios', () =>
  withPage(EN, async ({ page }) => {
    await turnTo(page, 'Scenarios');
    await type(page, 'Growth of value added of above-scale industry', '8.2');
    await page.getByRole('columnheader', { name: /^As moved now/ }).waitFor();
    assert.equal((await cells(page, 'Growth of value added of above-scale industry')).at(-1), '8.2');
  }));

test('members stand side by side, year by year', () =>
  withPage(ZH, async ({ page }) => {
    await turnTo(page, '分项');
    // For Danghu in 2023 the plan assumes 650 mu of land; annex 3 prints 89 of value added per mu.
    assert.deepEqual((await cells(page, '当湖街道')).slice(0, 1), ['650']);
    assert.ok((await cells(page, '当湖街道')).some((text) => text.startsWith('89')));
    const before = await cells(page, '当湖街道');
    await page.locator('#targets').getByText('2027', { exact: true }).click();
    assert.notDeepEqual(await cells(page, '当湖街道'), before);
    await page.getByRole('columnheader').getByRole('button', { name: /亩均税收/ }).click();
    await page.getByRole('heading', { name: /亩均税收/ }).waitFor();
  }));

test('measures stand by whoever is responsible, or by target', () =>
  withPage(ZH, async ({ page }) => {
    await turnTo(page, '措施');
    await page.getByRole('heading', { name: /^市经信局/ }).waitFor();
    await page.getByText('按目标', { exact: true }).click();
    await page.getByRole('heading', { name: /^规上工业亩均增加值/ }).waitFor();
    const measure = page.getByRole('listitem').filter({ hasText: '工业上楼' }).first();
    await measure.getByRole('button', { name: '原文' }).click();
    assert.match(await measure.innerText(), /容积率/);
  }));

test('a page that is open is open again after a reload', () =>
  withPage(EN, async ({ page }) => {
    await turnTo(page, 'Measures');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Measures' }).waitFor();
    await turnTo(page, 'Targets');
    await row(page, 'Value added per mu of above-scale').waitFor();
  }));

test('other methods give their own verdict of a target', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').click();
    await page.getByRole('button', { name: /^Verdicts of other methods/ }).click();
    await page.getByRole('rowheader', { name: /^Eurostat/ }).waitFor();
    await page.getByRole('rowheader', { name: /^Open SDG/ }).waitFor();
  }));

test('a link leads to plan, page, target and scenario', () =>
  withPage({ ...EN, at: '#/kaiping-2021-2025/targets/hi-tech-firms?scenario=no-such' }, async ({ page, url }) => {
    await page.getByRole('button', { name: /^Kaiping/ }).waitFor();
    await page.goto(`${url}#/pinghu-2023-2027/check?scenario=cautious`);
    await page.getByRole('heading', { name: 'Plan check' }).waitFor();
    assert.ok(await page.getByRole('radio', { name: 'Cautious' }).isChecked());
  }));

test('the way back leads to what was seen before, and forward again', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').click();
    await page.getByRole('heading', { name: /^Value added per mu of above-scale/ }).waitFor();
    await turnTo(page, 'Measures');
    await page.goBack();
    await page.getByRole('heading', { name: /^Value added per mu of above-scale/ }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Measures' }).waitFor();
  }));

test('a changed value is divided among what was moved', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').click();
    const change = page.getByRole('heading', { name: 'Change since the plan as written' });
    assert.equal(await change.count(), 0);
    await type(page, 'Growth of value added of above-scale industry', '8');
    await type(page, 'New industrial land', '900');
    await change.waitFor();
    const parts = page.getByRole('listitem').filter({ hasText: /^(Growth of value added of above-scale industry|New industrial land)\s*\+/ });
    assert.equal(await parts.count(), 2);
  }));

test('a page that cannot be loaded says so, and comes when it can', () =>
  withPage(EN, async ({ page, context, complaints }) => {
    const part = '**/*_pages.wasm';
    await context.route(part, (route) => route.abort());
    await page.reload();
    await turnTo(page, 'Measures');
    const missing = page.getByRole('alert').filter({ hasText: 'This part could not be loaded' });
    await missing.waitFor();
    await context.unroute(part);
    await missing.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: /Bureau/ }).first().waitFor();
    assert.notEqual(complaints.splice(0).length, 0);
  }));

test('the report holds the whole plan as it stands', () =>
  withPage(EN, async ({ page }) => {
    await type(page, 'Growth of value added of above-scale industry', '8.2');
    await turnTo(page, 'Report');
    const report = page.getByRole('region', { name: 'Report', exact: true });
    await report.getByRole('heading', { level: 2 }).waitFor();
    assert.deepEqual(await cells(page, 'Growth of value added of above-scale industry %'), ['7', '8.2']);
    // All 45 figures and 6 delegated ones of annex 1, and the members' and pillars' targets beside them.
    const all = await cells(page, 'All years');
    assert.equal(all.slice(0, 4).map(Number).reduce((a, b) => a + b), Number(all[4]));
    const headline = await page.getByRole('region', { name: 'Attained' }).innerText();
    assert.match(headline.replaceAll(/\s+/g, ' '), new RegExp(`${all[0]} of ${all[4]} attained`));
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.getByRole('banner').isHidden());
    assert.ok(await report.isVisible());
  }));
