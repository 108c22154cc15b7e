// Everything, on a machine that has nothing but Node: packages, browsers, gates, both browsers' suites.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureBookTools, ensureBrowsers } from './browsers.mjs';
import { check, COUNTED, counted } from './check.mjs';
import { ensurePackages } from './packages.mjs';
import { run } from './run.mjs';

const BROWSERS = /** @type {const} */ (['chromium', 'firefox']);
/** More than so many files that fail are no matter of a busy machine. */
const MOST_AGAIN = 3;
/** @type {Record<string, string[]>} */
const alone = {};
const begun = Date.now();
rmSync('out/results', { recursive: true, force: true });

/** @type {string[]} */
const failed = [];
const missing = (await ensurePackages()) ?? (await ensureBrowsers([...BROWSERS]));
if (missing) {
  console.log(missing);
  failed.push('installation');
} else {
  await ensureBookTools();
  failed.push(...(await check()));
  // Without a build there is nothing to try in a browser. Each suite mostly waits for its browser: both at once.
  const suites = failed.includes('build') ? [] : BROWSERS;
  const ended = await Promise.all(
    suites.map((name) =>
      run(`vitest run --no-file-parallelism --project ${name}${counted(name)}`, {
        show: true,
        minutes: 40,
      }),
    ),
  );
  for (const [at, name] of suites.entries())
    if (ended[at]?.code !== 0 && !(await passesAlone(name))) failed.push(name);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of [...COUNTED, ...BROWSERS]) {
  const file = `out/results/${suite}.json`;
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!result) {
    console.log(`${suite}: did not run`);
    if (!failed.includes(suite)) failed.push(suite);
    continue;
  }
  console.log(`${suite}: ${result.numPassedTests} passed, ${result.numFailedTests} failed`);
  for (const path of alone[suite] ?? []) console.log(`  ${path} passed in a second run, alone`);
  total.passed += result.numPassedTests;
  total.failed += alone[suite] ? 0 : result.numFailedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
}
console.log(failed.length === 0 ? 'Everything is green' : `Failed: ${failed.join(', ')}`);
console.log(`${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failed.length === 0 && total.failed === 0 ? 0 : 1;

/**
 * Runs the few files that failed once more, while no other browser takes the processor: two browsers, their pages
 * and the tests share two cores, and some waits of thirty seconds end too soon. What fails alone has failed.
 * @param {string} name
 */
async function passesAlone(name) {
  const file = `out/results/${name}.json`;
  if (!existsSync(file)) return false;
  /** @type {{ testResults: { name: string; status: string }[] }} */
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const files = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name: path }) => relative('.', path));
  if (files.length === 0 || files.length > MOST_AGAIN) return false;
  console.log(`${name}: once more, alone: ${files.join(', ')}`);
  const again = await run(`vitest run --no-file-parallelism --project ${name} ${files.join(' ')}`, {
    show: true,
    minutes: 15,
  });
  if (again.code === 0) alone[name] = files;
  return again.code === 0;
}
