import type { KeyLine } from '../../../ui/keys.ts';

export type ListenCommand =
  | 'toggle'
  | 'sentence-on'
  | 'sentence-back'
  | 'paragraph-on'
  | 'paragraph-back'
  | 'faster'
  | 'slower'
  | 'close';

/** Every key of the bar, for as long as it is there; the arrows go the way that lines run. */
export function listenKeys(dir: string): readonly KeyLine<ListenCommand>[] {
  const [on, back] =
    dir === 'rtl' ? (['ArrowLeft', 'ArrowRight'] as const) : (['ArrowRight', 'ArrowLeft'] as const);
  return [
    { command: 'toggle', name: 'aloudToggle', keys: [' ', 'k'] },
    { command: 'sentence-on', name: 'aloudSentenceOn', keys: [on], repeats: true },
    { command: 'sentence-back', name: 'aloudSentenceBack', keys: [back], repeats: true },
    { command: 'paragraph-on', name: 'aloudParagraphOn', keys: [`Shift+${on}`], repeats: true },
    {
      command: 'paragraph-back',
      name: 'aloudParagraphBack',
      keys: [`Shift+${back}`],
      repeats: true,
    },
    { command: 'faster', name: 'aloudFaster', keys: ['>'], repeats: true },
    { command: 'slower', name: 'aloudSlower', keys: ['<'], repeats: true },
    { command: 'close', name: 'aloudClose', keys: ['Escape'] },
  ];
}
