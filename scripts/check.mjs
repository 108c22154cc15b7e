// All gates, or those named: node scripts/check.mjs [name …]. Each is a script of package.json.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

const GROUPS = [
  ['types', 'lint', 'format', 'unused', 'build'],
  // These read what the build made.
  ['pack', 'store', 'size', 'unit', 'gates'],
];
/** Gates that count their tests write them to out/results. */
export const COUNTED = ['unit', 'gates'];

/**
 * Runs the gates, those of a group side by side, and shows the output of each that fails.
 * @param {string[]} [names]
 * @returns {Promise<string[]>} The names of the gates that failed.
 */
export async function check(names = GROUPS.flat()) {
  /** @type {{ scripts: Record<string, string> }} */
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const failed = names.filter((name) => !GROUPS.flat().includes(name));
  if (failed.length > 0) console.log(`There is no gate called ${failed.join(' or ')}.`);
  for (const group of GROUPS) {
    const chosen = group.filter((name) => names.includes(name));
    await Promise.all(
      chosen.map(async (name) => {
        const counting = COUNTED.includes(name) ? counted(name) : '';
        const { code, output, seconds } = await run(`${scripts[name]}${counting}`);
        console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
        if (code === 0) return;
        console.log(output);
        failed.push(name);
      }),
    );
    // What the next group would read is an older build.
    if (failed.includes('build')) break;
  }
  return failed;
}

/** What makes vitest write its counts where the summary looks for them. */
export const counted = (/** @type {string} */ name) =>
  ` --reporter=default --reporter=json --outputFile.json=out/results/${name}.json`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const named = process.argv.slice(2);
  const failed = await check(named.length > 0 ? named : undefined);
  console.log(failed.length === 0 ? 'Every gate is green' : `Failed: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
