// Plans are opened: sound ones at once, faulty ones in a second step, and never at the cost of what is open.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from './browser.mjs';
import { field, row, said, type } from './desk.mjs';
import { PINGHU, drop, openDialog, paste, pick, small, title } from './plans.mjs';

const GROWTH = '规上工业增加值增速';
const FAULTY = small('nothing * 3');

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

/** What is said about a plan that was not opened. */
const refused = (page) => page.getByRole('dialog', { name: /^(这份规划有错误|这份文件不能打开|This plan has errors|This file cannot)/ });

/** Nothing lies over the page any more. */
const noDialog = async (page) => assert.equal(await page.getByRole('dialog').count(), 0);

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

test('what is no plan is refused with its problems, and cannot be opened', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const texts = {
      'a.json': [small().replace('"format": 1,', '"format": 99,'), /format|格式/],
      'b.json': ['', /空/],
      'c.json': ['[1, 2]', /./],
      'd.json': [small().slice(0, 300), /./],
      '指标.xlsx': [Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), /UTF-8/],
      'large.json': [Buffer.alloc(5_000_001, ' '), /5\.000001 MB，超过上限 5 MB/],
    };
    for (const [name, [content, says]] of Object.entries(texts)) {
      await pick(page, name, content);
      const dialog = refused(page);
      await dialog.getByText(`文件“${name}”`).waitFor();
      assert.match(await dialog.getByRole('listitem').first().innerText(), says, name);
      assert.equal(await dialog.getByRole('button', { name: /仍然打开/ }).count(), 0, name);
      // The dialog with the plans is still there below, to choose another.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await noDialog(page);
      await title(page, '平湖').waitFor();
    }
  }));

test('ten thousand problems are listed as far as one reads, and the page goes on', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    const indicators = Array.from({ length: 10_000 }, (_, i) => ({
      id: `i${i}`,
      name: `指标 ${i}`,
      unit: '家',
      better: 'higher',
      formula: `unknown${i}`,
    }));
    const text = small().replace('"indicators": [', () => `"indicators": [\n${indicators.map((i) => JSON.stringify(i)).join(',\n')},`);
    await pick(page, 'many.json', text);
    const dialog = refused(page);
    await dialog.getByText(/10000 个错误/).waitFor();
    assert.equal(await dialog.getByRole('listitem').count(), 200);
    await dialog.getByText(/^还有 9800 个问题没有列出/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await type(page, GROWTH, '8');
  }));

test('the focus returns to where it was', () =>
  withPage({ locale: 'en-US' }, async ({ page }) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await pick(page, 'small.json', FAULTY);
    await refused(page).waitFor();
    await page.keyboard.press('Escape');
    assert.match(await focused(), /^Open a file/);
    await page.keyboard.press('Escape');
    assert.match(await focused(), /Pinghu/);

    await pick(page, 'small.json', FAULTY);
    await refused(page).getByRole('button', { name: /^Open it anyway/ }).click();
    await title(page, 'A small plan').waitFor();
    assert.match(await focused(), /A small plan/);
  }));

test('without a network the first visit can still open a file', () =>
  withPage({ locale: 'zh-CN' }, async ({ page, context, complaints }) => {
    await context.route('**/plans/*.json', (route) => route.abort());
    await page.reload();
    await page.getByRole('heading', { name: '规划未能载入' }).waitFor();
    const choose = async (text) => {
      const [picker] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: /^打开文件/ }).click(),
      ]);
      await picker.setFiles({ name: 'small.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    await choose('{');
    await refused(page).getByRole('listitem').waitFor();
    await page.keyboard.press('Escape');
    await choose(small());
    await title(page, '小规划').waitFor();
    complaints.splice(0);
  }));

test('the plan worked on before is found among the user’s own', () =>
  withPage({ locale: 'en-US' }, async ({ page }) => {
    await paste(page, small());
    await title(page, 'A small plan').waitFor();
    await type(page, 'Firms', '5');
    await paste(page, PINGHU);
    await title(page, 'Pinghu').waitFor();
    await (await openDialog(page)).getByRole('button', { name: 'A small plan' }).click();
    await title(page, 'A small plan').waitFor();
    assert.equal(await field(page, 'Firms').inputValue(), '5');
    await row(page, 'Other').waitFor();
  }));
