import type { JSX } from 'preact';
import type { ArticleFacts } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t, tCount } from '../../ui/strings.ts';
import type { Piece } from './difference.ts';
import type { Comparing } from './versions.ts';
import styles from './versions.module.css';

interface DifferenceProps {
  facts: Pick<ArticleFacts, 'lang' | 'dir'>;
  comparing: Comparing;
  onBack: () => void;
  onKeepNew: () => void;
}

/** What changed from one text to the other; paragraphs without a change are folded. */
export function Difference({
  facts: { lang, dir },
  comparing: { before, after, stretches },
  onBack,
  onKeepNew,
}: DifferenceProps): JSX.Element {
  const day = (time: number): string => dateInWords(new Date(time).toISOString());
  const isSame = stretches.every(({ is }) => is === 'same');
  return (
    <section class={styles['difference']} aria-labelledby="difference-title">
      <h1 id="difference-title">
        {t('versionBetween', day(before), after === null ? t('versionNow') : day(after))}
      </h1>
      <div class={styles['actions']}>
        {after === null && <Button label={t('versionKeepNew')} kind="main" onClick={onKeepNew} />}
        <Button label={t('versionBack')} onClick={onBack} />
      </div>
      {isSame && <p role="status">{t('versionSameText')}</p>}
      <div class={`article ${styles['text']}`} lang={lang || undefined} dir={dir}>
        {stretches.map((stretch, at) =>
          stretch.is === 'same' ? (
            <details key={at}>
              <summary>{tCount('versionUnchanged', stretch.blocks.length)}</summary>
              {stretch.blocks.map((block, inner) => (
                <p key={inner}>{block}</p>
              ))}
            </details>
          ) : (
            stretch.blocks.map((pieces, inner) => (
              <ChangedBlock key={`${at}-${inner}`} pieces={pieces} />
            ))
          ),
        )}
      </div>
    </section>
  );
}

function ChangedBlock({ pieces }: { pieces: Piece[] }): JSX.Element {
  const only = pieces.length === 1 ? pieces[0]!.is : 'same';
  return (
    <p data-is={only}>
      {pieces.map(({ text, is }, at) =>
        is === 'same' ? (
          text
        ) : (
          <Mark key={at} is={is}>
            {text}
          </Mark>
        ),
      )}
    </p>
  );
}

/** Told by line and stroke as well as by colour, and by a word to whoever listens. */
function Mark({ is, children }: { is: 'added' | 'removed'; children: string }): JSX.Element {
  const said = (
    <span
      class={styles['said']}
    >{`${t(is === 'added' ? 'versionAdded' : 'versionRemoved')} `}</span>
  );
  return is === 'added' ? (
    <ins>
      {said}
      {children}
    </ins>
  ) : (
    <del>
      {said}
      {children}
    </del>
  );
}
