import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seeded } from '../bench/statistics.ts';
import { killWorkers } from './hard-work.ts';
import { killSaves } from './kill-saves.ts';
import { type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

describe(`the background killed while it saves, in ${inject('browser')}`, () => {
  // `npm run measure -- kills` does it fifty times.
  it('keeps what it said is saved, once and whole', { timeout: 120_000 }, async () => {
    const report = await killSaves(session.driver, session.site, 8);
    expect(report).toMatchObject({ lost: [], doubled: [], torn: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
  });

  it(
    'keeps every change that it said is kept, everywhere the same',
    { timeout: 120_000 },
    async () => {
      const report = await killWorkers(session.driver, session.site, 12, seeded(1));
      expect(report).toMatchObject({ wrong: [], disagreements: [] });
      expect(report.acknowledged).toBeGreaterThan(10);
    },
  );
});
