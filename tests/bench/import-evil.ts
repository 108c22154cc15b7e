import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driver, launch, type View } from '../browser/driver/driver.ts';

export const about =
  'import-evil FOLDER: each file of a folder of hostile files through the import page in Chromium: what the person is told, ms, longest standstill, memory';

const PAGE = 'src/entrypoints/import/index.html';
const PIECE = 2_000_000;
/** What may stand there when a file was looked at, or brought in. */
const TOLD = `!document.querySelector('main progress') && document.querySelector('main h2, main [role=alert]') && !document.querySelector('input[type=file]')`;
const OVER = `document.querySelector('main a[href*="library/index.html"][class*=main], main [role=alert]')`;

export async function measure([folder = '']: string[]): Promise<unknown> {
  const profile = mkdtempSync(join(tmpdir(), 'lectern-evil-'));
  const driver = await launch('chromium', { extension: 'dist/chrome', profile });
  const found: object[] = [];
  try {
    const page = await driver.open(`${driver.origin}${PAGE}`);
    for (const name of readdirSync(folder)) {
      const told = await tried(driver, page, { name, bytes: readFileSync(join(folder, name)) });
      console.log(
        `${name}: ${Object.entries(told)
          .map(([what, is]) => `${what} ${is}`)
          .join(', ')}`,
      );
      found.push({ name, ...told });
    }
  } finally {
    await driver.quit();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
  return found;
}

async function tried(
  driver: Driver,
  page: View,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<Record<string, string | number | boolean>> {
  await page.run(`location.reload()`).catch(() => undefined);
  await page.until(
    `document.readyState === 'complete' && document.querySelector('input[type=file]')`,
  );
  await page.run(`
    window.given = [];
    window.longest = 0;
    let last = performance.now();
    setInterval(() => {
      window.longest = Math.max(window.longest, performance.now() - last);
      last = performance.now();
    }, 20);`);
  for (let at = 0; at < bytes.length; at += PIECE)
    await page.run(
      `window.given.push(Uint8Array.fromBase64 ? Uint8Array.fromBase64(args[0]) : Uint8Array.from(atob(args[0]), (c) => c.charCodeAt(0)))`,
      bytes.subarray(at, at + PIECE).toString('base64'),
    );
  await page.run(
    `const all = new DataTransfer();
     all.items.add(new File(window.given, args[0]));
     window.given = [];
     const input = document.querySelector('input[type=file]');
     input.files = all.files;
     window.began = performance.now();
     input.dispatchEvent(new Event('change', { bubbles: true }));`,
    name,
  );
  const isTold = await page.until(TOLD, 60_000).then(
    () => true,
    () => false,
  );
  const ms = await page.run<number>(`return Math.round(performance.now() - window.began)`);
  const said = (await page.text('main')).replace(/\s+/g, ' ').slice(0, 230);
  let after = '';
  // A hundred thousand rows are what `import` measures.
  if (isTold && bytes.length < 4_000_000)
    if (await page.run<boolean>(`return !!document.querySelector('[class*=count]')`)) {
      await page.click('main section > div button');
      await page.until(OVER, 60_000).catch(() => undefined);
      after = (await page.text('main')).replace(/\s+/g, ' ').slice(0, 200);
    }
  const longest = await page.run<number>(`return Math.round(window.longest)`);
  const polluted = await page.run<number>(
    `let count = Object.keys(Object.prototype).length; for (const _ in {}) count += 1; return count + Number(({}).polluted !== undefined)`,
  );
  const memory = Math.round((await driver.memory()) / 1e6);
  return {
    told: isTold,
    ms,
    longest,
    memory,
    polluted,
    said: JSON.stringify(said),
    ...(after && { after: JSON.stringify(after) }),
  };
}
