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
      <FreshRule editor={editor} />
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
  return (
    <fieldset class={styles['rule']}>
      <legend>{rule.host}</legend>
      <Selectors rule={rule} on="onChange" onEdit={editor.change} />
      <Button
        label={t('ruleRemove', rule.host)}
        icon="remove"
        iconOnly
        onClick={() => editor.remove(rule.host)}
      />
    </fieldset>
  );
}

function FreshRule({ editor }: { editor: RulesEditor }): JSX.Element {
  const rule = editor.fresh.value;
  return (
    <details>
      <summary>{t('ruleNew')}</summary>
      <div class={styles['rule']} role="group" aria-label={t('ruleNew')}>
        <label class={styles['site']}>
          {t('ruleSite')}
          <input
            spellcheck={false}
            dir="ltr"
            value={rule.host}
            onInput={({ currentTarget }) =>
              editor.writeFresh({ ...rule, host: currentTarget.value })
            }
          />
        </label>
        <Selectors rule={rule} on="onInput" onEdit={editor.writeFresh} />
        <Button label={t('ruleAdd')} disabled={!editor.canAdd.value} onClick={editor.add} />
      </div>
    </details>
  );
}

interface Typed<Field> {
  currentTarget: Field;
}

interface SelectorsProps {
  rule: SiteRule;
  /** A stored rule waits until the field is left; a fresh one follows every key, for its button. */
  on: 'onChange' | 'onInput';
  onEdit: (rule: SiteRule) => void;
}

function Selectors({ rule, on, onEdit }: SelectorsProps): JSX.Element {
  const lists = { keep: t('ruleKeep'), drop: t('ruleDrop') };
  const single = { container: t('ruleContainer'), next: t('ruleNext') };
  return (
    <>
      {(['keep', 'drop'] as const).map((list) => (
        <label key={list}>
          {lists[list]}
          <textarea
            rows={Math.max(1, rule[list].length)}
            spellcheck={false}
            dir="ltr"
            value={rule[list].join('\n')}
            {...{
              [on]: ({ currentTarget }: Typed<HTMLTextAreaElement>) =>
                onEdit({ ...rule, [list]: currentTarget.value.split('\n') }),
            }}
          />
        </label>
      ))}
      {(['container', 'next'] as const).map((field) => (
        <label key={field}>
          {single[field]}
          <input
            spellcheck={false}
            dir="ltr"
            value={rule[field]}
            {...{
              [on]: ({ currentTarget }: Typed<HTMLInputElement>) =>
                onEdit({ ...rule, [field]: currentTarget.value }),
            }}
          />
        </label>
      ))}
    </>
  );
}
