// The chart of a target: its lines are put away and shown again, and it leaves the page as a picture.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, withPage } from './browser.mjs';
import { row, type } from './desk.mjs';

const GROWTH = '规上工业增加值增速';
const PER_MU = '规上工业亩均增加值';

/** Opens the detail of a target. */
async function detail(page, name = PER_MU) {
  await row(page, name).click();
  const found = page.getByRole('region', { name: /^(目标详情|Target)$/ });
  await found.getByRole('heading', { level: 2 }).waitFor();
  return found;
}

const entry = (detail, name) => detail.getByRole('list', { name: '图中的线' }).getByRole('button', { name, exact: true });

/** What the canvas shows, as something to compare. */
const picture = async (page) => {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.locator('canvas').evaluate((canvas) => canvas.toDataURL());
};

test('a line of the chart is put away by a press, shown again by another, and stays so over a reload', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const shown = await detail(page);
    const whole = await picture(page);
    const targets = entry(shown, '目标');
    assert.equal(await targets.getAttribute('aria-pressed'), 'true');
    await targets.click();
    assert.equal(await targets.getAttribute('aria-pressed'), 'false');
    const without = await picture(page);
    assert.notEqual(without, whole);

    await page.waitForTimeout(500);
    await page.reload();
    await ready(page);
    const again = await detail(page);
    assert.equal(await entry(again, '目标').getAttribute('aria-pressed'), 'false');
    assert.equal(await picture(page), without);
    await entry(again, '目标').press('Enter');
    assert.equal(await picture(page), whole);
  }));

test('the key tells the lines that are there, and keeps the focus', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const shown = await detail(page);
    assert.equal(await entry(shown, '规划原文').count(), 0);
    await type(page, GROWTH, '9');
    await entry(shown, '规划原文').click();
    assert.equal(await entry(shown, '规划原文').getAttribute('aria-pressed'), 'false');
    assert.ok(await entry(shown, '规划原文').evaluate((button) => button === document.activeElement));
  }));

/** Presses a button of the files of the chart; the file that comes. */
async function file(page, detail, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), detail.getByRole('button', { name, exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

for (const colorScheme of ['light', 'dark'])
  test(`the chart is handed out as PNG and SVG: ${colorScheme}`, () =>
    withPage({ locale: 'zh-CN', colorScheme }, async ({ page }) => {
      const shown = await detail(page);
      await shown.getByRole('button', { name: '下载图表' }).click();
      const png = await file(page, shown, 'PNG 图片');
      assert.equal(png.name, 'pinghu-2023-2027-a1-5.png');
      assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [1920, 1080]);

      const svg = await file(page, shown, 'SVG 矢量图');
      assert.equal(svg.name, 'pinghu-2023-2027-a1-5.svg');
      const found = await page.evaluate((text) => {
        const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
        const texts = [...root.querySelectorAll('text')].map((text) => text.textContent.trim());
        const ground = root.querySelector('rect').getAttribute('fill');
        return { tag: root.tagName, size: [root.getAttribute('width'), root.getAttribute('height')], title: root.querySelector('title').textContent, texts, ground };
      }, svg.bytes.toString('utf8'));
      assert.equal(found.tag, 'svg');
      assert.deepEqual(found.size, ['960', '540']);
      assert.equal(found.title, PER_MU);
      for (const text of [PER_MU, '万元/亩', '推演', '目标', '2027']) assert.ok(found.texts.includes(text), text);
      assert.ok(found.texts.some((text) => text.startsWith('来源：')), found.texts.join('|'));
      // White, unless the ground of a dark page is asked for.
      assert.equal(found.ground, '#FFFFFF');
      const ground = shown.getByRole('radio', { name: '同页面' });
      assert.equal(await ground.count(), colorScheme === 'dark' ? 1 : 0);
      if (colorScheme === 'dark') {
        await ground.check({ force: true });
        const dark = await file(page, shown, 'SVG 矢量图');
        assert.match(dark.bytes.toString('utf8'), /<rect[^>]*fill="#1A1E23"/);
      }
    }));

test('how likely a target is attained is told on demand, follows a slider, and shows a fan while it is open', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const shown = await detail(page);
    const without = await picture(page);
    const likely = shown.getByRole('button', { name: '把握有多大' });
    await likely.click();
    const chance = shown.getByRole('status').filter({ hasText: '概率' });
    await chance.waitFor();
    const share = async () => Number(/约 ([\d.]+)%/.exec(await chance.innerText())?.[1]);
    const before = await share();
    assert.ok(before > 0 && before < 100, `${before}`);
    await shown.getByText('10,000 次').waitFor();
    await shown.getByText('P50（中位数）').waitFor();
    assert.equal(await entry(shown, 'P10–P90 区间').getAttribute('aria-pressed'), 'true');
    assert.notEqual(await picture(page), without);

    await type(page, GROWTH, '7.5');
    await page.waitForFunction(([element, before]) => !element.innerText.includes(`${before}%`), [await chance.elementHandle(), before]);
    assert.ok((await share()) > before, 'more growth makes it likelier');

    await likely.click();
    assert.equal(await entry(shown, 'P10–P90 区间').count(), 0);
    await type(page, GROWTH, '7');
    assert.equal(await picture(page), without);
  }));
