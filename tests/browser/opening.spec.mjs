// Plans are opened: sound ones at once, faulty ones in a second step, and never at the cost of what is open.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from './browser.mjs';
import { field, said, type } from './desk.mjs';
import { FAULTY, drop, noDialog, openDialog, paste, pick, refused, small, title } from './plans.mjs';

const GROWTH = '规上工业增加值增速';

const ways = {
  picked: (page, text) => pick(page, 'small.json', text),
  dropped: (page, text) => drop(page, 'small.json', text),
  pasted: paste,
  'pasted into its field': async (page, text) => {
    const dialog = await openDialog(page);
    await dialog.getByRole('button', { name: '粘贴规划文本' }).click();
    await dialog.getByRole('textbox', { name: '粘贴规划文本' }).fill(text);
    await dialog.getByRole('button', { name: '打开粘贴的文本' }).click();
  },
};

for (const [way, open] of Object.entries(ways)) {
  test(`a sound plan is ${way} and is open`, () =>
    withPage({ locale: 'zh-CN' }, async ({ page }) => {
      await open(page, small());
      await title(page, '小规划').waitFor();
      await noDialog(page);
      assert.match(await said(page, '另一指标'), /≥ 1 家 3 \+2 达标/);
    }));

  test(`a faulty plan is ${way}, looked at, and opened all the same`, () =>
    withPage({ locale: 'zh-CN' }, async ({ page }) => {
      await type(page, GROWTH, '8');
      await open(page, FAULTY);
      const dialog = refused(page);
      await dialog.waitFor();
      const problem = dialog.getByRole('listitem');
      await problem.first().waitFor();
      assert.equal(await problem.count(), 1);
      assert.match(await problem.innerText(), /错误.*nothing[^]*指标“另一指标”（other） · 第 8 行第 \d+ 列/);
      await dialog.getByText('已打开的规划没有改动。').waitFor();
      await title(page, '平湖').waitFor({ state: 'attached' });

      await dialog.getByRole('button', { name: '仍然打开，不用有错的部分' }).click();
      await title(page, '小规划').waitFor();
      await noDialog(page);
      assert.match(await said(page, '好指标'), /≥ 1 家 2 \+1 达标/);
      assert.match(await said(page, '另一指标'), /待定/);
      assert.ok(await page.getByRole('button', { name: '撤销' }).isDisabled());
    }));
}

test('a faulty plan is put away, and the plan, its moves and the way back are untouched', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await type(page, GROWTH, '8');
    for (const leave of [
      (dialog) => dialog.getByRole('button', { name: '关闭' }).last().click(),
      (dialog) => dialog.getByRole('button', { name: '关闭' }).first().click(),
      () => page.keyboard.press('Escape'),
    ]) {
      await drop(page, 'small.json', FAULTY);
      await refused(page).waitFor();
      await leave(refused(page));
      await noDialog(page);
      await title(page, '平湖').waitFor();
      assert.equal(await field(page, GROWTH).inputValue(), '8');
    }
    await page.getByRole('button', { name: '撤销' }).click();
    assert.equal(await field(page, GROWTH).inputValue(), '7');
  }));

test('a faulty plan that was opened is open after a reload', () =>
  withPage({ locale: 'en-US' }, async ({ page }) => {
    await paste(page, FAULTY);
    await refused(page).getByRole('button', { name: /^Open it anyway/ }).click();
    await title(page, 'A small plan').waitFor();
    await type(page, 'Firms', '4');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await ready(page);
    await title(page, 'A small plan').waitFor();
    await noDialog(page);
    assert.equal(await field(page, 'Firms').inputValue(), '4');
    await page.getByRole('button', { name: /^1 error/ }).click();
    await page.getByRole('dialog', { name: 'Problems' }).getByText(/nothing/).first().waitFor();
  }));
