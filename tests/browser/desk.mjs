// What a person finds on the page, by role and name.

import { readFile } from 'node:fs/promises';

/** The field in which the value of an assumption is typed. */
export const field = (page, name) => page.getByRole('textbox', { name, exact: true });

/** Its slider. */
export const slider = (page, name) => page.getByRole('slider', { name, exact: true });

/** The row of a target in the list; its name says value, margin and verdict. */
export const row = (page, name) =>
  page.getByRole('region', { name: /^(目标|Targets)$/ }).getByRole('button', { name: new RegExp(`^${name}`) });

/** What the row of a target says, its parts separated by single spaces. Rows far out of sight have no text. */
export async function said(page, name) {
  await row(page, name).scrollIntoViewIfNeeded();
  await page.waitForFunction((element) => element.innerText.trim() !== '', await row(page, name).elementHandle());
  return (await row(page, name).innerText()).replaceAll(/\s+/g, ' ').trim();
}

/** Types a value for an assumption and leaves the field. */
export async function type(page, name, value) {
  await field(page, name).fill(value);
  await field(page, name).press('Enter');
}

/** Name and text of the file that `act` makes the page hand out. */
export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** A file to put into a file field. */
export const json = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
