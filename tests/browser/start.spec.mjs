// The page loads, the planner starts, and a browser that cannot run it is told so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';

test('the planner starts without a complaint', () =>
  withPage({}, async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'Pinghu' }).waitFor();
    assert.match(await page.title(), /达标 Attain/);
    assert.ok(await page.locator('#crash').isHidden());
  }));

test('without WebAssembly the page says that it has stopped', () =>
  withPage({}, async ({ page, complaints }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.reload();
    await page.getByRole('alert').waitFor();
    assert.ok(await page.locator('#loading').isHidden());
    assert.match(await page.locator('#crash-detail').textContent(), /WebAssembly/);
    assert.ok(complaints.splice(0).length > 0);
  }));

test('without scripts the page says what it needs, in both languages', () =>
  withPage({ javaScriptEnabled: false }, async ({ page, complaints }) => {
    const text = await page.locator('body').innerText();
    assert.match(text, /需要 JavaScript/);
    assert.match(text, /needs JavaScript/);
    assert.doesNotMatch(text, /正在载入|Loading/);
    // The policy of the page also blocks what it would have preloaded for its scripts.
    complaints.splice(0);
  }));
