import { mapText } from '../../../ui/text-map.ts';
import type { MachineModel } from './machine-model.ts';
import { whenNear } from './near.ts';

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, figcaption, dt, dd, blockquote';
const INNER = 'p, li, ul, ol, table, pre, blockquote, figure';

/** Puts under each paragraph what it says in another language, as it comes near; until `ending`. */
export function showBeside(
  article: HTMLElement,
  target: string,
  machine: MachineModel,
  ending: AbortSignal,
): void {
  const waiting: Element[] = [];
  let isWorking = false;
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    for (let block = waiting.shift(); block && !ending.aborted; block = waiting.shift()) {
      const made = await machine.translated(mapText(block).text);
      if (ending.aborted || made === null) continue;
      const beside = document.createElement('span');
      beside.dataset['beside'] = '';
      beside.lang = target;
      beside.dir = 'auto';
      beside.textContent = made;
      block.append(beside);
    }
    isWorking = false;
  };
  const blocks = [...article.querySelectorAll(BLOCKS)].filter(
    (block) => !block.querySelector(INNER) && /\p{L}/u.test(block.textContent ?? ''),
  );
  const translate = (block: Element): void => {
    waiting.push(block);
    void work();
  };
  whenNear(blocks, translate, ending);
  ending.addEventListener('abort', () => {
    for (const beside of article.querySelectorAll('[data-beside]')) beside.remove();
  });
}
