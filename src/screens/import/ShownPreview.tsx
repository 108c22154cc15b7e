import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import sheet from '../../ui/sheet.module.css';
import styles from './import.module.css';
import type { FormatCount, Preview } from './preview.ts';
import { losesWords, reasonWords } from './words.ts';

interface ShownPreviewProps {
  preview: Preview;
  foldersAsTags: Signal<boolean>;
  onStart: () => void;
  onAgain: () => void;
}

/** What the files hold and what would become of it, before anything is kept. */
export function ShownPreview(props: ShownPreviewProps): JSX.Element {
  const { preview, foldersAsTags, onStart, onAgain } = props;
  const { articles, there, twice, waiting, folders } = preview;
  if (articles === 0)
    return (
      <section>
        <h2>{t('importNothing')}</h2>
        <p class={styles['quiet']}>{t('importNothingText')}</p>
        <Unread preview={preview} />
        <div class={sheet['actions']}>
          <Button label={t('importOthers')} kind="main" onClick={onAgain} />
        </div>
      </section>
    );
  return (
    <section>
      <h2 class={styles['count']}>{tCount('importArticles', articles)}</h2>
      <ul role="list" class={styles['facts']}>
        <li>{tCount('importNew', articles - there)}</li>
        {there > 0 && <li>{tCount('importThere', there)}</li>}
        {twice > 0 && <li>{tCount('importTwice', twice)}</li>}
        {waiting > 0 && <li>{tCount('importWaiting', waiting)}</li>}
      </ul>
      {folders > 0 && (
        <label class={styles['check']}>
          <input
            type="checkbox"
            checked={foldersAsTags.value}
            onChange={({ currentTarget }) => (foldersAsTags.value = currentTarget.checked)}
          />
          {t('importFoldersAsTags')}
        </label>
      )}
      <div class={sheet['actions']}>
        <Button label={tCount('importStart', articles)} kind="main" onClick={onStart} />
        <Button label={t('importOthers')} onClick={onAgain} />
      </div>
      <Unread preview={preview} />
      <ul role="list" class={styles['formats']}>
        {preview.formats.map((format) => (
          <li key={format.id}>
            <h3>{format.name}</h3>
            <p>{holds(format)}</p>
            <p class={styles['quiet']}>{losesWords(format.id)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function holds({ articles, texts, highlights, tags }: FormatCount): string {
  return [
    tCount('importArticles', articles),
    texts > 0 && tCount('importTexts', texts),
    highlights > 0 && tCount('importHighlights', highlights),
    tags > 0 && tCount('importTags', tags),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What cannot be read, and why. */
function Unread({
  preview: { failed, faults, reasons },
}: {
  preview: Preview;
}): JSX.Element | null {
  if (failed === 0) return null;
  return (
    <details class={styles['unread']} open={failed <= 5}>
      <summary>{tCount('importFailed', failed)}</summary>
      {reasons.length > 1 && (
        <ul role="list" class={styles['reasons']}>
          {reasons.map(([reason, count]) => (
            <li key={reason}>
              {reasonWords(reason)} · {count}
            </li>
          ))}
        </ul>
      )}
      <ul role="list" class={styles['faults']}>
        {faults.map(({ from: { file, row }, reason, bit }, at) => (
          <li key={at}>
            <span class={styles['where']}>
              <bdi>{row > 0 ? t('importWhere', file, row) : file}</bdi>
            </span>
            <span>{reasonWords(reason)}</span>
            {bit && <bdi class={styles['bit']}>{bit}</bdi>}
          </li>
        ))}
      </ul>
    </details>
  );
}
