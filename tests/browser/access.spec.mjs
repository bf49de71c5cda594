// The planner is used without a mouse, on small screens, in both languages and themes; axe finds nothing to object to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objections } from './axe.mjs';
import { withPage } from './browser.mjs';
import { row, said } from './desk.mjs';

const SIZES = { desk: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };

/** The same of what opens above the assumptions: the form of a scenario, and the list of what is moved, with a lock. */
async function assumptions(page) {
  const pane = page.locator('.panes').getByText(/^(假设|Assumptions)$/);
  if (await pane.isVisible()) await pane.click();
  await page.getByRole('button', { name: /^(新建情景|New scenario)$/ }).click();
  await page.getByLabel(/^(情景名称|Name of the scenario)$/).waitFor();
  assert.deepEqual(await objections(page), []);
  await page.keyboard.press('Escape');
  await page.getByRole('slider').first().press('ArrowRight');
  await page.getByRole('button', { name: /^(锁定|Lock )“/ }).first().click();
  await page.getByRole('button', { name: /^1 (项已调整|moved)$/ }).click();
  await page.getByRole('list', { name: /^(已调整的假设|Moved assumptions)$/ }).waitFor();
  assert.deepEqual(await objections(page), []);
}

const TARGETS = { 'zh-CN': '规上工业亩均增加值', 'en-US': 'Value added per mu of above-scale' };
// Every size in both themes and both languages, without every combination of the three.
const LOOKS = [
  ['zh-CN', 'light', 'desk'],
  ['en-US', 'dark', 'desk'],
  ['en-US', 'light', 'tablet'],
  ['zh-CN', 'dark', 'tablet'],
  ['zh-CN', 'light', 'phone'],
  ['en-US', 'dark', 'phone'],
];

for (const [locale, colorScheme, size] of LOOKS)
  test(`axe finds nothing: ${locale}, ${colorScheme}, ${size}`, () =>
    withPage({ locale, colorScheme, viewport: SIZES[size] }, async ({ page }) => {
      const target = TARGETS[locale];
      await row(page, target).waitFor();
      assert.deepEqual(await objections(page), []);
      await row(page, target).click();
      assert.deepEqual(await objections(page), []);
      const detail = page.getByRole('region', { name: /^(目标详情|Target)$/ });
      const closed = detail.getByRole('button', { expanded: false });
      while ((await closed.count()) > 0) await closed.first().click();
      await detail.getByText(/P50/).waitFor();
      assert.deepEqual(await objections(page), []);
      await page.getByTitle(/^(打开规划|Open a plan)$/).click();
      assert.deepEqual(await objections(page), []);
      await page.keyboard.press('Escape');
      const pages = page.getByRole('navigation', { name: /^(页面|Pages)$/ }).getByRole('button');
      for (const lead of await pages.all()) {
        await lead.click();
        assert.deepEqual(await objections(page), [], await lead.innerText());
      }
      await assumptions(page);
    }));

for (const [size, viewport] of Object.entries({ ...SIZES, small: { width: 320, height: 568 } }))
  test(`nothing is wider than the screen: ${size}`, () =>
    withPage({ locale: 'en-US', viewport }, async ({ page }) => {
      await row(page, 'Value added per mu of above-scale').waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
    }));

test('everything is done by keyboard alone', () =>
  withPage({ locale: 'en-US' }, async ({ page }) => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? '');
    const tabTo = async (wanted) => {
      for (let i = 0; i < 300; i++) {
        await page.keyboard.press('Tab');
        if (wanted.test(await focused())) return;
      }
      assert.fail(`Tab never reaches ${wanted}`);
    };
    // To its end: the text of the whole page, which has the focus until the browser gives it to the link, begins alike.
    await tabTo(/^Skip to targets$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#targets$/);
    await tabTo(/^Value added per mu of above-scale/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Value added per mu/ }).waitFor();
    await page.evaluate(() => document.activeElement.blur());
    await tabTo(/^Growth of value added of above-scale industry$/);
    await page.keyboard.press('ArrowUp');
    assert.match(await said(page, 'Value added per mu of above-scale'), /235\.1/);
  }));
