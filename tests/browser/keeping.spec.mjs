// Work is kept, comes back, and goes out as a file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from './browser.mjs';
import { download, field, row, said, type } from './desk.mjs';
import { PINGHU, pick, title } from './plans.mjs';
import { keep, kept, reload, saved } from './storage.mjs';

const GROWTH = '规上工业增加值增速';
const PER_MU = '规上工业亩均增加值';

test('the downloaded plan carries the moves as a scenario and gives the same results', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await page.getByRole('group', { name: '情景' }).getByText('谨慎', { exact: true }).click();
    await type(page, GROWTH, '8.5');
    const results = await said(page, PER_MU);
    const file = await download(page, () => page.getByRole('button', { name: '下载规划文件（含当前情景）' }).click());
    assert.equal(file.name, 'pinghu-2023-2027.json');

    const [before, after] = [JSON.parse(PINGHU), JSON.parse(file.text)];
    const added = after.scenarios.pop();
    assert.deepEqual(after, before);
    assert.deepEqual(added.set, { va_growth: 8.5 });
    assert.equal(added.base, 'cautious');

    await pick(page, file.name, file.text);
    await page.getByRole('group', { name: '情景' }).getByText('当前调整', { exact: true }).click();
    assert.equal(await said(page, PER_MU), results);
    assert.equal(await field(page, GROWTH).inputValue(), '8.5');
  }));

test('a reload brings back scenario, moves, the way back, the view and the language', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    const scenario = page.getByRole('radio', { name: 'Cautious' });
    await page.getByRole('group', { name: 'Scenario' }).getByText('Cautious', { exact: true }).click();
    const growth = field(page, 'Growth of value added of above-scale industry');
    await growth.fill('8');
    await growth.press('Enter');
    await row(page, 'Value added per mu of above-scale').click();
    await page.getByRole('button', { name: 'Appearance: as the system' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();

    await reload(page);
    await title(page, 'Pinghu').waitFor();
    assert.ok(await scenario.isChecked());
    assert.equal(await growth.inputValue(), '8');
    await page.getByRole('region', { name: 'Target', exact: true }).getByRole('heading', { name: /^Value added per mu/ }).waitFor();
    await page.getByRole('button', { name: 'Appearance: light' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await growth.inputValue(), '5');
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await growth.inputValue(), '7');
  }));

test('what is changed right before the page is left is kept', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await page.waitForLoadState('networkidle');
    await type(page, GROWTH, '8');
    await page.reload();
    await ready(page);
    assert.equal(await field(page, GROWTH).inputValue(), '8');
  }));

test('what a newer planner has kept is left alone and offered as a file', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const newer = '{"version":999,"value":{"something":"else"}}';
    await keep(page, newer);
    await reload(page);
    const notice = page.getByRole('alert').filter({ hasText: '更新版本' });
    await notice.waitFor();
    await type(page, GROWTH, '8');
    await page.getByText('未保存', { exact: true }).waitFor();
    assert.equal(await kept(page), newer);
    const file = await download(page, () => notice.getByRole('button', { name: '下载保存的内容' }).click());
    assert.equal(file.text, newer);
  }));

test('a change in another tab is noticed, and reloading has it', () =>
  withPage({ locale: 'zh-CN' }, async ({ page, context, url }) => {
    await row(page, PER_MU).waitFor();
    const other = await context.newPage();
    await other.goto(url);
    await ready(other);
    await type(other, GROWTH, '8');
    await saved(other);
    const notice = page.getByRole('alert').filter({ hasText: '另一个标签页' });
    await notice.waitFor();
    assert.equal(await field(page, GROWTH).inputValue(), '7');
    await notice.getByRole('button', { name: '重新载入' }).click();
    await page.waitForFunction(() => performance.getEntriesByType('navigation')[0]?.type === 'reload');
    await ready(page);
    assert.equal(await field(page, GROWTH).inputValue(), '8');
  }));
