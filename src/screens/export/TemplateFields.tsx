import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { fileNameOf, noteOf } from '../../formats/out/markdown.ts';
import {
  DEFAULT_FILE_NAME,
  DEFAULT_TEMPLATE,
  FILE_NAMES,
  parseTemplate,
  TEMPLATE_NAMES,
} from '../../formats/out/template.ts';
import { bodyOf } from '../../formats/out/tree/body.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import styles from './export.module.css';
import type { ExportModel } from './model.ts';

const SHOWN = 1_500;
const PAUSE = 200;

/** How files are called and what stands in them, tried on the first article while one types. */
export function TemplateFields({ model }: { model: ExportModel }): JSX.Element {
  const { fileName, template } = model.choice.value;
  const sample = model.sample.value;
  const [note, setNote] = useState('');
  const noteId = useId();
  const asName = parseTemplate(fileName, FILE_NAMES);
  const asNote = parseTemplate(template);
  useEffect(() => {
    if (!sample) void model.findSample();
  }, [sample]);
  useEffect(() => {
    let isOver = false;
    const typing = setTimeout(() => {
      if (!sample || !asNote.ok) return;
      void bodyOf(sample.article.html.slice(0, 20_000)).then((body) => {
        if (!isOver) setNote(noteOf(sample, body, new Map(), asNote.pieces).slice(0, SHOWN));
      });
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(typing);
    };
  }, [sample, template]);
  const isChanged = fileName !== DEFAULT_FILE_NAME || template !== DEFAULT_TEMPLATE;
  return (
    <details class={styles['templates']} open={isChanged}>
      <summary>{t('exportTemplates')}</summary>
      <label class={styles['label']}>
        {t('exportFileName')}
        <input
          class={styles['input']}
          dir="ltr"
          value={fileName}
          aria-invalid={!asName.ok}
          onInput={({ currentTarget }) => model.change({ fileName: currentTarget.value })}
        />
      </label>
      <p class={asName.ok ? styles['hint'] : styles['wrong']} role="status" dir="auto">
        {asName.ok
          ? sample && `${fileNameOf(sample, asName.pieces)}.md`
          : t('exportWrongName', asName.wrong)}
      </p>
      <label class={styles['label']}>
        {t('exportTemplate')}
        <textarea
          class={styles['input']}
          dir="ltr"
          rows={8}
          spellcheck={false}
          value={template}
          aria-invalid={!asNote.ok}
          onInput={({ currentTarget }) => model.change({ template: currentTarget.value })}
        />
      </label>
      {!asNote.ok && (
        <p class={styles['wrong']} role="status">
          {t('exportWrongName', asNote.wrong)}
        </p>
      )}
      <p class={styles['hint']}>{t('exportNames', TEMPLATE_NAMES.join(', '))}</p>
      {note && (
        <>
          <p id={noteId} class={styles['label']}>
            {t('exportPreview')}
          </p>
          <pre class={styles['preview']} aria-labelledby={noteId} dir="auto">
            {note}
          </pre>
        </>
      )}
      {isChanged && (
        <Button
          label={t('exportTemplateReset')}
          onClick={() => model.change({ fileName: DEFAULT_FILE_NAME, template: DEFAULT_TEMPLATE })}
        />
      )}
    </details>
  );
}
