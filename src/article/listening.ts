import type { ArticleId } from './article.ts';

/** How one language is read aloud. */
export interface Way {
  /** `voiceURI`; '' for the one that fits best. */
  voice: string;
  /** 1 is how the voice speaks by itself. */
  rate: number;
  pitch: number;
}

export interface Listening {
  /** Voices that send the text to their maker may be used. */
  network: boolean;
  /** By language without its region: 'de', 'zh'. */
  ways: Record<string, Way>;
}

/** Where listening stopped in a saved article: the words there, and where they were. */
export interface ListeningPlace {
  block: number;
  offset: number;
  exact: string;
  /** Milliseconds since 1970. */
  at: number;
}

export type ListeningPlaces = Record<ArticleId, ListeningPlace>;

export const RATES = [0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
export const PITCH = { least: 0.5, most: 1.5 };
export const USUAL_WAY: Way = { voice: '', rate: 1, pitch: 1 };
/** Of so many articles the place is remembered. */
const PLACES = 300;

type Loose = Record<string, unknown>;
const within = (value: unknown, least: number, most: number, usual: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : usual;

/** The stored value as settings; what is unknown or broken becomes the default. */
export function parseListening(stored: unknown): Listening {
  const { network, ways } = (stored ?? {}) as Loose;
  const parsed: Record<string, Way> = {};
  for (const [lang, way] of Object.entries((ways ?? {}) as Loose)) {
    const { voice, rate, pitch } = (way ?? {}) as Loose;
    parsed[lang] = {
      voice: typeof voice === 'string' ? voice : '',
      rate: within(rate, 0.5, 3, 1),
      pitch: within(pitch, PITCH.least, PITCH.most, 1),
    };
  }
  return { network: network === true, ways: parsed };
}

export function parsePlaces(stored: unknown): ListeningPlaces {
  const places: ListeningPlaces = {};
  for (const [id, place] of Object.entries((stored ?? {}) as Loose)) {
    const { block, offset, exact, at } = (place ?? {}) as Loose;
    if (typeof exact !== 'string') continue;
    places[id as ArticleId] = {
      block: within(block, 0, 1e7, 0),
      offset: within(offset, 0, 1e9, 0),
      exact,
      at: within(at, 0, Infinity, 0),
    };
  }
  return places;
}

/** The places with one set, or taken away by null; the oldest give way. */
export function withPlace(
  places: ListeningPlaces,
  id: ArticleId,
  place: ListeningPlace | null,
): ListeningPlaces {
  const others = Object.entries(places).filter(([other]) => other !== id);
  others.sort(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries([...(place ? [[id, place]] : []), ...others.slice(0, PLACES - 1)]);
}
