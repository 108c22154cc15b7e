import { tagKey } from '../article/library-change.ts';
import type { Grounds } from './find.ts';
import { FLAG } from './ledger.ts';
import type { Filter } from './search/query.ts';

type Test = (doc: number) => boolean;

/** Whether an article answers a filter, by the ledger and the tags. */
export async function testOf(grounds: Grounds, filter: Filter): Promise<Test> {
  const test = await plainTest(grounds, filter);
  return filter.negated ? (doc) => !test(doc) : test;
}

async function plainTest({ db, ledger }: Grounds, filter: Filter): Promise<Test> {
  const has =
    (flag: number): Test =>
    (doc) =>
      (ledger.flags(doc) & flag) !== 0;
  switch (filter.fact) {
    case 'tag': {
      const keys = await db.getAllKeysFromIndex('tags', 'live', tagKey(filter.tag));
      const docs = new Set(keys.map(([id]) => ledger.numberOf(id)));
      return (doc) => docs.has(doc);
    }
    case 'is':
      if (filter.is === 'unread') return (doc) => !has(FLAG.archive)(doc);
      return has(FLAG[filter.is]);
    case 'has':
      return has(FLAG[filter.has]);
    case 'saved':
      return (doc) => ledger.savedAt(doc) >= filter.from && ledger.savedAt(doc) < filter.until;
    case 'words':
      return (doc) => ledger.words(doc) >= filter.least && ledger.words(doc) <= filter.most;
    case 'nothing':
      return () => false;
  }
}
