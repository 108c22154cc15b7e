import { isOwnPage, isPageOfTab, route } from '../../messages/route.ts';
import { browser, own } from '../../platform/browser.ts';
import { browserStrings } from '../../platform/strings.ts';
import { Library } from '../../store/library.ts';
import { ownHandlers } from './own-handlers.ts';
import { pageHandlers } from './page-handlers.ts';
import { startPictures } from './pictures.ts';
import { offerMenu, savePage } from './save-page.ts';
import { provideStrings } from '../../ui/strings.ts';

// Every listener is registered in the first turn, so that a woken worker loses nothing.
provideStrings(browserStrings());
const library = new Library();
const pictures = startPictures(library);

type Hearer = Parameters<typeof browser.runtime.onMessage.addListener>[0];
browser.runtime.onMessage.addListener(
  route(ownHandlers(library, pictures), (sender) => isOwnPage(sender, own)) as Hearer,
);
browser.runtime.onMessage.addListener(
  route(pageHandlers, (sender) => isPageOfTab(sender, own)) as Hearer,
);
browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'save-page' && tab) void savePage(library, pictures, tab);
});
browser.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === 'save-page' && tab) void savePage(library, pictures, tab);
});
browser.runtime.onInstalled.addListener(() => void offerMenu());
browser.runtime.onStartup.addListener(() => void library.purge());
