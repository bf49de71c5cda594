// What is moved is listed and taken back; what is locked stays where it stands; every plan has its own way back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { field, slider, type } from './desk.mjs';
import { openDialog, pick, small, title } from './plans.mjs';
import { reload, saved } from './storage.mjs';

const GROWTH = '规上工业增加值增速';
const GDP = '地区生产总值增速';
const locked = (name) => `${name}（已锁定）`;

const button = (page, name) => page.getByRole('region', { name: '假设' }).getByRole('button', { name, exact: true });
const count = (page, count) => button(page, `${count} 项已调整`);
const list = (page) => page.getByRole('list', { name: '已调整的假设' });
const entry = (page, name) => list(page).getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
const text = async (locator) => (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
const undo = (page) => page.getByRole('button', { name: '撤销', exact: true }).first().click();
const focused = (page) => page.evaluate(() => document.activeElement?.innerText || document.activeElement?.getAttribute('aria-label'));

test('what is moved is listed, found, and taken back one by one or as a whole', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await page.getByText('尚未调整', { exact: true }).waitFor();
    await type(page, GROWTH, '8.5');
    await type(page, GDP, '4');
    await count(page, 2).click();
    assert.match(await text(entry(page, GROWTH)), /规上工业增加值增速 7 → ?变为 8\.5 %/);
    assert.match(await text(entry(page, GDP)), /6 → ?变为 4 %/);
    // The list follows the slider.
    await slider(page, GROWTH).press('ArrowRight');
    await entry(page, GROWTH).getByText('8.6', { exact: true }).waitFor();

    await list(page).getByRole('link', { name: GDP, exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.assumption:target')?.innerText.includes('地区生产总值增速'));
    await entry(page, GDP).getByRole('button', { name: `将“${GDP}”复位` }).click();
    assert.equal(await field(page, GDP).inputValue(), '6');
    assert.equal(await focused(page), '1 项已调整');
    await button(page, '全部复位').click();
    await page.getByText('尚未调整', { exact: true }).waitFor();
    assert.equal(await list(page).count(), 0);
    assert.equal(await focused(page), '新建情景');
    await undo(page);
    await count(page, 1).waitFor();
  }));

test('what is locked is moved neither by hand nor by a reset, and stays locked', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await type(page, GROWTH, '8.5');
    await type(page, GDP, '4');
    const lock = button(page, `锁定“${GROWTH}”`);
    await lock.click();
    assert.equal(await lock.getAttribute('aria-pressed'), 'true');
    assert.ok(await slider(page, locked(GROWTH)).isDisabled());
    assert.ok(await field(page, locked(GROWTH)).isDisabled());
    await page.getByRole('button', { name: new RegExp(`^${GROWTH}.*已锁定`) }).waitFor();

    await button(page, '全部复位').click();
    assert.equal(await field(page, locked(GROWTH)).inputValue(), '8.5');
    assert.equal(await field(page, GDP).inputValue(), '6');
    await count(page, 1).click();
    await entry(page, GROWTH).getByText('已锁定', { exact: true }).waitFor();
    assert.equal(await button(page, '全部复位').count(), 0);

    await saved(page);
    await reload(page);
    assert.ok(await slider(page, locked(GROWTH)).isDisabled());
    await lock.click();
    await type(page, GROWTH, '9');
    assert.equal(await field(page, GROWTH).inputValue(), '9');
    // Back to before the value, before the lock was opened, before the reset, before the lock.
    await undo(page);
    assert.equal(await field(page, GROWTH).inputValue(), '8.5');
    await undo(page);
    assert.ok(await field(page, locked(GROWTH)).isDisabled());
    await undo(page);
    assert.equal(await field(page, GDP).inputValue(), '4');
    await undo(page);
    assert.ok(await field(page, GROWTH).isEnabled());
  }));

test('every plan has its own way back, also after a reload', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await type(page, GROWTH, '8');
    await type(page, GROWTH, '9');
    await pick(page, 'small.json', small());
    await title(page, '小规划').waitFor();
    const way = page.getByRole('button', { name: '撤销', exact: true });
    assert.ok(await way.isDisabled());
    await type(page, '企业', '4');
    await saved(page);
    await reload(page);
    await title(page, '小规划').waitFor();

    const dialog = await openDialog(page);
    await dialog.getByRole('button', { name: /^平湖/ }).click();
    await title(page, '平湖').waitFor();
    assert.equal(await field(page, GROWTH).inputValue(), '9');
    await undo(page);
    assert.equal(await field(page, GROWTH).inputValue(), '8');
    await undo(page);
    assert.equal(await field(page, GROWTH).inputValue(), '7');
    await page.getByRole('button', { name: '重做' }).click();
    assert.equal(await field(page, GROWTH).inputValue(), '8');

    await (await openDialog(page)).getByRole('button', { name: /^小规划/ }).click();
    await title(page, '小规划').waitFor();
    await undo(page);
    assert.equal(await field(page, '企业').inputValue(), '1');
  }));

test('a plan of the user is taken off the list, and put back', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await pick(page, 'small.json', small());
    await title(page, '小规划').waitFor();
    await type(page, '企业', '4');
    await (await openDialog(page)).getByRole('button', { name: /^平湖/ }).click();
    await title(page, '平湖').waitFor();

    const dialog = await openDialog(page);
    const remove = dialog.getByRole('button', { name: '移除“小规划”' });
    await remove.click();
    await dialog.getByRole('status').filter({ hasText: '已移除“小规划”' }).waitFor();
    assert.equal(await remove.count(), 0);
    assert.equal(await focused(page), '撤销');
    await page.keyboard.press('Enter');
    await remove.waitFor();
    assert.equal(await focused(page), '你的规划');
    // It comes back with what was made of it.
    await dialog.getByRole('button', { name: '小规划', exact: true }).click();
    await title(page, '小规划').waitFor();
    assert.equal(await field(page, '企业').inputValue(), '4');

    await (await openDialog(page)).getByRole('button', { name: /^平湖/ }).click();
    await title(page, '平湖').waitFor();
    await openDialog(page);
    await remove.click();
    await page.keyboard.press('Escape');
    await saved(page);
    await reload(page);
    await openDialog(page);
    await dialog.getByRole('heading', { name: '你的规划' }).waitFor();
    assert.equal(await remove.count(), 0);
    assert.equal(await dialog.getByText('已移除').count(), 0);
  }));
