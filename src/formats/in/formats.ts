import { addressList } from './address-list.ts';
import { anyJson } from './any-json.ts';
import { anyTable } from './any-table.ts';
import { bookmarksPage } from './bookmarks-page.ts';
import { firefoxBookmarks } from './firefox-bookmarks.ts';
import type { Format, Glance } from './format.ts';
import { instapaper } from './instapaper.ts';
import { karakeep } from './karakeep.ts';
import { lectern } from './lectern.ts';
import { linkwarden } from './linkwarden.ts';
import { markdownFile } from './markdown-file.ts';
import { matter } from './matter.ts';
import { omnivore } from './omnivore.ts';
import { oneTab } from './onetab.ts';
import { pocketPage } from './pocket-page.ts';
import { pocket } from './pocket.ts';
import { raindrop } from './raindrop.ts';
import { readeck } from './readeck.ts';
import { readwiseReader } from './readwise-reader.ts';
import { wallabagTable } from './wallabag-table.ts';
import { wallabag } from './wallabag.ts';
import { webPage } from './web-page.ts';

/** Every format that can be read: the dialog, the docs and the tests go by this list. */
export const FORMATS: readonly Format[] = [
  lectern,
  pocket,
  pocketPage,
  instapaper,
  omnivore,
  readwiseReader,
  wallabag,
  wallabagTable,
  raindrop,
  matter,
  karakeep,
  linkwarden,
  readeck,
  bookmarksPage,
  firefoxBookmarks,
  oneTab,
  markdownFile,
  webPage,
  anyTable,
  anyJson,
  addressList,
];

/** The format that is surest of a file; undefined when none knows it. */
export function formatOf(glance: Glance): Format | undefined {
  let best: Format | undefined;
  let sureness = 0;
  for (const format of FORMATS) {
    const how = format.recognise(glance);
    if (how > sureness) [best, sureness] = [format, how];
  }
  return best;
}
