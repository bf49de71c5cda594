// Chinese and English, light and dark: as the browser prefers, until the user chooses.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { row } from './desk.mjs';

const language = (page) => page.evaluate(() => document.documentElement.lang);

for (const [locale, lang] of [['zh-CN', 'zh-CN'], ['zh-TW', 'zh-CN'], ['en-GB', 'en'], ['de-DE', 'en']])
  test(`a browser in ${locale} is answered in ${lang}`, () =>
    withPage({ locale }, async ({ page }) => {
      await row(page, lang === 'en' ? 'Value added per mu of above-scale' : '规上工业亩均增加值').waitFor();
      assert.equal(await language(page), lang);
    }));

test('the language is switched in place, and the plan speaks it too', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await row(page, '规上工业亩均增加值').click();
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await row(page, 'Value added per mu of above-scale').waitFor();
    assert.equal(await language(page), 'en');
    assert.match(await page.getByRole('region', { name: 'Target', exact: true }).innerText(), /Required: at least 240/);
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await row(page, '规上工业亩均增加值').waitFor();
    assert.equal(await language(page), 'zh-CN');
  }));

test('the theme follows the system until one is chosen', () =>
  withPage({ locale: 'en-US', colorScheme: 'dark' }, async ({ page }) => {
    const lightness = () =>
      page.evaluate(() => {
        const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number);
        return (r + g + b) / 3;
      });
    await row(page, 'Value added per mu of above-scale').waitFor();
    assert.ok((await lightness()) < 60);
    await page.getByRole('button', { name: 'Appearance: as the system' }).click();
    await page.getByRole('button', { name: 'Appearance: light' }).waitFor();
    assert.ok((await lightness()) > 200);
  }));
