import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/**
 * Installs the pinned packages when they are missing or differ from the lockfile.
 * Answers with a sentence when that is not possible, else with undefined.
 * @returns {Promise<string | undefined>}
 */
export async function ensurePackages() {
  if (major < 20 || (major === 20 && minor < 19))
    return `Node 20.19 or later is needed; this is ${process.versions.node}.`;
  if (areInstalled()) return undefined;
  console.log('Installing the packages …');
  const { code, output } = await run('npm ci --no-audit --no-fund --loglevel=error');
  if (code === 0) return undefined;
  const reason = output.trim().split('\n').slice(0, 12).join('\n');
  return `The packages could not be installed with npm ci:\n${reason}`;
}

/** Whether node_modules holds what the lockfile asks for; npm writes its own list there last. */
function areInstalled() {
  const list = 'node_modules/.package-lock.json';
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

/** @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(/** @type {string} */ lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}
