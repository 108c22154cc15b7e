import { t } from '../../../ui/strings.ts';
import controls from '../../../ui/controls.module.css';
import { icon } from '../../../ui/icon-element.ts';
import styles from './frames.module.css';

/** How long "Copied" stands, in milliseconds. */
const SAID = 2000;
const FRAMED = 'pre, table';

/**
 * Puts a frame round code and tables, with the buttons that copy it or open it large. Buttons have no
 * words in the text, which stays what the article says.
 */
export function frame(
  article: Element,
  onLarge: (element: HTMLElement) => void,
  signal: AbortSignal,
): void {
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.className = styles['unseen']!;
  for (const element of article.querySelectorAll<HTMLElement>(FRAMED)) {
    if (element.parentElement?.closest(`${FRAMED}, [data-frame]`)) continue;
    const box = document.createElement('div');
    box.dataset['frame'] = '';
    box.className = styles['frame']!;
    const tools = document.createElement('div');
    tools.className = styles['tools']!;
    if (element.matches('pre')) tools.append(copyButton(element, said));
    const large = button('large', t('largeOpen'), () => onLarge(element));
    large.dataset['large'] = '';
    tools.append(large);
    const scroller = element.closest<HTMLElement>('.wide') ?? element;
    scroller.replaceWith(box);
    box.append(scroller, tools);
  }
  article.after(said);
  signal.addEventListener('abort', () => said.remove());
}

function copyButton(pre: HTMLElement, said: HTMLElement): HTMLButtonElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const copy = button('copy', t('codeCopy'), () => {
    void navigator.clipboard.writeText(pre.textContent ?? '').then(() => {
      copy.dataset['said'] = said.textContent = t('codeCopied');
      clearTimeout(timer);
      timer = setTimeout(() => {
        delete copy.dataset['said'];
        said.textContent = '';
      }, SAID);
    });
  });
  copy.dataset['copy'] = '';
  return copy;
}

function button(name: 'copy' | 'large', label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = controls['button']!;
  made.ariaLabel = label;
  made.title = label;
  made.append(icon(name));
  made.addEventListener('click', act);
  return made;
}
