import type { ArticleId, Time } from '../../article/article.ts';
import {
  addRestored,
  type ArticleStamp,
  NOTHING_RESTORED,
  type PackedPicture,
  type Restored,
} from '../../article/backup.ts';
import { toBase64 } from '../../article/base64.ts';
import { removal } from '../../article/library-change.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import { done, failed, type Result } from '../../article/result.ts';
import { lookThrough, type NamedPicture } from '../../formats/backup/groups.ts';
import type { Backup, BackupFault } from '../../formats/backup/read.ts';
import type { Send } from '../../messages/protocol.ts';
import type { SafeHtml } from '../../sanitize/safe-html.ts';
import type { RestoreMode } from '../../store/restore.ts';
import { stampOf } from '../../store/restore-rest.ts';

/** What a backup holds, and how it stands to the library. */
export interface Comparison {
  articles: number;
  highlights: number;
  pictures: number;
  /** Not in the library. */
  fresh: number;
  /** Changed later in the file. */
  later: number;
  /** Changed later here. */
  laterHere: number;
  same: number;
  /** Articles here. */
  here: number;
  /** Of those, not in the file. */
  onlyHere: ArticleId[];
  faults: BackupFault[];
}

export type RestoreFailure = LibraryFailure | 'no-answer' | 'cancelled';

export interface Way {
  send: Send;
  clean: (html: string) => SafeHtml;
}

export interface Steps {
  signal: AbortSignal;
  /** The part of the work that is done, from 0 to 1. */
  onProgress: (part: number) => void;
}

/** So many faults are kept to be told. */
const MOST_FAULTS = 5000;
/** Small enough for a message. */
const MOST_BASE64 = 12_000_000;
const AT_ONCE = 500;

/** Reads all of a backup, without its pictures' bytes, and compares it with the library. */
export async function compare(
  backup: Backup,
  { send }: Pick<Way, 'send'>,
  { signal, onProgress }: Steps,
): Promise<Result<Comparison, RestoreFailure>> {
  const ours = await stampsHere(send);
  if (!ours) return failed('no-answer');
  const theirs = new Map<ArticleId, ArticleStamp>();
  const found = { highlights: 0, pictures: 0, faults: [] as BackupFault[] };
  for (const [turn, part] of backup.parts.entries()) {
    if (signal.aborted) return failed('cancelled');
    const { records, faults } = await backup.read(part);
    // Texts are cleaned when they are restored.
    const looked = await lookThrough(records, (html) => html as SafeHtml);
    for (const group of looked.groups) {
      const { id, deletedAt } = group.article;
      theirs.set(id, { id, at: stampOf(group), ...(deletedAt !== undefined && { removed: true }) });
      found.highlights += group.highlights.filter((one) => one.deletedAt === undefined).length;
    }
    found.pictures += looked.pictures.length;
    noteFaults(found.faults, faults, looked.faults);
    onProgress((turn + 1) / backup.parts.length);
  }
  return done({ ...found, ...compared(theirs, ours) });
}

/** A hostile file has more faults than anybody reads, and than a call has arguments. */
function noteFaults(noted: BackupFault[], ...more: (readonly BackupFault[])[]): void {
  for (const faults of more) {
    const room = Math.max(0, MOST_FAULTS - noted.length);
    for (const fault of faults.slice(0, room)) noted.push(fault);
  }
}

function compared(
  theirs: ReadonlyMap<ArticleId, ArticleStamp>,
  ours: ReadonlyMap<ArticleId, ArticleStamp>,
): Omit<Comparison, 'highlights' | 'pictures' | 'faults'> {
  const sum = { articles: 0, fresh: 0, later: 0, laterHere: 0, same: 0, here: 0 };
  for (const { id, at, removed } of theirs.values()) {
    const here = ours.get(id);
    if (!removed) sum.articles += 1;
    if (!here) sum.fresh += removed ? 0 : 1;
    else if (here.at === at) sum.same += 1;
    else if (here.at < at) sum.later += 1;
    else sum.laterHere += 1;
  }
  const there = [...ours.values()].filter(({ removed }) => !removed).map(({ id }) => id);
  const onlyHere = there.filter((id) => theirs.get(id) === undefined);
  return { ...sum, here: there.length, onlyHere };
}

