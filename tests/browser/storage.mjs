// What the page keeps, from outside.

import { ready } from './browser.mjs';

const SESSION = 'attain.session';

/** What the page has kept. */
export const kept = (page) => page.evaluate((key) => localStorage.getItem(key), SESSION);

/** Waits until everything is kept. */
export const saved = (page) => page.getByText('已保存', { exact: true }).waitFor();

/** Puts a text in place of what is kept, when nothing waits to be kept any more. */
export async function keep(page, text) {
  await page.waitForLoadState('networkidle');
  await saved(page);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [SESSION, text]);
}

/** Loads the page anew. */
export async function reload(page) {
  // A request that is cut off would count as one that failed.
  await page.waitForLoadState('networkidle');
  await page.reload();
  await ready(page);
}
