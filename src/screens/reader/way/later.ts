import { type ComponentType, h, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the screen that is loaded when it is first drawn, and is nothing until then. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element | null {
  let loaded: ComponentType<P> | null = null;
  return (props) => {
    const [, setLoaded] = useState(loaded !== null);
    useEffect(() => {
      if (loaded) return;
      let isOver = false;
      void load().then((part) => {
        loaded = part;
        if (!isOver) setLoaded(true);
      });
      return () => {
        isOver = true;
      };
    }, []);
    return loaded && (h(loaded as ComponentType, props) as JSX.Element);
  };
}
