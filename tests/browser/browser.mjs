// What a file of browser tests stands on: `withPage` opens the planner for one test, as `visit` in planner.mjs says.
// The tests of a file share one browser, which ends with them.

import { after } from 'node:test';
import { openPlanner } from './planner.mjs';

export { ready } from './planner.mjs';

let planner;

after(async () => (await planner)?.close());

export async function withPage(options, body) {
  planner ??= openPlanner();
  const { visit } = await planner;
  return visit(options, body);
}
