import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import styles from './notices.module.css';
import type { TakeOutModel, TakingOut } from './take-out.ts';

/** A file of everything that can be read, and how far it has come. */
export function TakeOut({ takeOut }: { takeOut: TakeOutModel }): JSX.Element {
  const state = takeOut.state.value;
  return (
    <div class={styles['takeOut']}>
      <p>{t('takeOutText')}</p>
      <p class={styles['buttons']}>
        <Button
          label={t('takeOut')}
          disabled={state.is === 'going'}
          onClick={() => void takeOut.start()}
        />
      </p>
      <p role="status">{wordsOf(state)}</p>
    </div>
  );
}

function wordsOf(state: TakingOut): string {
  switch (state.is) {
    case 'idle':
      return '';
    case 'going':
      return tCount('takeOutGoing', state.records);
    case 'failed':
      return t('takeOutFailed');
    case 'done': {
      const done = tCount('takeOutDone', state.articles);
      return state.left > 0 ? `${done} ${tCount('takeOutLeft', state.left)}` : done;
    }
  }
}
