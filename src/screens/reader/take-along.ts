import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleFacts, SavedArticle } from '../../article/article.ts';
import type { StringKey } from '../../ui/strings.ts';
import type { CopyAs } from './copy.ts';

/** How an article leaves the reader; fakes of a few lines in tests. */
export interface TakeAlongWorld {
  /** What is on show, or null. */
  article: () => { facts: ArticleFacts; html: string } | null;
  clipboardParts: (
    facts: ArticleFacts,
    html: string,
    as: CopyAs,
  ) => Promise<Record<string, string>>;
  /** Rejects where the browser does not let us. */
  write: (parts: Promise<Record<string, string>>) => Promise<void>;
  /** The system's own way to share, where it has one. Rejects when the person leaves it. */
  share: ((what: { title: string; url: string }) => Promise<void>) | null;
  print: () => void;
  /** Opens the dialog that writes the article to a file. */
  openExport: (article: SavedArticle) => void;
}

export interface TakeAlongModel {
  /** What became of the last copy; null after a while. */
  said: ReadonlySignal<StringKey | null>;
  copy(as: CopyAs): Promise<void>;
  print(): void;
  share: (() => void) | null;
  export(article: SavedArticle): void;
}

const SAID_STAYS = 4000;

/** Copy, print and share. */
export function createTakeAlong(world: TakeAlongWorld): TakeAlongModel {
  const said = signal<StringKey | null>(null);
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const say = (key: StringKey): void => {
    clearTimeout(leaving);
    said.value = key;
    leaving = setTimeout(() => (said.value = null), SAID_STAYS);
  };
  const { share } = world;
  return {
    said,
    async copy(as) {
      const shown = world.article();
      if (!shown) return;
      const parts = world.clipboardParts(shown.facts, shown.html, as);
      await world.write(parts).then(
        () => say('copied'),
        () => say('copyFailed'),
      );
      // A bug in the making of it is no refusal of the browser.
      await parts;
    },
    print: world.print,
    export: world.openExport,
    share:
      share &&
      (() => {
        const shown = world.article();
        if (!shown) return;
        // Left by the person: nothing to say.
        share({ title: shown.facts.title, url: shown.facts.url }).catch(() => undefined);
      }),
  };
}
