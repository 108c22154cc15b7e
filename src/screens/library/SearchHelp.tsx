import type { JSX } from 'preact';
import { type StringKey, t } from '../../ui/strings.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from '../../ui/keys-panel.module.css';

/** What can be written into the search field. The operators are the same in every language. */
const OPERATORS: readonly (readonly [example: string, meaning: StringKey])[] = [
  ['"slow trains"', 'listHelpPhrase'],
  ['-politics', 'listHelpNot'],
  ['tag:recipes', 'listHelpTag'],
  ['site:example.org', 'listHelpSite'],
  ['by:holloway', 'listHelpBy'],
  ['is:unread', 'listHelpIs'],
  ['has:notes', 'listHelpHas'],
  ['after:2025-06', 'listHelpAfter'],
  ['before:2026', 'listHelpBefore'],
  ['lang:fr', 'listHelpLang'],
  ['words:>2000', 'listHelpWords'],
];

/** Explains the operators of the search by examples. */
export function SearchHelp({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={t('listHelp')} wide onClose={onClose}>
      <dl class={`${styles['keys']} ${styles['operators']}`}>
        {OPERATORS.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code dir="ltr">{example}</code>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
