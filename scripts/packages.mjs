import { existsSync, statSync } from 'node:fs';
import { run } from './run.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/**
 * Installs the pinned packages when they are missing or older than the lockfile.
 * Answers with a sentence when that is not possible, else with undefined.
 * @returns {Promise<string | undefined>}
 */
export async function ensurePackages() {
  if (major < 20 || (major === 20 && minor < 19))
    return `Node 20.19 or later is needed; this is ${process.versions.node}.`;
  // npm writes this file last, so it also tells of an install that was broken off.
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs)
    return undefined;
  console.log('Installing the packages …');
  const { code, output } = await run('npm ci --no-audit --no-fund --loglevel=error');
  return code === 0 ? undefined : `The packages could not be installed with npm ci:\n${output}`;
}
