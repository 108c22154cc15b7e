import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

// Our packages' programs come first, as in npm's own scripts.
const PATH = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);

// Logs stay plain.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

// Ended from outside, we end what we started: see the exit listener below.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

/**
 * Runs one command line to its end and gives its exit code, what it wrote and the seconds it took.
 * `show` lets it write to our own output instead; after `minutes` it is ended with code 124.
 * @param {string} command
 * @param {{ show?: boolean, minutes?: number }} [options]
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function run(command, { show = false, minutes = 10 } = {}) {
  const begun = Date.now();
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, ...plain, PATH },
      detached: process.platform !== 'win32',
    });
    let output = '';
    child.stdout?.on('data', (part) => (output += String(part)));
    child.stderr?.on('data', (part) => (output += String(part)));
    let late = false;
    // The whole group: a test runner's browsers must not outlive it.
    const end = () => {
      try {
        if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid);
      } catch {
        // It is gone already.
      }
    };
    const limit = setTimeout(() => {
      late = true;
      console.log(`${command}: ended after ${minutes} minutes`);
      end();
    }, minutes * 60_000);
    process.once('exit', end);
    child.once('close', (code) => {
      clearTimeout(limit);
      process.off('exit', end);
      done({ code: late ? 124 : (code ?? 1), output, seconds: (Date.now() - begun) / 1000 });
    });
  });
}
