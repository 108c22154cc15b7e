// Everything, on a machine that has nothing but Node: packages, browsers, gates, both browsers' suites.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowsers } from './browsers.mjs';
import { check, COUNTED, counted } from './check.mjs';
import { ensurePackages } from './packages.mjs';
import { run } from './run.mjs';

const BROWSERS = /** @type {const} */ (['chromium', 'firefox']);
const begun = Date.now();
rmSync('out/results', { recursive: true, force: true });

/** @type {string[]} */
const failed = [];
const missing = (await ensurePackages()) ?? (await ensureBrowsers([...BROWSERS]));
if (missing) {
  console.log(missing);
  failed.push('installation');
} else {
  failed.push(...(await check()));
  // Without a build there is nothing to try in a browser.
  for (const name of failed.includes('build') ? [] : BROWSERS) {
    const suite = await run(`vitest run --no-file-parallelism --project ${name}${counted(name)}`, {
      show: true,
      minutes: 6,
    });
    if (suite.code !== 0) failed.push(name);
  }
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
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
}
console.log(failed.length === 0 ? 'Everything is green' : `Failed: ${failed.join(', ')}`);
console.log(`${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failed.length === 0 && total.failed === 0 ? 0 : 1;
