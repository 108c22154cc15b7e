import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleId } from '../../article/article.ts';
import {
  HIGHLIGHT_COLOURS,
  type HighlightId,
  type ListedHighlight,
} from '../../article/highlight.ts';
import { highlightsAsCsv } from '../../formats/highlights-csv.ts';
import { highlightsAsJson } from '../../formats/highlights-json.ts';
import { highlightsAsMarkdown } from '../../formats/highlights-markdown.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/Icon.tsx';
import { LookMenu } from '../../ui/LookMenu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { type StringKey, t, tCount } from '../../ui/strings.ts';
import { libraryFailureText } from '../failures.ts';
import { COLOUR_NAMES } from '../highlights/Colours.tsx';
import type { AllHighlightsModel } from './model.ts';
import styles from './all-highlights.module.css';

interface AllHighlightsScreenProps {
  highlights: AllHighlightsModel;
  look: SettingsModel;
  libraryAddress: string;
  addressOf: (article: ArticleId, id?: HighlightId) => string;
  /** Writes a file for the person. */
  saveFile: (name: string, text: string) => void;
}

/** The ways in which highlights leave as a file. */
const FILES: readonly (readonly [
  label: StringKey,
  name: string,
  as: (all: ListedHighlight[]) => string,
])[] = [
  ['markSaveFile', 'highlights.md', highlightsAsMarkdown],
  ['markSaveCsv', 'highlights.csv', highlightsAsCsv],
  ['markSaveJson', 'highlights.json', (all) => highlightsAsJson(all, Date.now())],
];

/** What was marked in all articles, with a search, and the ways out. */
export function AllHighlightsScreen(props: AllHighlightsScreenProps): JSX.Element {
  const { highlights, look, libraryAddress, addressOf, saveFile } = props;
  const { query, listing, search, chooseColour, onlyNotes } = highlights;
  const [said, setSaid] = useState('');
  const { words, colour, hasNote } = query.value;
  const found = listing.value.is === 'found' ? listing.value : null;
  const isNarrowed = Boolean(words || colour || hasNote);
  const written = async (
    as: (all: ListedHighlight[]) => string,
    use: (text: string) => unknown,
  ): Promise<void> => {
    const all = await highlights.everything();
    if (!all) setSaid(libraryFailureText('no-answer'));
    else await use(as(all));
  };
  return (
    <div class={styles['page']}>
      <header class={styles['head']}>
        <a class={controls['button']} href={libraryAddress}>
          <Icon name="back" />
          {t('savedArticles')}
        </a>
        <span class={styles['gap']} />
        <LookMenu look={look} />
      </header>
      <main>
        <h1>{t('markAll')}</h1>
        <div class={styles['tools']} role="search">
          <input
            type="search"
            class={styles['search']}
            aria-label={t('markSearch')}
            placeholder={t('markSearch')}
            value={words}
            onInput={({ currentTarget }) => search(currentTarget.value)}
          />
          <select
            aria-label={t('markColour')}
            value={colour ?? ''}
            onChange={({ currentTarget }) =>
              chooseColour(HIGHLIGHT_COLOURS.find((known) => known === currentTarget.value))
            }
          >
            <option value="">{t('markEveryColour')}</option>
            {HIGHLIGHT_COLOURS.map((name) => (
              <option key={name} value={name}>
                {t(COLOUR_NAMES[name])}
              </option>
            ))}
          </select>
          <label class={styles['check']}>
            <input
              type="checkbox"
              checked={hasNote ?? false}
              onChange={({ currentTarget }) => onlyNotes(currentTarget.checked)}
            />
            {t('markWithNote')}
          </label>
        </div>
        <div class={styles['sum']}>
          <p role="status">
            {said ||
              (found && found.total > 0
                ? `${tCount('markFound', found.total)} ${tCount('markInArticles', found.articles)}`
                : '')}
          </p>
          {found && found.total > 0 && (
            <span>
              <Button
                label={t('markCopyAll')}
                onClick={() =>
                  void written(highlightsAsMarkdown, (text) =>
                    navigator.clipboard.writeText(text),
                  ).then(() => setSaid(t('markCopiedAll')))
                }
              />
              {FILES.map(([label, name, as]) => (
                <Button
                  key={name}
                  label={t(label)}
                  onClick={() => void written(as, (text) => saveFile(name, text))}
                />
              ))}
            </span>
          )}
        </div>
        {listing.value.is === 'failed' && (
          <Notice title={t('markFailed')} text={libraryFailureText(listing.value.reason)}>
            <Button label={t('tryAgain')} kind="main" onClick={highlights.tryAgain} />
          </Notice>
        )}
        {found?.total === 0 && (
          <Notice
            title={isNarrowed ? t('markNothing') : t('markEmpty')}
            text={isNarrowed ? t('markNothingText') : t('markEmptyText')}
          />
        )}
        {found && (
          <>
            {byArticle(found.shown).map((those) => (
              <Article key={those[0]!.article} highlights={those} addressOf={addressOf} />
            ))}
            {found.shown.length < found.total && <More onMore={() => void highlights.more()} />}
          </>
        )}
      </main>
    </div>
  );
}

function Article({
  highlights,
  addressOf,
}: {
  highlights: ListedHighlight[];
  addressOf: AllHighlightsScreenProps['addressOf'];
}): JSX.Element {
  const { article, title, siteName } = highlights[0]!;
  return (
    <section class={styles['article']}>
      <h2 dir="auto">
        <a href={addressOf(article)}>{title}</a>
      </h2>
      <p class={styles['site']} dir="auto">
        {siteName}
      </p>
      <ul role="list">
        {highlights.map(({ id, quote, note, colour }) => (
          <li key={id}>
            <a
              class={styles['quote']}
              data-colour={colour}
              dir="auto"
              href={addressOf(article, id)}
              title={t(COLOUR_NAMES[colour])}
            >
              {quote.exact}
            </a>
            {note && (
              <p class={styles['note']} dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Comes by itself when the end is near; a button for whoever gets there by keyboard. */
function More({ onMore }: { onMore: () => void }): JSX.Element {
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const watching = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), {
      rootMargin: '800px',
    });
    watching.observe(end.current!);
    return () => watching.disconnect();
  });
  return (
    <p ref={end}>
      <Button label={t('markMore')} onClick={onMore} />
    </p>
  );
}

function byArticle(highlights: readonly ListedHighlight[]): ListedHighlight[][] {
  const groups: ListedHighlight[][] = [];
  for (const one of highlights) {
    const last = groups.at(-1);
    if (last?.[0]?.article === one.article) last.push(one);
    else groups.push([one]);
  }
  return groups;
}
