import { articleId, type ArticleId, type Time } from '../../article/article.ts';
import { fromBase64 } from '../../article/base64.ts';
import type { SavedSearch } from '../../article/library-query.ts';
import { pictureFile } from '../../article/picture-file.ts';
import {
  albumOf,
  articleOf,
  bodyOf,
  type Clean,
  editOf,
  highlightOf,
  searchOf,
  stateOf,
  tagOf,
  versionOf,
} from '../../store/backup-shapes.ts';
import type { RestoreGroup } from '../../store/restore.ts';
import type { BackupFault, BackupRecord } from './read.ts';

/** A picture of an article, by the file that has its bytes. */
export interface NamedPicture {
  id: ArticleId;
  src: string;
  changedAt: Time;
  sha256: string;
  part: string;
  line: number;
}

/** What a part of a backup holds, looked at and made anew. */
export interface Looked {
  groups: RestoreGroup[];
  pictures: NamedPicture[];
  searches: SavedSearch[];
  faults: BackupFault[];
}

/**
 * Makes articles of the records of a part. Ids are made from the addresses; texts go through `clean`. Records
 * that are none, or whose article is not there, become faults.
 */
export async function lookThrough(records: readonly BackupRecord[], clean: Clean): Promise<Looked> {
  const looked: Looked = { groups: [], pictures: [], searches: [], faults: [] };
  const groups = new Map<string, RestoreGroup>();
  const wrong = ({ part, line }: BackupRecord, reason: BackupFault['reason']): void => {
    looked.faults.push({ part, line, reason });
  };
  for (const one of records) {
    if (one.store !== 'articles') continue;
    const { url } = one.record as { url?: unknown };
    const id = typeof url === 'string' && URL.canParse(url) ? await articleId(url) : null;
    const article = id && articleOf(one.record, id);
    if (article) groups.set(oldId(one), { article, tags: [], highlights: [], versions: [] });
    else wrong(one, 'not-a-record');
  }
  for (const one of records) {
    const { store, record } = one;
    if (store === 'articles') continue;
    if (store === 'searches') {
      const search = searchOf(record);
      if (search) looked.searches.push(search);
      else wrong(one, 'not-a-record');
      continue;
    }
    // Of a store that nothing is restored of: what other programs or later versions keep for themselves.
    if (!KNOWN.has(store)) continue;
    const group = groups.get(oldId(one));
    if (!group) wrong(one, 'no-article');
    else if (store === 'pictures') {
      const picture = namedPicture(one, group.article.id);
      if (picture) looked.pictures.push(picture);
      else wrong(one, 'not-a-record');
    } else if (!putInto(group, store, record, clean)) wrong(one, 'not-a-record');
  }
  looked.groups = [
    ...new Map([...groups.values()].map((group) => [group.article.id, group])).values(),
  ];
  return looked;
}

const KNOWN = new Set([
  ...['bodies', 'states', 'tags', 'highlights', 'edits', 'versions', 'albums'],
  ...['thumbnails', 'pictures'],
]);

const oldId = ({ record }: BackupRecord): string => {
  const { id } = record as { id?: unknown };
  return typeof id === 'string' ? id : '';
};

/** Puts a record where it belongs; false for one that is not what its store holds. */
function putInto(group: RestoreGroup, store: string, record: unknown, clean: Clean): boolean {
  const { id } = group.article;
  const add = <T>(value: T | null, put: (value: T) => unknown): boolean => {
    if (value) put(value);
    return value !== null;
  };
  switch (store) {
    case 'bodies':
      return add(bodyOf(record, id, clean), (body) => (group.body = body));
    case 'states':
      return add(stateOf(record, id), (state) => (group.state = state));
    case 'tags':
      return add(tagOf(record, id), (tag) => group.tags.push(tag));
    case 'highlights':
      return add(highlightOf(record, id), (highlight) => group.highlights.push(highlight));
    case 'edits':
      return add(editOf(record, id, clean), (edit) => (group.edit = edit));
    case 'versions':
      return add(versionOf(record, id, clean), (version) => group.versions.push(version));
    case 'albums':
      return add(albumOf(record, id), (album) => (group.album = album));
    default:
      return add(thumbnailOf(record), (thumbnail) => (group.thumbnail = thumbnail));
  }
}

const LONGEST_THUMBNAIL = 300_000;

function thumbnailOf(record: unknown): string | null {
  const { thumbnail } = record as { thumbnail?: unknown };
  if (typeof thumbnail !== 'string' || thumbnail.length > LONGEST_THUMBNAIL) return null;
  const base64 = /^data:image\/[a-z]+;base64,([a-z\d+/=]+)$/i.exec(thumbnail)?.[1];
  const bytes = base64 && fromBase64(base64);
  const file = bytes && pictureFile(bytes);
  return file ? `data:${file.type};base64,${base64}` : null;
}

function namedPicture({ record, part, line }: BackupRecord, id: ArticleId): NamedPicture | null {
  const { src, changedAt, sha256 } = record as Record<string, unknown>;
  if (typeof src !== 'string' || typeof sha256 !== 'string') return null;
  if (!/^[\da-f]{64}$/.test(sha256)) return null;
  const at = typeof changedAt === 'number' && Number.isFinite(changedAt) ? changedAt : 0;
  return { id, src, sha256, part, line, changedAt: at };
}
