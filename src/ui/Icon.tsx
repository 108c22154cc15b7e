import type { JSX } from 'preact';

/** Strokes on a 20 by 20 grid, in the colour of the text beside them. */
export const SHAPES = {
  save: 'M5.5 3.5h9v13L10 13l-4.5 3.5z',
  list: 'M3.5 5h13M3.5 10h13M3.5 15h8',
  tab: 'M11.5 3.5h5v5M16 4l-7 7M14.5 11.5v5h-11v-11h5',
  pick: 'M3.5 7.5v-4h4M12.5 3.5h4v4M3.5 12.5v4h4M9.5 9.5l7 2.8-3 1.2-1.2 3z',
  look: 'M2 15.5l4.3-11 4.3 11M3.5 11.8h5.6M17.5 9v6.5M17.5 12.2a2.4 3.1 0 10-4.8 0a2.4 3.1 0 104.8 0',
  archive: 'M3.5 4h13v3.5h-13zM4.5 7.5v9h11v-9M8 11h4',
  unarchive: 'M3.5 4h13v3.5h-13zM4.5 7.5v9h11v-9M10 14.5V10M8 11.8L10 9.8l2 2',
  star: 'M10 3l2.1 4.4 4.9.7-3.5 3.4.8 4.8L10 14l-4.3 2.3.8-4.8L3 8.1l4.9-.7z',
  remove: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  back: 'M11.5 4.5L6 10l5.5 5.5',
  search: 'M9 3.5a5.5 5.5 0 110 11 5.5 5.5 0 010-11zM13 13l4 4',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6 11.5h8',
  close: 'M5 5l10 10M15 5L5 15',
  sort: 'M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3',
  settings:
    'M3 6h7M14 6h3M3 14h3M10 14h7M10 6a2 2 0 104 0a2 2 0 10-4 0M6 14a2 2 0 104 0a2 2 0 10-4 0',
  tag: 'M3.5 3.5h6l7 7-6 6-7-7zM6.8 6.8h.01',
  clock: 'M10 3.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM10 6.5V10l2.5 1.5',
  move: 'M6.5 16.5v-12M3.5 7.5l3-3 3 3M13.5 3.5v12M10.5 12.5l3 3 3-3',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  help: 'M10 2.8a7.2 7.2 0 110 14.4 7.2 7.2 0 010-14.4zM7.9 8a2.1 2.1 0 114 .8c-.5.8-1.9 1-1.9 2.2M10 13.7h.01',
  mark: 'M11.5 4l4.5 4.5-6.5 6.5H6.5l-2-2V12zM3.5 17.5h13',
  add: 'M10 4.5v11M4.5 10h11',
  up: 'M4.5 12.5L10 7l5.5 5.5',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  outline: 'M3.5 5h9M6.5 10h10M6.5 15h7M3.5 10h.01M3.5 15h.01',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
  next: 'M8.5 4.5L14 10l-5.5 5.5',
  out: 'M10 12.5v-9M6.5 7L10 3.5 13.5 7M3.5 11.5v5h13v-5',
  large: 'M8 3.5H3.5V8M12 3.5h4.5V8M8 16.5H3.5V12M12 16.5h4.5V12',
} as const;

export type IconName = keyof typeof SHAPES;

/** A picture beside or instead of words; it says nothing to screen readers, the button does. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }): JSX.Element {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      class={name === 'back' || name === 'next' ? 'icon-flips' : ''}
    >
      <path
        d={SHAPES[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
