// Scenarios of the user's own: made, copied, described, built upon, deleted. All of it is taken back, survives a reload,
// and goes out with the plan.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { download, field, type } from './desk.mjs';
import { reload, saved } from './storage.mjs';

const GROWTH = '规上工业增加值增速';
const GROWTH_EN = 'Growth of value added of above-scale industry';

/** The scenarios, and the buttons for the one in force. */
const scenarios = (page) => page.getByRole('group', { name: '情景' });
const chip = (page, name) => page.getByRole('radio', { name, exact: true });
const choose = (page, name) => scenarios(page).getByText(name, { exact: true }).click();
const button = (page, name) => page.getByRole('region', { name: '假设' }).getByRole('button', { name, exact: true });

/** Fills the form and saves; what is not given stays as it is. */
async function describe(page, title, { name, reason, author, date }) {
  const dialog = page.getByRole('dialog', { name: title, exact: true });
  for (const [label, text] of Object.entries({ 情景名称: name, 理由: reason, 作者: author, 日期: date }))
    if (text !== undefined) await dialog.getByLabel(label, { exact: true }).fill(text);
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const focused = (page) => page.evaluate(() => document.activeElement?.innerText || document.activeElement?.getAttribute('aria-label'));

test('a scenario of the plan is copied, described and built upon, and the file has it', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await choose(page, '谨慎');
    await button(page, '复制情景').click();
    const dialog = page.getByRole('dialog', { name: '复制情景', exact: true });
    const name = dialog.getByLabel('情景名称', { exact: true });
    await name.waitFor();
    assert.equal(await name.inputValue(), '谨慎 副本');
    assert.equal(await name.evaluate((field) => field === document.activeElement), true);
    const today = await page.evaluate(() => new Date(Date.now() - new Date().getTimezoneOffset() * 60e3).toISOString().slice(0, 10));
    assert.equal(await dialog.getByLabel('日期', { exact: true }).inputValue(), today);

    // A name that another scenario has is not taken.
    await name.fill('谨慎');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await dialog.getByRole('alert').filter({ hasText: '已有同名的情景' }).waitFor();
    await describe(page, '复制情景', { name: '县区上报', reason: '第二轮上报数', author: '王敏', date: '2026-11-02' });
    assert.ok(await chip(page, '县区上报').isChecked());
    assert.equal(await focused(page), '复制情景');
    await page.getByText('第二轮上报数', { exact: true }).waitFor();
    await page.getByText('王敏 · 2026-11-02', { exact: true }).waitFor();
    assert.equal(await field(page, GROWTH).inputValue(), '5');

    await type(page, GROWTH, '6.5');
    await button(page, '存入此情景').click();
    await page.getByText('尚未调整', { exact: true }).waitFor();
    assert.equal(await focused(page), '复制情景');
    await choose(page, '规划原文');
    assert.equal(await field(page, GROWTH).inputValue(), '7');
    await choose(page, '县区上报');
    assert.equal(await field(page, GROWTH).inputValue(), '6.5');

    const file = await download(page, () => page.getByRole('button', { name: '下载规划文件（含当前情景）' }).click());
    assert.deepEqual(JSON.parse(file.text).scenarios.at(-1), {
      id: 'scenario-1',
      name: '县区上报',
      base: 'cautious',
      set: { va_growth: 6.5 },
      author: '王敏',
      date: '2026-11-02',
      reason: '第二轮上报数',
    });
  }));

test('an own scenario is renamed, and the way back reaches past a reload', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await button(page, '新建情景').click();
    await describe(page, '新建情景', { name: '甲' });
    await button(page, '编辑此情景').click();
    await describe(page, '编辑此情景', { name: '乙', reason: '另一个理由' });
    assert.equal(await focused(page), '编辑此情景');
    await page.getByText('另一个理由', { exact: true }).waitFor();
    await saved(page);
    await reload(page);
    assert.ok(await chip(page, '乙').isChecked());
    await page.getByText('另一个理由', { exact: true }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    assert.ok(await chip(page, '甲').isChecked());
    await page.getByRole('button', { name: '撤销' }).click();
    assert.equal(await chip(page, '甲').count(), 0);
    assert.ok(await chip(page, '规划原文').isChecked());
  }));

test('a deleted scenario is brought back where it was deleted', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await type(page, GROWTH, '8');
    await button(page, '另存为情景').click();
    await describe(page, '另存为情景', { name: '甲' });
    await type(page, GROWTH, '9');
    await button(page, '删除此情景').click();
    const status = page.getByRole('status').filter({ hasText: '已删除情景“甲”' });
    await status.waitFor();
    assert.equal(await focused(page), '撤销');
    assert.equal(await field(page, GROWTH).inputValue(), '7');
    await page.keyboard.press('Enter');
    assert.ok(await page.getByRole('radio', { name: '甲 *', exact: true }).isChecked());
    assert.equal(await field(page, GROWTH).inputValue(), '9');
    assert.equal(await focused(page), '另存为情景');

    // What was done since is not undone by mistake: the way back has gone.
    await button(page, '删除此情景').click();
    await type(page, GROWTH, '6');
    await status.waitFor({ state: 'hidden' });
  }));

test('the dialog is put away without a trace', () =>
  withPage({ locale: 'en-US' }, async ({ page }) => {
    await type(page, GROWTH_EN, '8');
    const save = page.getByRole('button', { name: 'Save as a scenario', exact: true });
    for (const leave of [() => page.keyboard.press('Escape'), () => page.getByRole('button', { name: 'Cancel', exact: true }).click()]) {
      await save.click();
      const dialog = page.getByRole('dialog', { name: 'Save as a scenario', exact: true });
      await dialog.getByLabel('Reason', { exact: true }).fill('Never mind');
      await leave();
      await dialog.waitFor({ state: 'hidden' });
      assert.equal(await focused(page), 'Save as a scenario');
    }
    await page.getByText('1 moved', { exact: true }).waitFor();
    assert.equal(await page.getByText('Never mind').count(), 0);
  }));
