// Builds the extension: node scripts/build.mjs [chrome|firefox …] [--watch]
import { run } from './run.mjs';

const asked = process.argv.slice(2).filter((word) => word !== '--watch');
const targets = asked.length > 0 ? asked : ['chrome', 'firefox'];
const watch = asked.length + 2 < process.argv.length;

await Promise.all(
  targets.map(async (target) => {
    const { code, output } = await run(`vite build --mode ${target}${watch ? ' --watch' : ''}`, {
      show: watch,
      minutes: watch ? 24 * 60 : 5,
    });
    console.log(code === 0 ? `dist/${target}` : output);
    if (code !== 0) process.exitCode = 1;
  }),
);
