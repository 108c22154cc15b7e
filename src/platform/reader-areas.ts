import { type Aids, parseAids } from '../article/aids.ts';
import { type KeyChoices, parseKeyChoices } from '../article/key-choices.ts';
import {
  type Listening,
  type ListeningPlaces,
  parseListening,
  parsePlaces,
} from '../article/listening.ts';
import { area } from './settings-area.ts';

// Apart from the settings of every page: the popup opens without these.

export const keysArea = area<KeyChoices>('keys', parseKeyChoices);
export const listeningArea = area<Listening>('listening', parseListening);
export const listeningPlacesArea = area<ListeningPlaces>('listeningPlaces', parsePlaces);
export const aidsArea = area<Aids>('aids', parseAids);
