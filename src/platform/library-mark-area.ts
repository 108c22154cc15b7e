import { type LibraryMark, parseLibraryMark } from '../article/library-mark.ts';
import { area } from './settings-area.ts';

/** How many articles there were, kept apart from them. */
export const libraryMarkArea = area<LibraryMark>('libraryMark', parseLibraryMark);
