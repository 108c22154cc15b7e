import { expect, it } from 'vitest';
import type { Grounds } from '../../src/store/find.ts';
import { inOrder } from '../../src/store/order.ts';
import { seeded } from '../bench/statistics.ts';

const grounds = {} as Pick<Grounds, 'db' | 'ledger'>;

it.each([0, 1, 599, 600, 5000])(
  'gives the best of %i documents first, and of equals the newest',
  async (count) => {
    const random = seeded(count);
    const docs = Array.from({ length: count }, (_, at) => at * 3);
    const scores = Float32Array.from(docs, () => Math.floor(random() * 40) / 7);
    const scoreOf = new Map(docs.map((doc, at) => [doc, scores[at]!]));
    const byHand = [...docs].sort((a, b) => scoreOf.get(b)! - scoreOf.get(a)! || b - a);
    expect(await inOrder(grounds, [...docs], 'best', { scores })).toEqual(byHand);
    const first = await inOrder(grounds, [...docs], 'best', { scores, most: 300 });
    expect(first.slice(0, 300)).toEqual(byHand.slice(0, 300));
    expect(first.length).toBeLessThanOrEqual(600);
  },
);
