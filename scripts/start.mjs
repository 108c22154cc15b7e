// Builds Lectern and opens it on a sample page: npm start, npm start -- firefox
import { spawn } from 'node:child_process';
import { ensureBrowsers } from './browsers.mjs';
import { ensurePackages } from './packages.mjs';
import { run } from './run.mjs';

const words = process.argv.slice(2);
const name = words.includes('firefox') ? 'firefox' : 'chromium';

const missing = (await ensurePackages()) ?? (await ensureBrowsers([name]));
if (missing) stop(missing);
console.log('Building …');
const built = await run(`node scripts/build.mjs ${name === 'firefox' ? 'firefox' : 'chrome'}`);
if (built.code !== 0) stop(`The build failed:\n${built.output}`);
const args = ['--import', 'tsx', 'scripts/start.ts', name, ...words.filter((w) => w !== name)];
spawn(process.execPath, args, { stdio: 'inherit' }).once('exit', (code) => {
  process.exitCode = code ?? 1;
});

function stop(/** @type {string} */ sentence) {
  console.error(sentence);
  process.exit(1);
}
