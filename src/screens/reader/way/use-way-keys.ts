import { useEffect } from 'preact/hooks';
import type { WayModel } from './model.ts';

/** Escape closes the search before it does anything else. */
export function useWayKeys(way: WayModel): void {
  useEffect(() => {
    const ending = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !way.find.isOpen.value) return;
        if ((event.target as Element).closest('input, [popover], dialog')) return;
        way.find.close();
        event.stopImmediatePropagation();
      },
      { capture: true, signal: ending.signal },
    );
    return () => ending.abort();
  }, [way]);
}
