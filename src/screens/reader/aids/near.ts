/** In milliseconds: so often is looked while the page scrolls. */
const PAUSE = 120;

/** Calls back once for each element when it is within a window's height of what is seen; at once for those that are. */
export function whenNear(
  elements: Iterable<Element>,
  act: (element: Element) => void,
  ending: AbortSignal,
): void {
  let far = [...elements];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const found: Element[] = [];
    far = far.filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const isNear = bottom > -innerHeight && top < innerHeight * 2;
      if (isNear) found.push(element);
      return !isNear;
    });
    for (const element of found) act(element);
  };
  const soon = (): void => {
    timer ??= setTimeout(look, PAUSE);
  };
  const options = { passive: true, signal: ending };
  addEventListener('scroll', soon, options);
  addEventListener('resize', soon, options);
  ending.addEventListener('abort', () => clearTimeout(timer));
  look();
}
