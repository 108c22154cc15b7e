import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, Time } from '../../article/article.ts';
import type { LibraryQuery, TagCount } from '../../article/library-query.ts';
import { done, type Result } from '../../article/result.ts';
import type { Exported, PictureBytes } from '../../formats/out/exported.ts';
import { bytesOfAddress } from '../../formats/out/exported.ts';
import { safeName } from '../../formats/out/file-name.ts';
import type { HowOut, OutFormat, OutFormatId, Writer } from '../../formats/out/format.ts';
import type { Send } from '../../messages/protocol.ts';
import { tagWords } from '../library/address.ts';
import { answerOf, type Trouble } from '../library/world.ts';
import { type ExportChoice, readChoice } from './choice.ts';

/** Which articles are to leave. */
export const WHATS = ['selected', 'here', 'week', 'tag', 'all'] as const;
export type What = (typeof WHATS)[number];

/** Where the dialog was opened: on some articles, on a list, or both. */
export interface ExportFrom {
  ids: readonly ArticleId[];
  /** Of the one article. */
  title?: string;
  query: LibraryQuery | null;
}

/** How far it has come. */
export type Exporting =
  | { is: 'choosing' | 'nothing' | 'stopped' }
  | { is: 'going'; done: number; of: number }
  | { is: 'done'; articles: number; missing: number; unreadable: number }
  | { is: 'failed'; reason: Trouble | 'not-written' };

export interface ExportWorld {
  send: Send;
  saveFile: (name: string, content: Blob) => void;
  formats: Readonly<Record<OutFormatId, OutFormat>>;
  redraw: (picture: PictureBytes) => Promise<PictureBytes | null>;
  now: () => Time;
  language: string;
  dir: 'ltr' | 'rtl';
  words: HowOut['words'];
  /** Names what leaves: a shelf, a tag, the week. */
  titleOf: (what: What, tag: string) => string;
  memory: { recall: () => string; remember: (choice: string) => void };
}

export interface ExportModel {
  from: ExportFrom;
  /** Those that there are here. */
  whats: readonly What[];
  what: ReadonlySignal<What>;
  tag: ReadonlySignal<string>;
  tags: ReadonlySignal<readonly TagCount[]>;
  choice: ReadonlySignal<ExportChoice>;
  state: ReadonlySignal<Exporting>;
  /** The first of the articles, to try a template on. */
  sample: ReadonlySignal<Exported | null>;
  choose(what: What, tag?: string): void;
  change(part: Partial<ExportChoice>): void;
  start(): Promise<void>;
  stop(): void;
  back(): void;
  findSample(): Promise<void>;
}

const WEEK = 6 * 86_400_000;

