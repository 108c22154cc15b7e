import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SavedArticle } from '../../../article/article.ts';
import { show } from '../../../sanitize/show.ts';
import { ArticleBody } from '../../../ui/ArticleBody.tsx';
import { keyName } from '../../../ui/keys.ts';
import { t } from '../../../ui/strings.ts';
import { EditBar } from './EditBar.tsx';
import { editedText } from './blocks.ts';
import { type BlocksView, viewBlocks } from './blocks-view.ts';
import styles from './editing.module.css';
import { Facts } from './Facts.tsx';
import type { EditModel } from './model.ts';
import { RemovedList } from './RemovedList.tsx';

export interface EditProps {
  article: SavedArticle;
  storedPicture: (src: string) => Promise<string | null>;
  missing: ReadonlySet<string>;
  kept: number;
  /** The words that stood first in view. */
  from: string;
  /** The keys that the person has for taking back. */
  undoKeys: readonly string[];
  /** All is kept; these words stand first in view now. */
  onDone: (at: string) => void;
}

/** The article with a button beside each block, and fields for what stands above it. */
export function Edit({ model, ...props }: EditProps & { model: EditModel }): JSX.Element {
  const { article, from, undoKeys, onDone } = props;
  const host = useRef<HTMLElement>(null);
  const [view, setView] = useState<BlocksView | null>(null);
  const copy = model.copy.value;
  useEffect(() => void model.load(article.id), [article.id]);
  useLayoutEffect(() => view?.show(copy?.removed ?? []), [view, copy?.removed]);
  useEffect(() => view?.goTo(from), [view]);
  useKeptBeforeLeaving(model);

  const done = async (): Promise<void> => {
    if (!(await model.keep())) return;
    onDone(scrollY === 0 ? '' : (view?.firstInView(barEnd()) ?? ''));
  };
  const remove = (block: number): void => {
    const hadFocus = host.current!.contains(document.activeElement);
    model.remove(block);
    view!.show(model.copy.value!.removed);
    if (hadFocus) view!.focus(block);
  };
  const undo = (): void => {
    const before = model.copy.value!.removed;
    model.undo();
    const after = model.copy.value!.removed;
    const back = before.find((block) => !after.includes(block));
    if (back === undefined) return;
    view!.show(after);
    view!.focus(back);
  };
  const latestRemove = useRef(remove);
  latestRemove.current = remove;
  useEditKeys(host, undoKeys, { done: () => void done(), undo, remove, view });

  const onShown = (): void => {
    const text = host.current!.querySelector('.article-text')!;
    void model.textShown(editedText(text), shownAs);
    const classes = styles as Parameters<typeof viewBlocks>[1];
    setView(viewBlocks(text, classes, (block) => latestRemove.current(block)));
  };
  return (
    <section class={styles['editing']} aria-label={t('edit')} ref={host} data-editing>
      <h1 class={styles['heading']}>{t('editHeading')}</h1>
      <EditBar model={model} onDone={() => void done()} onUndo={undo} />
      {copy && (
        <>
          <Facts copy={copy} model={model} lang={article.lang} dir={article.dir} />
          <ArticleBody
            facts={article}
            html={copy.base}
            pictures="stored"
            storedPicture={props.storedPicture}
            missing={props.missing}
            kept={props.kept}
            onShown={onShown}
          />
          {view && <RemovedList copy={copy} names={view.names} onPutBack={model.putBack} />}
        </>
      )}
    </section>
  );
}

const barEnd = (): number =>
  document.querySelector('[data-reader-bar]')?.getBoundingClientRect().bottom ?? 0;

/** Markup as the page shows it. */
async function shownAs(html: string): Promise<Element> {
  const text = document.createElement('div');
  await show(html, text, 'stored');
  return text;
}

/** What was typed last is kept when the tab goes; what could not be kept holds it. */
function useKeptBeforeLeaving(model: EditModel): void {
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const keep = (): void => void (document.hidden && model.keep());
    document.addEventListener('visibilitychange', keep, { signal });
    addEventListener('pagehide', () => void model.keep(), { signal });
    addEventListener(
      'beforeunload',
      (event) => {
        if (model.trouble.value !== null) event.preventDefault();
      },
      { signal },
    );
    return () => ending.abort();
  }, [model]);
}

interface EditCommands {
  done(): void;
  undo(): void;
  remove(block: number): void;
  view: BlocksView | null;
}

/** Delete takes out the block that has the focus; in a field the keys are the field's. */
function useEditKeys(
  host: { current: HTMLElement | null },
  undoKeys: readonly string[],
  commands: EditCommands,
): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const ending = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof HTMLElement)) return;
      if (target.closest('dialog, [popover]')) return;
      const { done, undo, remove, view } = latest.current;
      const isField = target.matches('input, textarea');
      const act = (): (() => void) | null => {
        if (event.key === 'Escape' && !document.querySelector(':popover-open')) return done;
        if (isField) return null;
        if (undoKeys.includes(keyName(event))) return undo;
        if (event.key !== 'Delete' && event.key !== 'Backspace') return null;
        const block = host.current?.contains(target) ? (view?.indexOf(target) ?? -1) : -1;
        return block < 0 ? null : () => remove(block);
      };
      const run = act();
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey, { signal: ending.signal, capture: true });
    return () => ending.abort();
  }, [undoKeys]);
}
