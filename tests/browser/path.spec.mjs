// The values of an assumption by year are points that are dragged up and down.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { row, said } from './desk.mjs';

const GROWTH = '规上工业增加值增速';
const PER_MU = '规上工业亩均增加值';
const point = (page, year) => page.getByRole('slider', { name: `${GROWTH}：${year} 年的点`, exact: true });

/** Gives the growth rate values by year. */
async function byYear(page) {
  await row(page, PER_MU).waitFor();
  await page.getByRole('button', { name: new RegExp(`^${GROWTH}`) }).click();
  await page.getByRole('button', { name: '逐年设定' }).first().click();
  await point(page, 2025).waitFor();
}

/** Moves the point of a year to a share of the height of the drawing, from below. */
async function drag(page, year, share, pointer = page.mouse) {
  const box = await point(page, year).boundingBox();
  const thumb = 18;
  const [min, max, value] = await point(page, year).evaluate(({ min, max, value }) => [min, max, value].map(Number));
  const y = (share) => box.y + box.height - thumb / 2 - share * (box.height - thumb);
  const x = box.x + box.width / 2;
  await pointer.move(x, y((value - min) / (max - min)));
  await pointer.down();
  await pointer.move(x, y(share), { steps: 10 });
  await pointer.up();
}

const value = async (page, year) => Number(await point(page, year).inputValue());

test('a point is dragged up and down, and one drag is one step back', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await byYear(page);
    const before = await said(page, PER_MU);
    // The growth rate runs from 2 to 12 %.
    await drag(page, 2025, 0.9);
    assert.ok(Math.abs((await value(page, 2025)) - 11) <= 0.3, `${await value(page, 2025)}`);
    assert.equal(await value(page, 2024), 7);
    assert.notEqual(await said(page, PER_MU), before);
    await page.getByRole('button', { name: '撤销' }).click();
    assert.equal(await value(page, 2025), 7);
    assert.equal(await said(page, PER_MU), before);
  }));

test('a point is moved by the arrow keys and says its value; the field follows', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await byYear(page);
    await point(page, 2026).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp');
    assert.match(await point(page, 2026).getAttribute('aria-valuetext'), /7\.3\s?%/);
    assert.equal(await page.getByRole('textbox', { name: new RegExp(`^${GROWTH}`) }).inputValue(), '7.3');
    await page.keyboard.press('ArrowDown');
    assert.equal(await value(page, 2026), 7.2);
  }));

test('a year is taken out of the path and added again, without losing the focus', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await byYear(page);
    await point(page, 2025).focus();
    await page.getByRole('button', { name: `${GROWTH}：移除 2025 年` }).click();
    await point(page, 2025).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `${GROWTH}：增加 2025 年` }).click();
    assert.ok(await point(page, 2025).evaluate((input) => input === document.activeElement));
    await page.keyboard.press('ArrowUp');
    assert.equal(await value(page, 2025), 7.1);
  }));

test('on a phone a finger drags a point, and scrolls beside it', () =>
  withPage({ locale: 'zh-CN', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async ({ page, context }) => {
    await page.getByRole('radio', { name: '假设' }).check({ force: true });
    await page.getByRole('button', { name: new RegExp(`^${GROWTH}`) }).click();
    await page.getByRole('button', { name: '逐年设定' }).first().click();
    await point(page, 2025).scrollIntoViewIfNeeded();
    const session = await context.newCDPSession(page);
    let at = {};
    const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const finger = {
      move: async (x, y) => {
        const from = at;
        at = { x, y };
        if (!from.down) return;
        for (let i = 1; i <= 10; i++) await touch('touchMove', [{ x: from.x + ((x - from.x) * i) / 10, y: from.y + ((y - from.y) * i) / 10 }]);
        at.down = true;
      },
      down: async () => {
        await touch('touchStart', [{ x: at.x, y: at.y }]);
        at.down = true;
      },
      up: () => touch('touchEnd', []),
    };
    await drag(page, 2025, 0.8, finger);
    assert.ok((await value(page, 2025)) > 9, `${await value(page, 2025)}`);
  }));
