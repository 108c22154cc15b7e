import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { OUT_FORMATS, type OutFormatId } from '../../formats/out/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type StringKey, t, tCount } from '../../ui/strings.ts';
import { libraryFailureText } from '../failures.ts';
import styles from './export.module.css';
import type { Exporting, ExportModel, What } from './model.ts';
import { TemplateFields } from './TemplateFields.tsx';

const FORMATS: Readonly<Record<OutFormatId, readonly [name: StringKey, about: StringKey]>> = {
  epub: ['exportEpub', 'exportEpubText'],
  html: ['exportHtml', 'exportHtmlText'],
  markdown: ['exportMarkdown', 'exportMarkdownText'],
  json: ['exportJson', 'exportJsonText'],
  csv: ['exportCsv', 'exportCsvText'],
  bookmarks: ['exportBookmarks', 'exportBookmarksText'],
};

interface ExportDialogProps {
  model: ExportModel;
  /** The list as it is shown, in words. */
  here: string;
  onClose: () => void;
}

/** What is to leave and how, then how far it is, then what became of it. */
export function ExportDialog({ model, here, onClose }: ExportDialogProps): JSX.Element {
  const state = model.state.value;
  useEffect(() => () => model.stop(), [model]);
  return (
    <Dialog title={t('exportTitle')} wide onClose={onClose}>
      {state.is === 'choosing' ? (
        <Choosing model={model} here={here} onClose={onClose} />
      ) : (
        <Outcome model={model} state={state} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Choosing({ model, here, onClose }: ExportDialogProps): JSX.Element {
  const { format, pictures, vertical } = model.choice.value;
  const what = model.what.value;
  const isOne = model.whats.length === 1;
  const lacksTag = what === 'tag' && model.tags.value.length === 0;
  return (
    <form
      class={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void model.start();
      }}
    >
      {isOne ? (
        <p class={styles['one']} dir="auto">
          {model.from.title ?? tCount('listArticles', model.from.ids.length)}
        </p>
      ) : (
        <Whats model={model} here={here} />
      )}
      <fieldset class={styles['group']}>
        <legend>{t('exportAs')}</legend>
        {OUT_FORMATS.map((id) => (
          <label key={id} class={styles['choice']}>
            <input
              type="radio"
              name="format"
              value={id}
              checked={id === format}
              {...(id === format && { 'data-focus': '' })}
              onChange={() => model.change({ format: id })}
            />
            <span>
              <span class={styles['name']}>{t(FORMATS[id][0])}</span>
              <span class={styles['about']}>{t(FORMATS[id][1])}</span>
            </span>
          </label>
        ))}
        <p class={styles['about']}>{t('exportPdf')}</p>
      </fieldset>
      {['epub', 'html', 'markdown'].includes(format) && (
        <fieldset class={styles['group']}>
          <legend>{t('exportOptions')}</legend>
          <Check
            label={t('exportPictures')}
            checked={pictures}
            onChange={(checked) => model.change({ pictures: checked })}
          />
          {format === 'epub' && (
            <Check
              label={t('exportVertical')}
              checked={vertical}
              onChange={(checked) => model.change({ vertical: checked })}
            />
          )}
          {format === 'markdown' && <TemplateFields model={model} />}
        </fieldset>
      )}
      <div class={styles['buttons']}>
        <Button label={t('cancel')} onClick={onClose} />
        <Button
          label={t('exportStart')}
          kind="main"
          disabled={lacksTag}
          onClick={() => void model.start()}
        />
      </div>
    </form>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): JSX.Element {
  return (
    <label class={styles['choice']}>
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

function Whats({ model, here }: { model: ExportModel; here: string }): JSX.Element {
  const nameOf = (what: What): string => {
    switch (what) {
      case 'selected':
        return tCount('exportSelected', model.from.ids.length);
      case 'here':
        return here;
      case 'week':
        return t('exportWeek');
      case 'tag':
        return t('exportTag');
      case 'all':
        return t('exportAll');
    }
  };
  return (
    <fieldset class={styles['group']}>
      <legend>{t('exportWhat')}</legend>
      {model.whats.map((what) => (
        <div key={what} class={styles['what']}>
          <label class={styles['choice']}>
            <input
              type="radio"
              name="what"
              value={what}
              checked={what === model.what.value}
              disabled={what === 'tag' && model.tags.value.length === 0}
              onChange={() => model.choose(what)}
            />
            <span dir="auto">{nameOf(what)}</span>
          </label>
          {what === 'tag' && model.what.value === 'tag' && (
            <select
              aria-label={t('exportTag')}
              class={styles['select']}
              value={model.tag.value}
              onChange={({ currentTarget }) => model.choose('tag', currentTarget.value)}
            >
              {model.tags.value.map(({ tag, count }) => (
                <option key={tag} value={tag}>
                  {`${tag} (${count})`}
                </option>
              ))}
            </select>
          )}
        </div>
      ))}
    </fieldset>
  );
}

function Outcome({
  model,
  state,
  onClose,
}: {
  model: ExportModel;
  state: Exporting;
  onClose: () => void;
}): JSX.Element {
  const isGoing = state.is === 'going';
  const isDone = state.is === 'done';
  return (
    <div class={styles['form']}>
      <p role="status" class={styles['said']}>
        {wordsOf(state)}
      </p>
      {isGoing && (
        <progress
          class={styles['progress']}
          aria-label={t('exportTitle')}
          max={state.of || 1}
          value={state.done}
        />
      )}
      {isDone && state.missing > 0 && (
        <p class={styles['about']}>{tCount('exportMissing', state.missing)}</p>
      )}
      {isDone && state.unreadable > 0 && (
        <p class={styles['about']}>{tCount('exportUnreadable', state.unreadable)}</p>
      )}
      {isDone && model.choice.value.format === 'html' && (
        <p class={styles['about']}>{t('exportHtmlHint')}</p>
      )}
      <div class={styles['buttons']}>
        {isGoing ? (
          <Button label={t('cancel')} onClick={model.stop} />
        ) : (
          <>
            <Button label={t('exportAgain')} onClick={model.back} />
            <Button label={t('listClose')} kind="main" onClick={onClose} />
          </>
        )}
      </div>
    </div>
  );
}

function wordsOf(state: Exporting): string {
  switch (state.is) {
    case 'choosing':
      return '';
    case 'nothing':
      return t('exportNothing');
    case 'stopped':
      return t('exportStopped');
    case 'going':
      return state.of > 0 ? tCount('exportGoing', state.of, String(state.done)) : t('listLoading');
    case 'done':
      return tCount('exportDone', state.articles);
    case 'failed':
      return state.reason === 'not-written'
        ? t('exportNotWritten')
        : libraryFailureText(state.reason);
  }
}
