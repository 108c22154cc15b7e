import { anchorAt, letterSize } from './anchor.ts';
import { holdPlace } from './hold.ts';
import type { Jump, PlaceModel, ReadSoFar } from './model.ts';
import { progressIn } from './progress.ts';
import type { ReadingView } from './view.ts';

/** In milliseconds without scrolling. */
const PAUSE = 800;
/** Between the bar and the line that was gone to, in letter sizes. */
const ROOM = 0.5;

/** What is being read: only of a saved article the place is kept. */
export interface Followed {
  minutes: number;
  saved: ReadSoFar | null;
}

/** Begins where the person was, and keeps from then on where they are. */
export function follow(
  { minutes, saved }: Followed,
  place: PlaceModel,
  view: ReadingView,
  begin: { block: number; offset: number } | null,
  signal: AbortSignal,
): void {
  const progressAt = progressIn(view.text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    const anchor = isDrawn(view) ? hold.anchor() : null;
    return anchor && progressAt(view, anchor);
  };
  const keep = (): void => {
    clearTimeout(timer);
    if (isDrawn(view)) hold.settle();
    const at = now();
    if (at && saved) void place.keep(saved, at);
  };
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
    const at = now();
    if (at) place.look(minutes, at.part);
  };
  const hold = holdPlace(view, signal, look);
  const options = { signal };
  const listen = (): void => {
    document.addEventListener('visibilitychange', () => document.hidden && keep(), options);
    addEventListener('pagehide', keep, options);
  };
  const jump: Jump = (target, down = 0) => {
    const gap = ROOM + (down * view.extent()) / letterSize(view.text);
    const anchor = anchorAt(view, target, gap);
    if (anchor) void hold.goTo(anchor);
  };
  const isAsked = place.follow(jump);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    place.follow(null);
  });
  if (begin && !isAsked) void hold.goTo({ ...begin, gap: ROOM }).then(listen);
  else {
    listen();
    // It is known from the start how much is left.
    const at = now();
    if (at) place.look(minutes, at.part);
  }
}

const isDrawn = ({ text }: ReadingView): boolean => text.getBoundingClientRect().height > 0;
