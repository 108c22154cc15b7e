import type { JSX } from 'preact';

/** As in ui/Icon; kept apart, for the popup has none of these parts. */
const SHAPES = {
  listen: 'M3.5 8v4h3l4 3.5v-11L6.5 8zM13.2 7.4a3.6 3.6 0 010 5.2M15.4 5.2a6.8 6.8 0 010 9.6',
  aids: 'M3.5 5h13M3.5 15h13M2.5 8h15v4h-15z',
  play: 'M6.5 4.5v11l9-5.5z',
  pause: 'M7 5v10M13 5v10',
  'sentence-back': 'M12 5l-5 5 5 5',
  'sentence-on': 'M8 5l5 5-5 5',
  'paragraph-back': 'M10 5l-5 5 5 5M15.5 5l-5 5 5 5',
  'paragraph-on': 'M10 5l5 5-5 5M4.5 5l5 5-5 5',
  voice: 'M10 3.5a2 2 0 012 2v4.5a2 2 0 01-4 0V5.5a2 2 0 012-2zM5.5 9.5a4.5 4.5 0 009 0M10 14v2.8',
  close: 'M5 5l10 10M15 5L5 15',
} as const;

export type PartIconName = keyof typeof SHAPES;

export function PartIcon({ name }: { name: PartIconName }): JSX.Element {
  const points = name.endsWith('-back') || name.endsWith('-on');
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      class={points ? 'icon-flips' : ''}
    >
      <path
        d={SHAPES[name]}
        fill={name === 'play' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width={name === 'pause' ? '2.5' : '1.5'}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
