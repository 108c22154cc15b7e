import { isOwnPage, isPageOfTab, route } from '../../messages/route.ts';
import { addingArea } from '../../platform/adding-area.ts';
import { announce } from '../../platform/background-link.ts';
import { browser, own } from '../../platform/browser.ts';
import { disk } from '../../platform/disk.ts';
import { hasGrants, siteGrant } from '../../platform/grants.ts';
import { libraryMarkArea } from '../../platform/library-mark-area.ts';
import { tornLogArea } from '../../platform/torn-log-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { waitingOf } from '../../store/imports.ts';
import { Library } from '../../store/library.ts';
import { openDatabase } from '../../store/open-library.ts';
import { keepReserve, openUntorn } from '../../store/torn-log.ts';
import { createAdder } from './adder.ts';
import { createMarkKeeper } from './library-mark.ts';
import { menuClicked, offerMenus } from './menus.ts';
import { ownHandlers } from './own-handlers.ts';
import { pageHandlers } from './page-handlers.ts';
import { startPictures } from './pictures.ts';
import { closeLeftTabs, keepWish, readBehind } from './read-behind.ts';
import { savePage } from './save-page.ts';
import { markSavedPages } from './saved-mark.ts';
import { keepUp } from './upkeep.ts';
import { provideStrings } from '../../ui/strings.ts';

// Every listener is registered in the first turn, so that a woken worker loses nothing.
provideStrings(browserStrings());
const isChromium = location.protocol === 'chrome-extension:';
const mark = createMarkKeeper(libraryMarkArea, {
  open: isChromium ? openUntorn(tornLogArea, disk) : openDatabase,
});
const library = new Library(mark.open);
keepUp(library, {
  stayAwake: () => browser.runtime.getPlatformInfo(),
  async onQuiet() {
    await mark.note(library);
    if (isChromium) await keepReserve(tornLogArea, disk);
  },
});
const pictures = startPictures(library);
const adder = createAdder({
  area: addingArea,
  isAllowed: (url) => hasGrants([siteGrant(url)]),
  read: (wish, signal) => readBehind(library, pictures, wish, signal),
  keep: async (wish) => {
    const kept = await keepWish(library, wish);
    announce('library/changed');
    return kept;
  },
  async part({ import: job, position }) {
    const found = await waitingOf(library, { job, position });
    if (!found.ok || !found.value) return null;
    return { wishes: found.value.waiting, rest: { import: job, position: found.value.next } };
  },
  tidyUp: closeLeftTabs,
});

type Hearer = Parameters<typeof browser.runtime.onMessage.addListener>[0];
browser.runtime.onMessage.addListener(
  route(ownHandlers(library, { pictures, adder, mark }), (sender) =>
    isOwnPage(sender, own),
  ) as Hearer,
);
browser.runtime.onMessage.addListener(
  route(pageHandlers, (sender) => isPageOfTab(sender, own)) as Hearer,
);
browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'save-page' && tab) void savePage(library, pictures, tab);
});
browser.contextMenus.onClicked.addListener((info, tab) =>
  menuClicked({ library, pictures, adder }, info, tab),
);
markSavedPages(library);
browser.runtime.onInstalled.addListener(() => void offerMenus());
browser.runtime.onStartup.addListener(() => void library.purge());
void adder.goOn();
