// What is done by keys from anywhere: the palette finds it, the sheet tells the keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { field, row } from './desk.mjs';
import { long, pick, title } from './plans.mjs';

const EN = { locale: 'en-US' };
const palette = (page) => page.getByRole('dialog', { name: 'Find and do' });

/** Finds something by the keyboard alone, and does what comes first. */
async function find(page, words) {
  await page.keyboard.press('Control+k');
  await palette(page).getByRole('combobox').waitFor();
  await page.keyboard.type(words);
  await palette(page).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await palette(page).waitFor({ state: 'hidden' });
}

test('the palette turns to a page, a target, an assumption and a scenario', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').waitFor();
    await find(page, 'plan check');
    await page.getByRole('region', { name: 'Plan check' }).waitFor();
    await find(page, 'patents');
    await page.getByRole('region', { name: 'Target', exact: true }).getByRole('heading', { level: 2, name: /patents/i }).waitFor();
    await find(page, 'growth of gdp');
    await page.waitForFunction(() => document.activeElement?.closest('.assumption') !== null);
    await find(page, 'cautious');
    assert.ok(await page.getByRole('radio', { name: 'Cautious' }).isChecked());
  }));

test('an assumption that is folded away is unfolded for who is led to it', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').waitFor();
    await page.getByRole('button', { name: 'Growth', exact: true }).click();
    await field(page, 'Growth of GDP').waitFor({ state: 'detached' });
    await find(page, 'growth of gdp');
    await field(page, 'Growth of GDP').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.assumption') !== null);
  }));

test('a long list is made in steps, and what is led to is made', () =>
  withPage(EN, async ({ page }) => {
    await pick(page, 'long.json', long(250));
    await title(page, 'Long').waitFor();
    const targets = page.getByRole('region', { name: 'Targets', exact: true });
    const rows = targets.getByRole('listitem');
    const sliders = page.getByRole('region', { name: 'Assumptions' }).getByRole('slider');
    assert.equal(await rows.count(), 100);
    await targets.getByRole('button', { name: 'List 150 more (150 left)' }).press('Enter');
    assert.equal(await rows.count(), 250);
    // What had the focus is gone; the keyboard goes on from the end of the list.
    assert.ok(await page.evaluate(() => document.activeElement.closest('.targets') !== null));

    assert.equal(await sliders.count(), 100);
    await find(page, 'assumption 233');
    await page.waitForFunction(() => document.activeElement?.closest('.assumption')?.innerText.includes('Assumption 233'));
    assert.equal(await sliders.count(), 250);
  }));

test('arrows choose in the palette, and Escape leaves the page as it was', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').waitFor();
    await page.getByRole('button', { name: /^Find and do/ }).click();
    const options = palette(page).getByRole('option');
    await options.nth(2).waitFor();
    assert.equal(await options.nth(0).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await options.nth(2).getAttribute('aria-selected'), 'true');
    const combobox = palette(page).getByRole('combobox');
    assert.equal(await combobox.getAttribute('aria-activedescendant'), await options.nth(2).getAttribute('id'));
    await combobox.fill('no such thing');
    await palette(page).getByText('Nothing found.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'hidden' });
    await row(page, 'Value added per mu of above-scale').waitFor();
  }));

test('the palette undoes and resets', () =>
  withPage(EN, async ({ page }) => {
    await row(page, 'Value added per mu of above-scale').waitFor();
    const growth = field(page, 'Growth of value added of above-scale industry');
    await growth.fill('9');
    await growth.press('Enter');
    await find(page, 'reset all assumptions');
    assert.equal(await growth.inputValue(), '7');
    await find(page, 'undo');
    assert.equal(await growth.inputValue(), '9');
  }));

test('the sheet tells the keys', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await row(page, '规上工业亩均增加值').waitFor();
    await page.keyboard.press('Control+/');
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    await sheet.getByText('查找与命令').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  }));
