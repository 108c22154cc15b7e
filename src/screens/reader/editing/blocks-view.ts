import { icon } from '../../../ui/icon-element.ts';
import { t } from '../../../ui/strings.ts';
import { blocksIn, nameOf } from './blocks.ts';

/** The blocks of a text on the page, each with its button. */
export interface BlocksView {
  names: readonly string[];
  /** Hides those that are taken out. */
  show(removed: readonly number[]): void;
  /** The block that a node of the page is in; -1 for none. */
  indexOf(node: Node): number;
  /** Goes to the button of the first block from here on that is there, or the last before. */
  focus(from: number): void;
  /** Goes to the block that begins with these words. */
  goTo(words: string): void;
  /** The beginning of the first block in view, below the edge at `top`. */
  firstInView(top: number): string;
}

/** Names of the classes that the style sheet has for it. */
type Classes = Record<'block' | 'box' | 'remove', string>;

export function viewBlocks(
  text: Element,
  classes: Classes,
  onRemove: (block: number) => void,
): BlocksView {
  const blocks = blocksIn(text);
  const names = blocks.map(nameOf);
  const hosts = blocks.map((block) => hostOf(block, text, classes));
  const buttons = hosts.map((host, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = classes.remove;
    button.title = t('editRemove');
    button.setAttribute('aria-label', t('editRemoveBlock', names[at] || t('editNoWords')));
    button.append(icon('close'));
    button.addEventListener('click', () => onRemove(at));
    host.append(button);
    return button;
  });
  const isThere = (at: number): boolean => hosts[at] !== undefined && !hosts[at].hidden;
  return {
    names,
    show(removed) {
      const gone = new Set(removed);
      for (const [at, host] of hosts.entries()) {
        if (host.hidden === gone.has(at)) continue;
        host.hidden = gone.has(at);
      }
      for (const box of text.querySelectorAll<HTMLElement>(`.${classes.box}`))
        box.hidden = ![...box.children].some((child) => !(child as HTMLElement).hidden);
    },
    indexOf: (node) => hosts.findIndex((host) => host.contains(node)),
    focus(from) {
      let at = from;
      while (at < hosts.length && !isThere(at)) at += 1;
      if (at === hosts.length) for (at = from; at >= 0 && !isThere(at);) at -= 1;
      buttons[at]?.focus({ preventScroll: true });
      hosts[at]?.scrollIntoView({ block: 'nearest' });
    },
    goTo(words) {
      const at = words ? names.findIndex((name) => sayTheSame(name, words)) : -1;
      if (at >= 0) hosts[at]!.scrollIntoView({ block: 'start', behavior: 'instant' });
      else scrollTo({ top: 0, behavior: 'instant' });
    },
    firstInView: (top) =>
      names[hosts.findIndex((host) => host.getBoundingClientRect().bottom > top + 24)] ?? '',
  };
}

const sayTheSame = (one: string, other: string): boolean =>
  one !== '' && (one.startsWith(other) || other.startsWith(one));

/** What holds a block and its button: a box of its own, or the item of a list itself. */
function hostOf(block: HTMLElement, text: Element, classes: Classes): HTMLElement {
  for (let box = block.parentElement; box && box !== text; box = box.parentElement)
    box.classList.add(classes.box);
  if (block.matches('li')) {
    block.classList.add(classes.block);
    return block;
  }
  const host = document.createElement('div');
  host.className = classes.block;
  block.replaceWith(host);
  host.append(block);
  return host;
}
