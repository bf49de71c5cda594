// What cannot be opened says why, and leaves the page as it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { field, row, type } from './desk.mjs';
import { FAULTY, PINGHU, noDialog, openDialog, paste, pick, refused, small, title } from './plans.mjs';

const GROWTH = '规上工业增加值增速';

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
    await dialog.getByText(/1000 个错误、9000 个其他问题/).waitFor();
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
    await (await openDialog(page)).getByRole('button', { name: 'A small plan', exact: true }).click();
    await title(page, 'A small plan').waitFor();
    assert.equal(await field(page, 'Firms').inputValue(), '5');
    await row(page, 'Other').waitFor();
  }));
