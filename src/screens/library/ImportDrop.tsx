import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { bringsFiles, droppedFiles } from '../../ui/dropped-files.ts';
import { t } from '../../ui/strings.ts';
import styles from './incoming.module.css';

/** Takes files that are dropped anywhere on the list, and says so while they are above it. */
export function ImportDrop({ onFiles }: { onFiles: (files: File[]) => void }): JSX.Element | null {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Between two elements of the page there is always the other one.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!bringsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => ending.abort();
  }, []);
  return isOver ? <div class={styles['drop']}>{t('importDropHere')}</div> : null;
}
