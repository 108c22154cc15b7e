import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};

// npm leaves out what the registry at hand does not have, and `npm ci` then refuses the whole file.
it('locks the binaries of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

it('names versions and no registry', () => {
  for (const [path, { version, resolved }] of Object.entries(packages)) {
    if (path.startsWith('node_modules/')) expect(version, path).toMatch(/^\d/);
    expect(resolved, path).toBeUndefined();
  }
});