async function stampsHere(send: Send): Promise<Map<ArticleId, ArticleStamp> | null> {
  const stamps = new Map<ArticleId, ArticleStamp>();
  for (let after: ArticleId | null = null; ;) {
    const answer: Awaited<ReturnType<typeof send<'restore/stamps'>>> | null = await send(
      'restore/stamps',
      after,
    ).catch(() => null);
    if (!answer?.ok) return null;
    for (const stamp of answer.value.stamps) stamps.set(stamp.id, stamp);
    after = answer.value.next;
    if (after === null) return stamps;
  }
}

/** What came back, and what could not. */
export interface Restoration extends Restored {
  pictures: number;
  /** Pictures that the file says there are, and that are not there. */
  lostPictures: number;
  /** Articles that were moved away. */
  removed: number;
  faults: BackupFault[];
}

/** Puts a backup into the library part by part; ended in the middle, asking again goes on. */
export async function restore(
  backup: Backup,
  mode: RestoreMode,
  onlyHere: readonly ArticleId[],
  { send, clean, now }: Way & { now: () => Time },
  { signal, onProgress }: Steps,
): Promise<Result<Restoration, { why: RestoreFailure; soFar: Restoration }>> {
  const soFar: Restoration = {
    ...NOTHING_RESTORED,
    ...{ pictures: 0, lostPictures: 0, removed: 0, faults: [] },
  };
  const stop = (why: RestoreFailure) => failed({ why, soFar });
  for (const [turn, part] of backup.parts.entries()) {
    if (signal.aborted) return stop('cancelled');
    const { records, faults } = await backup.read(part);
    const { groups, pictures, searches, faults: more } = await lookThrough(records, clean);
    noteFaults(soFar.faults, faults, more);
    const put =
      groups.length > 0
        ? await asked(send('restore/articles', { groups, mode }))
        : done(NOTHING_RESTORED);
    if (!put.ok) return stop(put.reason);
    Object.assign(soFar, addRestored(soFar, put.value));
    if (searches.length > 0) {
      const kept = await asked(send('restore/searches', searches));
      if (!kept.ok) return stop(kept.reason);
    }
    const why = await bringPictures(backup, pictures, send, soFar, signal);
    if (why) return stop(why);
    onProgress((turn + 1) / backup.parts.length);
  }
  if (mode === 'replace') {
    const at = now();
    for (let from = 0; from < onlyHere.length; from += AT_ONCE) {
      const ids = onlyHere.slice(from, from + AT_ONCE);
      const { change } = removal(ids[0]!, true);
      const moved = await asked(send('library/do', [{ ids: [...ids], change, at }]));
      if (!moved.ok) return stop(moved.reason);
      soFar.removed += ids.length;
    }
  }
  return done(soFar);
}

const asked = <T>(asking: Promise<Result<T, LibraryFailure>>): Promise<Result<T, RestoreFailure>> =>
  asking.catch(() => failed('no-answer' as const));

/** Gives the pictures of a part to the library, a message full at a time; a reason where that failed. */
async function bringPictures(
  backup: Backup,
  pictures: readonly NamedPicture[],
  send: Send,
  soFar: Restoration,
  signal: AbortSignal,
): Promise<RestoreFailure | null> {
  let packed: PackedPicture[] = [];
  let size = 0;
  const hand = async (): Promise<RestoreFailure | null> => {
    if (packed.length === 0) return null;
    const put = await asked(send('restore/pictures', packed));
    if (!put.ok) return put.reason;
    soFar.pictures += put.value;
    soFar.lostPictures += packed.length - put.value;
    [packed, size] = [[], 0];
    return null;
  };
  for (const { id, src, changedAt, sha256, part, line } of pictures) {
    if (signal.aborted) return 'cancelled';
    const bytes = await backup.picture(sha256);
    if (!bytes) {
      soFar.lostPictures += 1;
      noteFaults(soFar.faults, [{ part, line, reason: 'picture' }]);
      continue;
    }
    const base64 = toBase64(bytes);
    if (size + base64.length > MOST_BASE64) {
      const why = await hand();
      if (why) return why;
    }
    packed.push({ id, src, type: '', changedAt, base64 });
    size += base64.length;
  }
  return hand();
}
