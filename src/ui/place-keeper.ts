/** What brings the text back to where it is now; null where nobody keeps its place. */
type Back = (() => void) | null;

/** An event, for in the popup the look is a program of its own (look-later.ts). */
const ANEW = 'lectern:set-anew';

/** Whoever keeps the place all the time (screens/place/hold.ts): two that bring the text back move it twice. */
export function keepPlaceBy(note: () => Back, signal: AbortSignal): void {
  const onAnew = (event: Event): void => {
    (event as CustomEvent<{ back: Back }>).detail.back = note();
  };
  document.addEventListener(ANEW, onAnew, { signal });
}

/** Asked before the text is set anew. */
export function keptPlace(): Back {
  const asked: { back: Back } = { back: null };
  document.dispatchEvent(new CustomEvent(ANEW, { detail: asked }));
  return asked.back;
}
