// Fails when the bytes the page needs before it can be used grow past the limit.
// Plans are left out: each is loaded when it is opened. So are the parts of the program that come after the first screen,
// some of them of their own accord; they are listed below the line.

import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

// What the page should weigh, and the line it must not cross on the way there.
const GOAL = 300_000;
const LIMIT = 427_500;
const COUNTED = ['.html', '.js', '.wasm', '.css'];
const dist = new URL('../../dist/', import.meta.url);
const isPart = ({ name }) => extname(name) === '.wasm' && !name.endsWith('_bg.wasm');

const files = readdirSync(dist)
  .filter((name) => COUNTED.includes(extname(name)))
  .map((name) => {
    const bytes = readFileSync(new URL(name, dist));
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes).length };
  });
for (const kind of COUNTED) {
  if (!files.some(({ name }) => extname(name) === kind)) throw new Error(`dist/ has no ${kind} file`);
}

const sum = (files, size) => files.reduce((sum, file) => sum + file[size], 0);
const first = files.filter((file) => !isPart(file));
const later = files.filter(isPart);
const total = sum(first, 'brotli');
const line = (raw, brotli, name) =>
  console.log(`${raw.toLocaleString('en').padStart(11)}${brotli.toLocaleString('en').padStart(11)}  ${name}`);
console.log('        raw     brotli');
for (const { name, raw, brotli } of first) line(raw, brotli, name);
line(sum(first, 'raw'), total, `to first use; goal ${GOAL.toLocaleString('en')}, limit ${LIMIT.toLocaleString('en')}`);
for (const { name, raw, brotli } of later) line(raw, brotli, name);
line(sum(later, 'raw'), sum(later, 'brotli'), 'after the first screen');
if (later.length === 0) throw new Error('dist/ is not in parts');
if (total > LIMIT) {
  console.error(`The first use takes ${total - LIMIT} bytes more than its limit.`);
  process.exitCode = 1;
}
