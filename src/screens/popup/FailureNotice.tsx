import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import type { FailureAction } from '../failures.ts';
import styles from './popup.module.css';

interface FailureNoticeProps {
  words: { title: string; text: string; action: FailureAction };
  onAction: (options: { evenIfLarge?: boolean; evenIfLoading?: boolean }) => void;
}

/** Why there is no article, and the one thing that may help. */
export function FailureNotice({ words, onAction }: FailureNoticeProps): JSX.Element {
  return (
    <section class={styles['notice']} role="status">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {words.action === 'try-again' && (
        <Button
          label={t('tryAgain')}
          kind="main"
          onClick={() => onAction({ evenIfLoading: true })}
        />
      )}
      {words.action === 'read-anyway' && (
        <Button
          label={t('readAnyway')}
          kind="main"
          onClick={() => onAction({ evenIfLarge: true })}
        />
      )}
      {words.action === 'read-what-is-there' && (
        <Button label={t('readWhatIsThere')} onClick={() => onAction({ evenIfLoading: true })} />
      )}
    </section>
  );
}
