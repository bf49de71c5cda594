// Any number opens into where it comes from, and each number there opens in turn; and what matters most for a target.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objections } from './axe.mjs';
import { withPage } from './browser.mjs';
import { row, type } from './desk.mjs';

const SIZES = { desk: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };
const EN = { locale: 'en-US' };
const ZH = { locale: 'zh-CN' };

const dialog = (page) => page.getByRole('dialog', { name: /^(怎么来的|How it comes about)$/ });
/** The number the dialog is about, with its name, year and kind. It takes the focus from the button as soon as it is there. */
const head = async (page) => (await dialog(page).locator('p:focus').innerText()).replaceAll(/\s+/g, ' ').trim();
const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** The detail of a target, and the projected value in it. */
async function judged(page, target) {
  await row(page, target).click();
  const detail = page.getByRole('region', { name: /^(目标详情|Target)$/ });
  await detail.getByRole('heading', { name: new RegExp(`^${target}`) }).waitFor();
  return detail.getByRole('button', { name: /怎么来的$|how it comes about$/ }).first();
}

test('the projected value opens into formula, numbers and sources, down to what is given, and back up', () =>
  withPage(ZH, async ({ page }) => {
    const number = await judged(page, '规上工业亩均增加值');
    const value = plain(await number.innerText());
    assert.match(await number.getAttribute('aria-label'), /^\d{4} 年 规上工业亩均增加值/);
    await number.click();
    await dialog(page).getByRole('heading', { name: '代入数值' }).waitFor();
    assert.ok((await head(page)).includes(value), await head(page));
    // Value added by land, and the number that was pressed.
    const arithmetic = dialog(page).getByText(/^[\d,.]+ ÷ [\d,.]+ = /);
    assert.ok(plain(await arithmetic.innerText()).endsWith(`= ${value}`));
    const input = dialog(page).getByRole('button', { name: /^规上工业增加值/ }).first();
    const read = plain(await input.getByText(/亿元$/).innerText());
    await input.click();
    await dialog(page).getByRole('navigation', { name: '由此追溯' }).waitFor();
    assert.ok((await head(page)).includes(read), await head(page));
    // Down to an assumption, where there is nothing more to open.
    await dialog(page).getByRole('button', { name: /^规上工业增加值增速 / }).click();
    await dialog(page).getByText('依据', { exact: true }).waitFor();
    assert.match(await head(page), /^规上工业增加值增速.*假设$/);
    await dialog(page).getByRole('navigation').getByRole('button').first().click();
    assert.ok((await head(page)).includes(value), await head(page));
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), await number.getAttribute('aria-label'));
  }));

test('what is required opens into the words of the plan', () =>
  withPage(EN, async ({ page }) => {
    await judged(page, 'Value added per mu of above-scale');
    await page.getByRole('button', { name: /how it comes about$/ }).nth(1).click();
    await dialog(page).getByRole('heading', { name: 'In the document' }).waitFor();
    assert.match(await dialog(page).innerText(), /亩均增加值/);
  }));

test('a number of the data table opens by keyboard', () =>
  withPage(EN, async ({ page }) => {
    await judged(page, 'Value added per mu of above-scale');
    await page.getByRole('button', { name: 'Data table' }).click();
    const cell = page.getByRole('cell').getByRole('button', { name: /, 2026: / }).first();
    const value = await cell.innerText();
    await cell.focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('heading', { name: 'With the numbers' }).waitFor();
    assert.ok((await head(page)).includes(value));
  }));

test('a number of a member opens into the member, and an assumption into its basis', () =>
  withPage(ZH, async ({ page }) => {
    await page.getByRole('navigation').getByRole('button', { name: '分项', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '当湖街道' }).getByRole('button', { name: /亩均增加值/ }).first().click();
    assert.match(await head(page), /当湖街道/);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /规上工业增加值增速/ }).first().click();
    await page.getByRole('button', { name: /^2023 年 规上工业增加值增速 .*怎么来的$/ }).click();
    assert.match(await head(page), /假设/);
    await dialog(page).getByText('依据', { exact: true }).waitFor();
  }));

test('a moved assumption is told in the numbers', () =>
  withPage(ZH, async ({ page }) => {
    const number = await judged(page, '规上工业亩均增加值');
    await type(page, '规上工业增加值增速', '8');
    await number.click();
    await dialog(page).getByRole('button', { name: /^规上工业增加值 / }).first().click();
    await dialog(page).getByText(/× \(1 \+ 8%\)/).waitFor();
    await dialog(page).getByRole('button', { name: /^规上工业增加值增速.*不同于规划原文/ }).waitFor();
  }));

test('which assumptions matter most: bars with their ends, following what is moved', () =>
  withPage(EN, async ({ page }) => {
    await judged(page, 'Value added per mu of above-scale');
    await page.getByRole('button', { name: 'Which assumptions matter most' }).click();
    const table = page.getByRole('table').filter({ hasText: 'At the low end' });
    const growth = table.getByRole('row', { name: /^Growth of value added of above-scale industry/ });
    await growth.waitFor();
    assert.match(plain(await growth.innerText()), /10th to 90th percentile|Range/);
    const [low, high] = (await growth.getByRole('cell').allInnerTexts()).filter((text) => text.trim() !== '').map(Number);
    assert.ok(low < high, `${low} ${high}`);
    const before = await table.innerText();
    await type(page, 'New industrial land', '900');
    await page.waitForFunction(([table, before]) => table.innerText !== before, [await table.elementHandle(), before]);
  }));

for (const [locale, target] of [['zh-CN', '规上工业亩均增加值'], ['en-US', 'Value added per mu of above-scale']])
  for (const colorScheme of ['light', 'dark'])
    for (const [size, viewport] of Object.entries(SIZES))
      test(`axe finds nothing, and nothing is too small or too wide: ${locale}, ${colorScheme}, ${size}`, () =>
        withPage({ locale, colorScheme, viewport }, async ({ page }) => {
          const number = await judged(page, target);
          await page.getByRole('button', { name: /^(哪些假设影响最大|Which assumptions matter most)$/ }).click();
          await page.getByRole('table').first().waitFor();
          await page.getByRole('button', { name: /^(数据表|Data table)$/ }).click();
          await page.getByRole('cell').getByRole('button').first().waitFor();
          assert.deepEqual(await objections(page), []);
          const small = await page.getByRole('button', { name: /怎么来的$|how it comes about$/ }).evaluateAll((all) =>
            all.map((one) => [one.innerText, one.getBoundingClientRect()]).filter(([, box]) => box.height < 24 || box.width < 24).map(([says]) => says));
          assert.deepEqual(small, []);
          await number.click();
          await dialog(page).getByRole('heading').nth(1).waitFor();
          assert.deepEqual(await objections(page), []);
          const wide = await dialog(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
          assert.ok(wide <= 0, `${wide} pixels too wide`);
        }));