/** Takes articles out of the library into a file, one after the other. */
export function createExport(world: ExportWorld, from: ExportFrom): ExportModel {
  const whats = WHATS.filter((what) => {
    if (what === 'selected') return from.ids.length > 0;
    return from.query !== null;
  });
  const what = signal<What>(whats[0] ?? 'all');
  const tag = signal('');
  const tags = signal<readonly TagCount[]>([]);
  const choice = signal(readChoice(world.memory.recall()));
  const state = signal<Exporting>({ is: 'choosing' });
  const sample = signal<Exported | null>(null);
  let stopping = new AbortController();

  if (from.query)
    void answerOf(world.send('tags/all')).then((answer) => {
      if (!answer.ok) return;
      tags.value = answer.value;
      tag.value ||= answer.value[0]?.tag ?? '';
    });

  const idsOf = async (): Promise<Result<readonly ArticleId[], Trouble>> => {
    if (what.value === 'selected') return done(from.ids);
    const query = queryOf(what.value, tag.value, from.query, world.now());
    return answerOf(world.send('library/ids', query));
  };

  const read = async (
    id: ArticleId,
    expect?: Writer['expect'],
  ): Promise<Result<Exported | null, Trouble>> => {
    const [article, highlights] = await Promise.all([
      answerOf(world.send('article/get', id)),
      answerOf(world.send('highlights/of', id)),
    ]);
    if (!article.ok) return article;
    if (!article.value) return done(null);
    const editable = article.value.edited
      ? await answerOf(world.send('article/editable', id))
      : null;
    const one: Exported = {
      article: article.value,
      highlights: highlights.ok ? highlights.value : [],
      ...(editable?.ok && editable.value && { original: editable.value.original }),
      picture: async (src) => {
        const kept = await answerOf(world.send('picture/get', { id, src }));
        return kept.ok && kept.value ? bytesOfAddress(kept.value) : null;
      },
    };
    expect?.(one);
    return done(one);
  };

  const titleOf = (ids: readonly ArticleId[]): string =>
    ids.length === 1 && from.title ? from.title : world.titleOf(what.value, tag.value);

  /** Null where it was stopped. */
  const write = async (
    ids: readonly ArticleId[],
    format: OutFormat,
    stopped: AbortSignal,
  ): Promise<Exporting & { file?: Blob }> => {
    const { pictures, vertical, fileName, template } = choice.value;
    const { language, dir, words, redraw } = world;
    const title = titleOf(ids);
    const writer = await format.begin({
      ...{ title, now: world.now(), language, dir, words, redraw },
      ...{ pictures: pictures && format.hasPictures, vertical, fileName, template },
    });
    const sum = { articles: 0, missing: 0, unreadable: 0 };
    let next = read(ids[0]!);
    for (const [at] of ids.entries()) {
      const found = await next;
      // The one after it is fetched while this one is written.
      if (at + 1 < ids.length) next = read(ids[at + 1]!, writer.expect);
      if (stopped.aborted) return { is: 'stopped' };
      if (!found.ok && found.reason !== 'not-an-article')
        return { is: 'failed', reason: found.reason };
      if (found.ok && found.value) {
        sum.missing += await writer.add(found.value);
        sum.articles += 1;
      } else sum.unreadable += 1;
      if (stopped.aborted) return { is: 'stopped' };
      state.value = { is: 'going', done: at + 1, of: ids.length };
    }
    const file = await writer.finish();
    return { is: 'done', ...sum, file };
  };

  return {
    from,
    whats,
    what,
    tag,
    tags,
    choice,
    state,
    sample,
    choose(next, nextTag) {
      what.value = next;
      if (nextTag !== undefined) tag.value = nextTag;
      sample.value = null;
    },
    change(part) {
      choice.value = { ...choice.value, ...part };
      world.memory.remember(JSON.stringify(choice.value));
    },
    async start() {
      if (state.value.is === 'going') return;
      stopping = new AbortController();
      const { signal: stopped } = stopping;
      state.value = { is: 'going', done: 0, of: 0 };
      const ids = await idsOf();
      if (!ids.ok || ids.value.length === 0) {
        state.value = ids.ok ? { is: 'nothing' } : { is: 'failed', reason: ids.reason };
        return;
      }
      const format = world.formats[choice.value.format];
      try {
        const { file, ...ended } = await write(ids.value, format, stopped);
        state.value = ended;
        if (file)
          world.saveFile(
            `${fileTitle(titleOf(ids.value), ids.value.length, world.now())}.${format.extension}`,
            file,
          );
      } catch (error) {
        state.value = { is: 'failed', reason: 'not-written' };
        throw error;
      }
    },
    stop: () => stopping.abort(),
    back: () => (state.value = { is: 'choosing' }),
    async findSample() {
      const ids = await idsOf();
      const first = ids.ok ? ids.value[0] : undefined;
      const found = first && (await read(first));
      if (found && found.ok) sample.value = found.value;
    },
  };
}

/** With the day, where there will be another like it. */
const fileTitle = (title: string, count: number, now: Time): string =>
  safeName(count === 1 ? title : `${title} ${localDay(now)}`);

function queryOf(what: What, tag: string, here: LibraryQuery | null, now: Time): LibraryQuery {
  const all: LibraryQuery = { shelf: 'all', sort: 'newest', words: '' };
  if (what === 'here' && here) return here;
  if (what === 'week') return { ...all, words: `after:${localDay(now - WEEK)}` };
  return what === 'tag' ? { ...all, words: tagWords(tag) } : all;
}

/** "2026-11-23", here. */
function localDay(time: Time): string {
  const day = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
