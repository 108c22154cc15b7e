import { type ReadonlySignal, signal } from '@preact/signals';
import type { PlaceModel } from '../../place/model.ts';
import { createFindModel, type FindModel } from '../find/model.ts';
import { createLinksModel, type LinksModel, type LinksWorld } from '../links/model.ts';
import { createOutlineModel, type OutlineModel } from '../outline/model.ts';

export interface WayWorld {
  links: LinksWorld;
  /** Words that the article was found by. */
  words: string;
  /** What the page remembers for its next opening. */
  memory: { recall(name: string): unknown; remember(name: string, value: unknown): void };
}

/** All ways through an article: its outline, search, links, and the places it is held at. */
export interface WayModel {
  /** The article in the page, anew whenever its text was shown; null before. */
  shown: ReadonlySignal<{ article: Element } | null>;
  outline: OutlineModel;
  find: FindModel;
  links: LinksModel;
  place: PlaceModel;
  /** A text has just been put into the page. */
  show(article: Element | null): void;
}

/** Finding one's way in one article. */
export function createWayModel(place: PlaceModel, { links, words, memory }: WayWorld): WayModel {
  const shown = signal<{ article: Element } | null>(null);
  return {
    shown,
    outline: createOutlineModel(memory),
    find: createFindModel(words),
    links: createLinksModel(links),
    place,
    show: (article) => (shown.value = article && { article }),
  };
}
