// Plan texts for the tests, and the ways a person hands them to the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { json } from './desk.mjs';

/** The plan of the first visit. */
export const PINGHU = readFileSync(new URL('../../public/plans/pinghu-2023-2027.json', import.meta.url), 'utf8');

/** A small plan: what its second indicator is computed by can be chosen, and be wrong. */
export const small = (formula = 'firms * 3') => `{
  "format": 1, "id": "small", "title": { "zh": "小规划", "en": "A small plan" }, "period": { "start": 2021, "end": 2022 },
  "assumptions": [
    { "id": "firms", "name": { "zh": "企业", "en": "Firms" }, "unit": "家", "value": 1, "min": 0, "max": 9, "step": 1, "basis": "expert" }
  ],
  "indicators": [
    { "id": "good", "name": { "zh": "好指标", "en": "Sound" }, "unit": "家", "better": "higher", "formula": "firms * 2" },
    { "id": "other", "name": { "zh": "另一指标", "en": "Other" }, "unit": "家", "better": "higher", "formula": "${formula}" }
  ],
  "targets": [
    { "id": "t-good", "of": "good", "in": 2022, "at_least": 1 },
    { "id": "t-other", "of": "other", "in": 2022, "at_least": 1 }
  ]
}`;

/** It with an error in its second indicator. */
export const FAULTY = small('nothing * 3');

/** A plan of as many assumptions, indicators and targets. */
export const long = (count) => {
  const of = (item) => Array.from({ length: count }, (_, n) => item(n + 1));
  return JSON.stringify({
    format: 1,
    id: 'long',
    title: 'Long',
    period: { start: 2024, end: 2026 },
    assumptions: of((n) => ({ id: `a${n}`, name: `Assumption ${n}`, unit: '%', value: 5, min: 0, max: 10, basis: 'expert' })),
    indicators: of((n) => ({ id: `i${n}`, name: `Indicator ${n}`, unit: '%', better: 'higher', formula: `a${n} * 2` })),
    targets: of((n) => ({ id: `t${n}`, of: `i${n}`, in: 2026, at_least: 10 })),
  });
};

/** Opens the dialog in which plans are chosen. */
export async function openDialog(page) {
  await page.getByTitle(/^(打开规划|Open a plan)$/).click();
  return page.getByRole('dialog', { name: /^(打开规划|Open a plan)$/ });
}

/** Opens a file with the picker of the browser. */
export async function pick(page, name, content) {
  const dialog = await openDialog(page);
  const [picker] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: /^(打开文件|Open a file)/ }).click(),
  ]);
  await picker.setFiles(typeof content === 'string' ? json(name, content) : { name, mimeType: '', buffer: content });
}

/** Drags a file over the page and lets it go there. */
export async function drop(page, name, text) {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'application/json' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.getByText(/^(松开以打开规划|Drop to open the plan)$/).waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** Pastes a text into the page, outside of any field. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The title of the open plan. */
export const title = (page, name) => page.getByRole('heading', { level: 1, name });

/** What is said about a plan that was not opened. */
export const refused = (page) => page.getByRole('dialog', { name: /^(这份规划有错误|这份文件不能打开|This plan has errors|This file cannot)/ });

/** Nothing lies over the page any more. */
export const noDialog = async (page) => assert.equal(await page.getByRole('dialog').count(), 0);
