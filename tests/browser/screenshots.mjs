// Takes a picture of every view in every size, theme and language: node tests/browser/screenshots.mjs FOLDER [VIEW…]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openPlanner } from './planner.mjs';

// The name of a view, and its address after the page's own.
const VIEWS = {
  start: '',
  targets: '#/pinghu-2023-2027/targets/a1-2?scenario=cautious',
  scenarios: '#/kaiping-2021-2025/scenarios',
  members: '#/pinghu-2023-2027/members',
  data: '#/kaiping-2021-2025/data',
  check: '#/pinghu-2023-2027/check',
  measures: '#/pinghu-2023-2027/measures',
  report: '#/pinghu-2023-2027/report',
  editor: '#/pinghu-2023-2027/editor',
};
const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
];
const THEMES = ['light', 'dark'];
const LANGUAGES = { zh: 'zh-CN', en: 'en-US' };

const [folder, ...wanted] = process.argv.slice(2);
if (!folder || wanted.some((view) => !(view in VIEWS))) {
  console.error(`usage: node screenshots.mjs FOLDER [VIEW…]\nviews: ${Object.keys(VIEWS).join(', ')}`);
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const planner = await openPlanner();
try {
  for (const view of wanted.length > 0 ? wanted : Object.keys(VIEWS))
    for (const [width, height] of SIZES)
      for (const colorScheme of THEMES)
        for (const [language, locale] of Object.entries(LANGUAGES)) {
          const path = join(folder, `${view}-${width}-${colorScheme}-${language}.png`);
          await planner.visit({ at: VIEWS[view], viewport: { width, height }, colorScheme, locale }, async ({ page }) => {
            await page.locator('canvas, main [role=button], main button').first().waitFor();
            await page.waitForTimeout(500);
            await page.screenshot({ path });
          });
          console.log(path);
        }
} finally {
  await planner.close();
}
