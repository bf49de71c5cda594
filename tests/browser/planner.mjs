// The production build in a headless Chromium: one browser and one server, and a profile of its own for every visit.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

export const LAUNCH = {
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
const CONTEXT = { locale: 'en-US', viewport: { width: 1440, height: 900 } };

/** Starts the browser and the server. Returns `visit`, as below without its first two arguments, and `close`. */
export async function openPlanner() {
  const browser = await chromium.launch(LAUNCH);
  const server = await serve();
  return {
    visit: (options, body) => visit(browser, server.url, options, body),
    close: () => Promise.all([browser.close(), server.stop()]),
  };
}

/**
 * Opens the planner in a fresh profile, runs `body({ page, context, url, complaints })`, and closes the profile.
 *
 * `options` are Playwright's options of a context (`locale`, `colorScheme`, `viewport`, …), and `at`: the part of the
 * address after the page's own, such as `#targets`.
 *
 * `complaints` collects console errors and warnings, uncaught errors, and requests that failed or left the machine.
 * At the end there have to be none; a body that provokes some takes them out with `complaints.splice(0)`.
 */
async function visit(browser, url, { at = '', ...options }, body) {
  const context = await browser.newContext({ ...CONTEXT, ...options });
  const complaints = [];
  try {
    await context.route(
      (address) => address.origin !== new URL(url).origin,
      (route) => {
        complaints.push(`request to ${route.request().url()}`);
        return route.abort();
      },
    );
    context.on('page', (page) => listen(page, complaints));
    const page = await context.newPage();
    await page.goto(url + at);
    if (options.javaScriptEnabled !== false) await ready(page);
    await body({ page, context, url, complaints });
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

function listen(page, complaints) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
  page.on('requestfailed', (request) => {
    // A page that is left cuts its requests off.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${why}`);
  });
}

/** Waits until the planner has mounted: then the loading text is gone. Needed after a `reload` or `goto` of one's own. */
export async function ready(page) {
  await page.locator('#loading').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
}
