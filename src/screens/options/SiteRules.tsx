import type { JSX } from 'preact';
import type { SiteRule } from '../../article/site-rules.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import type { RulesEditor } from './model.ts';
import styles from './options.module.css';

interface SiteRulesProps {
  editor: RulesEditor;
  /** Offers the text as a file. */
  download: (name: string, text: string) => void;
}

/** Every rule for a site, to be changed in place. */
export function SiteRules({ editor, download }: SiteRulesProps): JSX.Element {
  const rules = editor.rules.value;
  return (
    <section>
      <h2>{t('optionsRules')}</h2>
      <p>{rules.length > 0 ? t('optionsRulesText') : t('optionsRulesNone')}</p>
      {rules.map((rule) => (
        <RuleFields key={rule.host} rule={rule} editor={editor} />
      ))}
      <div class={styles['actions']} role="status">
        {editor.canUndo.value && (
          <>
            <span>{t('rulesRemoved')}</span>
            <Button label={t('undo')} onClick={editor.undo} />
          </>
        )}
      </div>
      {rules.length > 0 && (
        <div class={styles['actions']}>
          <Button
            label={t('rulesExport')}
            onClick={() => download('lectern-rules.json', editor.exported())}
          />
          <Button label={t('rulesReset')} onClick={editor.removeAll} />
        </div>
      )}
    </section>
  );
}

function RuleFields({ rule, editor }: { rule: SiteRule; editor: RulesEditor }): JSX.Element {
  const linesOf = (text: string): string[] => text.split('\n');
  return (
    <fieldset class={styles['rule']}>
      <legend>{rule.host}</legend>
      <label>
        {t('ruleKeep')}
        <textarea
          rows={Math.max(1, rule.keep.length)}
          spellcheck={false}
          dir="ltr"
          value={rule.keep.join('\n')}
          onChange={({ currentTarget }) =>
            editor.change({ ...rule, keep: linesOf(currentTarget.value) })
          }
        />
      </label>
      <label>
        {t('ruleDrop')}
        <textarea
          rows={Math.max(1, rule.drop.length)}
          spellcheck={false}
          dir="ltr"
          value={rule.drop.join('\n')}
          onChange={({ currentTarget }) =>
            editor.change({ ...rule, drop: linesOf(currentTarget.value) })
          }
        />
      </label>
      <label>
        {t('ruleContainer')}
        <input
          spellcheck={false}
          dir="ltr"
          value={rule.container}
          onChange={({ currentTarget }) =>
            editor.change({ ...rule, container: currentTarget.value })
          }
        />
      </label>
      <Button
        label={t('ruleRemove', rule.host)}
        icon="remove"
        iconOnly
        onClick={() => editor.remove(rule.host)}
      />
    </fieldset>
  );
}
