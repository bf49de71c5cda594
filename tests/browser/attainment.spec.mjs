// Moving an assumption moves numbers and verdicts. Expected figures by hand: Pinghu's land stays as it is without a move,
// so value added per mu in 2025 is 205 × (1 + growth)², asked to be at least 240.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { field, row, said, slider, type } from './desk.mjs';
import { reload, saved } from './storage.mjs';

const GROWTH = '规上工业增加值增速';
const PER_MU = '规上工业亩均增加值';

test('the first visit opens a real plan with its verdicts', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await row(page, PER_MU).waitFor();
    assert.match(await said(page, PER_MU), /2025 年 ≥ 240 万元\/亩 234\.7 −5\.3 未达标/);
    assert.equal(await field(page, GROWTH).inputValue(), '7');
  }));

test('a typed value changes the number and the verdict at once', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await row(page, PER_MU).click();
    const detail = page.getByRole('region', { name: '目标详情' });
    await type(page, GROWTH, '8');
    assert.match(await said(page, PER_MU), /239\.1 −0\.9 接近|239\.1 −0\.9 未达标/);
    assert.match(await detail.innerText(), /239\.1\s万元\/亩/);
    await type(page, GROWTH, '9');
    // All three milestones are reached; the last one speaks: 205 × 1.09⁴ = 289.4, 250 asked for.
    assert.match(await said(page, PER_MU), /2027 年 ≥ 250 万元\/亩 289\.4 \+39\.4 达标/);
  }));

test('a slider works by mouse, by keyboard and beside its field', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const handle = slider(page, GROWTH);
    await handle.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    assert.equal(await field(page, GROWTH).inputValue(), '7.3');
    assert.match(await handle.getAttribute('aria-valuetext'), /7\.3/);

    const box = await handle.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 12 });
    await page.mouse.up();
    assert.equal(await field(page, GROWTH).inputValue(), '12');
    assert.match(await said(page, PER_MU), /达标/);
  }));

test('rows far out of sight follow when the slider is let go of, or when they come into sight', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const rows = page.getByRole('region', { name: '目标', exact: true }).getByRole('listitem');
    const last = rows.last();
    const texts = () => rows.evaluateAll((all) => all.map((row) => row.textContent));
    const before = await texts();
    const box = await slider(page, GROWTH).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 4 });
    await last.scrollIntoViewIfNeeded();
    await page.waitForFunction((element) => element.innerText.trim() !== '', await last.elementHandle());
    const [held] = (await texts()).slice(-1);
    await page.mouse.up();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const after = await texts();
    assert.equal(after.at(-1), held);
    assert.ok(after.filter((text, at) => text !== before[at]).length > 5);
    await saved(page);
    await reload(page);
    assert.deepEqual(await texts(), after);
  }));

test('one drag is one step back, and typing another', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const box = await slider(page, GROWTH).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 1, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await type(page, GROWTH, '8.5');
    const undo = page.getByRole('button', { name: '撤销' });
    await undo.click();
    assert.equal(await field(page, GROWTH).inputValue(), '2');
    await undo.click();
    assert.equal(await field(page, GROWTH).inputValue(), '7');
    assert.ok(await undo.isDisabled());
    await page.getByRole('button', { name: '重做' }).click();
    assert.equal(await field(page, GROWTH).inputValue(), '2');
  }));

test('what is no number, or out of range, is said and changes nothing', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const before = await said(page, PER_MU);
    for (const text of ['七', '99', '-']) {
      await field(page, GROWTH).fill(text);
      assert.equal(await field(page, GROWTH).getAttribute('aria-invalid'), 'true', text);
      assert.equal(await said(page, PER_MU), before);
    }
    await field(page, GROWTH).press('Escape');
    assert.equal(await field(page, GROWTH).inputValue(), '7');
  }));

test('a scenario of the plan moves what it says, and the plan as written comes back', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const before = await said(page, PER_MU);
    const scenarios = page.getByRole('group', { name: '情景' });
    await scenarios.getByText('进取', { exact: true }).click();
    assert.notEqual(await field(page, GROWTH).inputValue(), '7');
    assert.notEqual(await said(page, PER_MU), before);
    await scenarios.getByText('规划原文', { exact: true }).click();
    assert.equal(await said(page, PER_MU), before);
  }));

test('the chart is drawn, and read out year by year', () =>
  withPage({ locale: 'zh-CN', deviceScaleFactor: 2 }, async ({ page }) => {
    await row(page, PER_MU).click();
    const canvas = page.locator('canvas');
    await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((x, i) => i % 4 === 3 && x > 0).length > 2000;
    });
    const [pixels, room] = await canvas.evaluate((canvas) => [canvas.width, canvas.clientWidth]);
    assert.ok(Math.abs(pixels - room * 2) <= 1, `${pixels} pixels for ${room}`);

    const box = await canvas.boundingBox();
    await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2);
    const readOut = page.locator('figure:has(canvas) figcaption');
    await readOut.getByText(/^2027 年 · 推演 268\.7/).waitFor();
    await page.mouse.move(0, 0);

    await page.getByRole('slider', { name: '用左右方向键逐年查看' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    assert.match(await readOut.innerText(), /2025 年 · 推演 234\.7 · 目标 240/);
  }));
