// Runs one measurement: npm run measure -- NAME [--json] [its own arguments]
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Measurement {
  /** What it measures and takes, in one line. */
  about: string;
  /** Prints a table, and gives what it found. */
  measure(args: string[]): Promise<unknown>;
}

const [name = '', ...args] = process.argv.slice(2);

async function measurements(): Promise<Map<string, Measurement>> {
  const found = new Map<string, Measurement>();
  for (const file of readdirSync(fileURLToPath(new URL('.', import.meta.url)))) {
    if (!file.endsWith('.ts') || file === 'run.ts') continue;
    const module = (await import(`./${file}`)) as Partial<Measurement>;
    if (module.measure) found.set(file.slice(0, -'.ts'.length), module as Measurement);
  }
  return found;
}

const all = await measurements();
const chosen = all.get(name);
if (chosen) {
  const result = await chosen.measure(args.filter((word) => word !== '--json'));
  if (args.includes('--json')) console.log(JSON.stringify(result));
} else {
  console.log(name ? `There is no measurement called ${name}.` : 'Measurements:');
  for (const [known, { about }] of all) console.log(`  ${known.padEnd(12)} ${about}`);
  process.exitCode = 1;
}
