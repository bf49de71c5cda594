// How much a slider step costs: node tests/browser/frames.mjs [PLAN.json…]
//
// Drags the first slider of every shipped plan, and of every plan given, through the production build, one step a frame.
// Prints for each the main-thread work from one input to the next, the time from an input to the painted frame, and the
// number of tasks longer than 50 ms. All are of this machine at this moment: compare within one run.

import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { LAUNCH, ready } from './planner.mjs';
import { serve } from './server.mjs';

const STEPS = 120;
const LONG = 50_000;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

const browser = await chromium.launch(LAUNCH);
const server = await serve();
try {
  const shipped = JSON.parse(await readFile(new URL('../../public/plans/index.json', import.meta.url), 'utf8'));
  console.log(`${'plan'.padEnd(32)}  work p50  work p95  paint p50  paint p95  long tasks`);
  for (const { id } of shipped.plans) report(id, await measure((page) => page.goto(`${server.url}#/${id}`)));
  for (const file of process.argv.slice(2)) report(file.split('/').at(-1), await measure((page) => openFile(page, file)));
} finally {
  await Promise.all([browser.close(), server.stop()]);
}

function report(name, { work, paint, long }) {
  const cells = [quantile(work, 0.5), quantile(work, 0.95), quantile(paint, 0.5), quantile(paint, 0.95)];
  const [p50, p95, paint50, paint95] = cells.map((ms) => `${ms.toFixed(1)} ms`);
  console.log(`${name.padEnd(32)}  ${p50.padStart(8)}  ${p95.padStart(8)}  ${paint50.padStart(9)}  ${paint95.padStart(9)}  ${long}`);
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

async function openFile(page, file) {
  await page.goto(server.url);
  await ready(page);
  await page.getByTitle(/^Open a plan$/).click();
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
}

async function measure(open) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await open(page);
    await ready(page);
    const slider = page.getByRole('slider').first();
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider.boundingBox();
    const at = (share) => [x + 8 + share * (width - 16), y + height / 2];
    await page.mouse.move(...at(0.5));
    await page.mouse.down();
    // The parts that come later are there, and everything has been drawn once.
    await page.waitForTimeout(4000);
    await page.evaluate(watchPaint);
    await browser.startTracing(page, { categories: CATEGORIES });
    for (let step = 0; step < STEPS; step++) {
      await page.mouse.move(...at(0.5 + 0.45 * Math.sin(step / 9)));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    }
    const trace = JSON.parse(await browser.stopTracing());
    await page.mouse.up();
    return { ...workOf(trace.traceEvents), paint: await page.evaluate(() => globalThis.paints) };
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes the time from every input to when its frame has been handed to the screen. */
function watchPaint() {
  globalThis.paints = [];
  addEventListener(
    'input',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.paints.push(performance.now() - timeStamp);
        port2.postMessage(null);
      }),
    { capture: true },
  );
}

/** Work of the page's main thread between one input and the next, in ms, and its tasks that were too long. */
function workOf(events) {
  const inputs = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input');
  const [{ pid, tid }] = inputs;
  const tasks = events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid && event.dur);
  const work = inputs.map(({ ts }, position) => {
    const end = inputs[position + 1]?.ts ?? Infinity;
    // The task an input is dispatched in begins a little before it.
    const own = tasks.filter((task) => task.ts + task.dur > ts && task.ts + task.dur <= end);
    return own.reduce((sum, { dur }) => sum + dur, 0) / 1000;
  });
  return { work: work.slice(0, -1), long: tasks.filter(({ dur }) => dur > LONG).length };
}
