import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { bringsFiles, droppedFiles } from '../../ui/dropped-files.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import { libraryFailureText } from '../failures.ts';
import { Choose } from './Choose.tsx';
import { Importing } from './Importing.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import sheet from '../../ui/sheet.module.css';
import styles from './import.module.css';
import type { ImportModel, ImportTrouble } from './model.ts';
import { Over } from './Over.tsx';
import { Past, Stopped } from './Past.tsx';
import { ShownPreview } from './ShownPreview.tsx';

interface ImportScreenProps {
  model: ImportModel;
  libraryAddress: string;
}

/** Bringing articles in from files: choose, look, bring in, and take it back. */
export function ImportScreen({ model, libraryAddress }: ImportScreenProps): JSX.Element {
  useEffect(() => {
    document.title = `${t('importTitle')} – ${t('appName')}`;
    const ending = new AbortController();
    const { signal } = ending;
    const over = (event: DragEvent): void => {
      if (bringsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!bringsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => model.choose(files));
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => ending.abort();
  }, [model]);
  return (
    <Sheet title={t('importTitle')} libraryAddress={libraryAddress}>
      <Shown model={model} libraryAddress={libraryAddress} />
    </Sheet>
  );
}

function Shown({ model, libraryAddress }: ImportScreenProps): JSX.Element {
  const view = model.view.value;
  switch (view.is) {
    case 'choose':
      return (
        <>
          <Stopped model={model} />
          <Choose onFiles={(files) => void model.choose(files)} />
          <Past model={model} />
        </>
      );
    case 'reading':
      return (
        <section class={styles['going']}>
          <h2>{t('importReading')}</h2>
          <p role="status" class={styles['quiet']}>
            {view.rows > 0 && tCount('importReadingRows', view.rows)}
          </p>
          <progress aria-label={t('importReading')} />
          {model.slow.value && <Button label={t('importCancel')} onClick={() => model.cancel()} />}
        </section>
      );
    case 'preview':
      return (
        <ShownPreview
          preview={view.preview}
          foldersAsTags={model.foldersAsTags}
          onStart={() => void model.start()}
          onAgain={() => model.again()}
        />
      );
    case 'importing':
      return (
        <Importing
          view={view}
          canGoOn={model.canGoOn.value}
          libraryAddress={libraryAddress}
          onStop={() => model.cancel()}
        />
      );
    case 'over':
      return (
        <>
          <Over job={view.job} model={model} libraryAddress={libraryAddress} />
          <Past model={model} but={view.job.id} />
        </>
      );
    case 'trouble':
      return (
        <Trouble reason={view.reason}>
          {view.job && view.reason !== 'files-gone' && view.reason !== 'elsewhere' && (
            <Button
              label={t('importGoOn')}
              kind="main"
              onClick={() => void model.goOn(view.job!.id)}
            />
          )}
          {view.job && view.reason !== 'elsewhere' && (
            <Button label={t('importLeave')} onClick={() => void model.leave(view.job!.id)} />
          )}
          {!view.job && (
            <Button label={t('importOthers')} kind="main" onClick={() => model.again()} />
          )}
        </Trouble>
      );
  }
}

function Trouble({
  reason,
  children,
}: {
  reason: ImportTrouble;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section>
      <p class={sheet['trouble']} role="alert">
        {troubleWords(reason)}
      </p>
      <div class={sheet['actions']}>{children}</div>
    </section>
  );
}

function troubleWords(reason: ImportTrouble): string {
  switch (reason) {
    case 'no-answer':
      return t('importNoAnswer');
    case 'files-gone':
      return t('importFilesGone');
    case 'elsewhere':
      return t('importElsewhere');
    case 'refused':
      return t('importRefused');
    case 'unreadable':
      return t('importUnreadable');
    case 'storage-full':
    case 'newer-library':
    case 'storage-broken':
    case 'not-an-article':
      return libraryFailureText(reason);
  }
}
