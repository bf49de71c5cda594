// Observations are entered in place: projections go on from them, they are kept, downloaded, and can be taken back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from './browser.mjs';
import { download } from './desk.mjs';

const DATA = { locale: 'en-US', at: '#/kaiping-2021-2025/data' };
const cell = (page, name, year) => page.getByRole('textbox', { name: new RegExp(`^${name} in ${year}`) });
const firms = (page, year) => cell(page, 'Above-scale industrial firms', year);
const projected = async (page, year) => Number(await firms(page, year).getAttribute('placeholder'));
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test('a projection goes on from what is entered, and back', () =>
  withPage(DATA, async ({ page }) => {
    const [last, next] = [await projected(page, 2023), await projected(page, 2024)];
    await firms(page, 2023).fill('420');
    await firms(page, 2023).press('Enter');
    await page.getByText('1 value entered by you').waitFor();
    // A stock with the same number of new firms every year.
    assert.equal(await projected(page, 2024), 420 + next - last);
    assert.equal(await firms(page, 2023).inputValue(), '420');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take all back' }).click();
    assert.equal(await firms(page, 2023).inputValue(), '');
    assert.equal(await projected(page, 2024), next);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await firms(page, 2023).inputValue(), '420');
  }));

test('what is entered is kept, and in the file', () =>
  withPage(DATA, async ({ page }) => {
    await firms(page, 2023).fill('１，０２０');
    await firms(page, 2023).press('Enter');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await ready(page);
    assert.equal(await firms(page, 2023).inputValue(), '1,020');
    const file = await download(page, () => page.getByRole('button', { name: /^Download the plan/ }).click());
    const plan = JSON.parse(file.text);
    assert.equal(plan.indicators.find(({ id }) => id === 'firms').observed[2023], 1020);
  }));

test('a text that is no number is not taken, and says so', () =>
  withPage(DATA, async ({ page }) => {
    await firms(page, 2022).fill('many');
    await page.getByRole('alert').filter({ hasText: 'Please enter a number' }).waitFor();
    await firms(page, 2022).press('Enter');
    assert.match(await focused(page), /^Above-scale industrial firms in 2022/);
    await firms(page, 2022).press('Escape');
    assert.equal(await firms(page, 2022).inputValue(), '399');
    assert.ok(await page.getByText('Please enter a number').isHidden());
  }));

test('the table is one stop for the Tab key, and arrows go from cell to cell', () =>
  withPage(DATA, async ({ page }) => {
    await firms(page, 2022).focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await focused(page), /^Above-scale industrial firms in 2023/);
    await page.keyboard.press('ArrowUp');
    assert.doesNotMatch(await focused(page), /^Above-scale industrial firms/);
    assert.match(await focused(page), /in 2023/);
    await page.keyboard.press('ArrowLeft');
    assert.match(await focused(page), /in 2022/);
    await page.keyboard.press('Tab');
    assert.doesNotMatch(await focused(page), / in 20\d\d/);
  }));

test('a member has a table of its own', () =>
  withPage({ locale: 'zh-CN', at: '#/pinghu-2023-2027/data' }, async ({ page }) => {
    await page.getByRole('combobox', { name: '范围' }).selectOption({ label: '镇(街道) · 当湖街道' });
    const tax = page.getByRole('textbox', { name: /^2024年镇\(街道\)规上工业税收/ });
    await tax.fill('3.1');
    await tax.press('Enter');
    await page.getByText('你填入了 1 个数值').waitFor();
    assert.equal(await tax.inputValue(), '3.1');
  }));
