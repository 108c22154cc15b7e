import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { textShown } from '../text-shown.ts';
import { emphasizeBeginnings } from './beginnings.ts';
import { createFocus, dimOthers, type Focus } from './focus.ts';
import type { MachineModel } from './machine-model.ts';
import { showBeside } from './beside.ts';
import type { AidsModel } from './model.ts';
import { Panel } from './Panel.tsx';
import { placeSummary } from './Summary.tsx';
import './aids.css';
import styles from './aids.module.css';

export interface AidsProps {
  /** The language of the article; '' where it is not known. */
  lang: string;
  html: string;
  isOpen: boolean;
  onClose: () => void;
}

/** What helps to keep to a line, to a paragraph or to another language, with the panel that switches it. */
export function Aids({
  model,
  machine,
  lang,
  html,
  isOpen,
  onClose,
}: AidsProps & { model: AidsModel; machine: MachineModel }): JSX.Element {
  const { lines, ruler, paragraph, beginnings } = model.aids.value;
  const [focus, setFocus] = useState<Focus | null>(null);
  const isFollowing = lines > 0 || ruler || paragraph;
  useText(
    html,
    isFollowing,
    (article, ending) => {
      setFocus(createFocus(article, () => model.aids.value.lines, ending));
      ending.addEventListener('abort', () => setFocus(null));
    },
    lines,
  );
  useText(html, paragraph, dimOthers);
  useText(html, beginnings, emphasizeBeginnings);
  const summary = machine.summary.value;
  useText(html, summary.is === 'done', (article, ending) => placeSummary(article, machine, ending));
  const translation = machine.translation.value;
  const target = translation.is === 'on' ? translation.target : '';
  useText(
    html,
    target !== '',
    (article, ending) => showBeside(article, target, machine, ending),
    target,
  );

  const strip = isFollowing && focus?.strip.value;
  return (
    <>
      {strip && lines > 0 && (
        <>
          <div class={styles['shade']} style={{ top: '0', height: px(strip.clear.top - 3) }} />
          <div class={styles['shade']} style={{ top: px(strip.clear.bottom + 3), bottom: '0' }} />
        </>
      )}
      {strip && ruler && <div class={styles['ruler']} style={{ top: px(strip.line.bottom + 1) }} />}
      {isOpen && <Panel model={model} machine={machine} lang={lang} onClose={onClose} />}
    </>
  );
}

const px = (length: number): string => `${Math.max(0, length)}px`;

/** Does something to the article for as long as it is on; again when `input` changed. */
function useText(
  html: string,
  isOn: boolean,
  begin: (article: HTMLElement, ending: AbortSignal) => void,
  input: unknown = null,
): void {
  useEffect(() => {
    if (!isOn) return;
    const ending = new AbortController();
    void textShown(ending.signal).then((article) => {
      if (!ending.signal.aborted) begin(article, ending.signal);
    });
    return () => ending.abort();
  }, [isOn, html, input]);
}
