// In the popup lines down the page are rare enough to come a moment later.
import './article-lines-down.css';
// What is not needed for an article to stand there: in the popup a program of its own.
export { keepPlace, keepPlaceWhileFontsLoad } from './keep-place.ts';
export { createLookEditor } from './look-editor.ts';
export { mountLookPanel } from './look-panel.tsx';
export { followSideways } from './sideways.ts';
export { wrapNumbers } from './upright-numbers.ts';
export { followWideParts } from './wide-parts.ts';
