import { type IconName, SHAPES } from './Icon.tsx';

const SVG = 'http://www.w3.org/2000/svg';

/** An icon for a button that is put among an article's own nodes. */
export function icon(name: IconName): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const set = (element: Element, attributes: Record<string, string>): void => {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  };
  set(drawing, { viewBox: '0 0 20 20', width: '18', height: '18', 'aria-hidden': 'true' });
  set(path, {
    ...{ d: SHAPES[name], fill: 'none', stroke: 'currentColor', 'stroke-width': '1.5' },
    ...{ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
  });
  drawing.append(path);
  return drawing;
}
