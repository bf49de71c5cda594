// What every browser test stands on: one headless Chromium and one server per file of tests, and for each test a page
// with a profile of its own. A test fails on whatever the page complains about and on every request that leaves the
// machine, even when its own assertions hold.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Chromium refuses to sandbox what runs as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
};

let started;

/** The browser and the server, started at the first call and stopped by `stop`. */
function start() {
  started ??= Promise.all([chromium.launch(LAUNCH), serve()]);
  return started;
}

/** Ends the browser and the server. Tests need not call it. */
export async function stop() {
  if (!started) return;
  const [browser, server] = await started;
  await browser.close();
  await server.stop();
}

after(stop);

/**
 * Opens the planner in a fresh profile, runs `body({ page, context, url, complaints })`, and closes the profile.
 *
 * @param {object} options Playwright's options of a context (`locale`, `colorScheme`, `viewport`, …), and
 *   `at`: the address after the page's own, such as `#targets`.
 *
 * `complaints` collects console errors and warnings, uncaught errors and requests that failed or left the machine.
 * They have to be none at the end; a test that provokes some takes them out (`complaints.splice(0)`) and asserts them.
 */
export async function withPage(options, body) {
  const { at = '', ...contextOptions } = options;
  const [browser, { url }] = await start();
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, ...contextOptions });
  try {
    const complaints = [];
    await context.route(
      (address) => address.origin !== new URL(url).origin,
      (route) => {
        complaints.push(`request to ${route.request().url()}`);
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
    await page.goto(url + at);
    if (contextOptions.javaScriptEnabled !== false) await ready(page);
    await body({ page, context, url, complaints });
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Waits until the planner has mounted (the loading text is gone) and its fonts are there. */
export async function ready(page) {
  await page.locator('#loading').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
}
