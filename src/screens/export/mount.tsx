import { render } from 'preact';
import type { Shelf } from '../../article/library-query.ts';
import type { Send } from '../../messages/protocol.ts';
import { FORMATS_OUT } from '../../formats/out/formats.ts';
import type { HowOut } from '../../formats/out/format.ts';
import { recall, remember } from '../../ui/last-time.ts';
import {
  dateInWords,
  type StringKey,
  t,
  tCount,
  uiDirection,
  uiLanguage,
} from '../../ui/strings.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { createExport, type ExportFrom, type What } from './model.ts';
import { redraw } from './redraw.ts';

const MEMORY = 'export';
const SHELF_NAMES: Readonly<Record<Shelf, StringKey>> = {
  unread: 'listUnread',
  archive: 'listArchive',
  favourites: 'listFavourites',
  all: 'listAll',
};

/** Opens the dialog over the page; it goes when it is closed. */
export function openExport(
  world: { send: Send; saveFile: (name: string, content: Blob) => void },
  from: ExportFrom,
): void {
  const place = document.createElement('div');
  document.body.append(place);
  const close = (): void => {
    render(null, place);
    place.remove();
  };
  const here = from.query ? nameOf(from.query) : '';
  const model = createExport(
    {
      ...world,
      formats: FORMATS_OUT,
      redraw,
      now: Date.now,
      language: uiLanguage(),
      dir: uiDirection() === 'rtl' ? 'rtl' : 'ltr',
      words: wordsBeside(),
      titleOf: (what: What, tag: string) => {
        if (what === 'tag') return tag;
        if (what === 'here') return here;
        return what === 'week' ? t('exportWeek') : t('savedArticles');
      },
      memory: {
        recall: () => JSON.stringify(recall(MEMORY)),
        remember: (choice) => remember(MEMORY, JSON.parse(choice)),
      },
    },
    from,
  );
  render(<ExportDialog model={model} here={here} onClose={close} />, place);
}

/** The list as it is shown: its shelf, and the words that narrow it. */
const nameOf = ({ shelf, words }: NonNullable<ExportFrom['query']>): string =>
  words ? `${t(SHELF_NAMES[shelf])}: ${words}` : t(SHELF_NAMES[shelf]);

const wordsBeside = (): HowOut['words'] => ({
  contents: t('exportContents'),
  highlights: t('markAll'),
  cover: t('exportCover'),
  search: t('exportSearch'),
  nothing: t('exportNothingFound'),
  back: t('savedArticles'),
  unread: t('listUnread'),
  archive: t('listArchive'),
  articles: (count) => tCount('listArticles', count),
  day: dateInWords,
});
