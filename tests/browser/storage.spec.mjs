// Where work cannot be kept or read it is said, the work goes on, and it can be had as a file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { download, field, said, type } from './desk.mjs';
import { pick, small, title } from './plans.mjs';
import { keep, kept, reload, saved } from './storage.mjs';

const GROWTH = '规上工业增加值增速';
const PER_MU = '规上工业亩均增加值';

/** The ways in which a browser does not let a page use its storage. */
const blocked = {
  'reading the property throws': () =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'there is none': () => Object.defineProperty(window, 'localStorage', { value: null }),
  'every call throws': () => {
    for (const name of ['getItem', 'setItem', 'removeItem'])
      Storage.prototype[name] = () => {
        throw new DOMException('denied', 'SecurityError');
      };
  },
};

for (const [how, block] of Object.entries(blocked))
  test(`without storage the work goes on and can be downloaded: ${how}`, () =>
    withPage({ locale: 'zh-CN' }, async ({ page }) => {
      await page.addInitScript(block);
      await reload(page);
      const notice = page.getByRole('alert').filter({ hasText: '浏览器不允许保存' });
      await notice.waitFor();
      await type(page, GROWTH, '9');
      assert.match(await said(page, PER_MU), /289\.4 \+39\.4 达标/);
      await page.getByText('未保存', { exact: true }).waitFor();
      const file = await download(page, () => notice.getByRole('button', { name: '下载', exact: true }).click());
      assert.deepEqual(JSON.parse(file.text).scenarios.at(-1).set, { va_growth: 9 });
      await page.getByRole('button', { name: '撤销' }).click();
      assert.equal(await field(page, GROWTH).inputValue(), '7');
      await page.getByText('未保存', { exact: true }).waitFor();
      await notice.getByRole('button', { name: '知道了' }).click();
      await notice.waitFor({ state: 'detached' });
      await page.getByText('未保存', { exact: true }).waitFor();
    }));

test('a full storage is said, the work goes on, and what was kept before stays', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await type(page, GROWTH, '8');
    await saved(page);
    const before = await kept(page);
    await page.evaluate(() => {
      globalThis.room = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await type(page, GROWTH, '9');
    const notice = page.getByRole('alert').filter({ hasText: '存储空间已满' });
    await notice.waitFor();
    await page.getByText('未保存', { exact: true }).waitFor();
    assert.match(await said(page, PER_MU), /289\.4 \+39\.4 达标/);
    assert.equal(await kept(page), before);
    const file = await download(page, () => notice.getByRole('button', { name: '下载', exact: true }).click());
    assert.deepEqual(JSON.parse(file.text).scenarios.at(-1).set, { va_growth: 9 });

    // Room again: the next change is kept, and the notice that nothing is has gone.
    await page.evaluate(() => (Storage.prototype.setItem = globalThis.room));
    await type(page, GROWTH, '10');
    await saved(page);
    await notice.waitFor({ state: 'detached' });
    await reload(page);
    assert.equal(await field(page, GROWTH).inputValue(), '10');
  }));

test('a storage without room for a large plan says so', () =>
  withPage({ locale: 'zh-CN' }, async ({ page }) => {
    await page.evaluate(() => localStorage.setItem('other', 'x'.repeat(1_000_000)));
    const note = 'x'.repeat(4_900_000);
    await pick(page, 'large.json', small().replace('"format": 1,', `"format": 1, "note": "${note}",`));
    await title(page, '小规划').waitFor();
    await type(page, '企业', '4');
    await page.getByRole('alert').filter({ hasText: '存储空间已满' }).waitFor();
    assert.match(await said(page, '另一指标'), /12 \+11 达标/);
  }));

const garbage = {
  'no JSON': 'garbage',
  'half a session': '{"version":1,"value":{"session":{"plan":{"shipped":"pinghu',
  'another shape': '{"version":1,"value":{"session":{"plan":17}}}',
  'no version': '{"session":{}}',
};

for (const [what, text] of Object.entries(garbage))
  test(`what cannot be read is offered as a file, and nothing is lost: ${what}`, () =>
    withPage({ locale: 'zh-CN' }, async ({ page }) => {
      await keep(page, text);
      await reload(page);
      const notice = page.getByRole('alert').filter({ hasText: '已损坏' });
      await notice.waitFor();
      await title(page, '平湖').waitFor();
      // The next change overwrites the session; the text is still there, also after another visit.
      await type(page, GROWTH, '8');
      await saved(page);
      await reload(page);
      assert.equal(await field(page, GROWTH).inputValue(), '8');
      await notice.waitFor();
      const file = await download(page, () => notice.getByRole('button', { name: '下载保存的内容' }).click());
      assert.equal(file.name, 'attain-saved.json');
      assert.equal(file.text, text);
      await notice.getByRole('button', { name: '不再需要，删除' }).click();
      await notice.waitFor({ state: 'detached' });
      await reload(page);
      await title(page, '平湖').waitFor();
      assert.equal(await notice.count(), 0);
    }));
