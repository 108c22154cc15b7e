import { browser, type Tabs } from '../../platform/browser.ts';
import { hasGrants, siteGrant } from '../../platform/grants.ts';
import { openPage } from '../../platform/pages.ts';
import { markToolbar } from '../../platform/toolbar-mark.ts';
import type { Library } from '../../store/library.ts';
import { isWebAddress } from '../../article/found-addresses.ts';
import { addressKey } from '../../article/article.ts';
import type { AddOutcome } from '../../article/adding.ts';
import { outcomeWords } from '../../screens/add/words.ts';
import { t } from '../../ui/strings.ts';
import type { Adder } from './adder.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import { savePage } from './save-page.ts';

interface Clicked {
  menuItemId: string | number;
  linkUrl?: string | undefined;
  linkText?: string | undefined;
}

interface Doers {
  library: Library;
  pictures: PictureKeeper;
  adder: Adder;
}

/** What the entries do. */
export function menuClicked(
  { library, pictures, adder }: Doers,
  clicked: Clicked,
  tab?: Tabs.Tab,
): void {
  switch (clicked.menuItemId) {
    case 'save-page':
      if (tab) void savePage(library, pictures, tab);
      break;
    case 'save-link':
      void saveLink(adder, clicked, tab);
      break;
    case 'save-tabs':
      void openPage('add', { window: String(tab?.windowId ?? '') });
      break;
    case 'add-addresses':
      void openPage('add');
      break;
    default:
  }
}

/**
 * Saves what a link leads to: read behind the page where its site is allowed, else the address alone.
 * The first time, our page says how that is, and asks.
 */
async function saveLink(
  adder: Adder,
  { linkUrl: url = '', linkText: title = '' }: Clicked,
  tab?: Tabs.Tab,
): Promise<void> {
  const mark = (
    kind: Parameters<typeof markToolbar>[1],
    words: string,
  ): Promise<void> | undefined =>
    tab?.id === undefined ? undefined : markToolbar(tab.id, kind, words);
  if (!isWebAddress(url)) return mark('failed', t('addNoLink'));
  void mark('working', t('saving'));
  const isRead = await hasGrants([siteGrant(url)]);
  await adder.start([{ url, title: title.trim() }], true);
  const { items } = await adder.settled();
  const item = items.findLast((one) => addressKey(one.url) === addressKey(url));
  const outcome = (item?.is ?? 'no-answer') as AddOutcome;
  await mark(GOOD.has(outcome) ? 'saved' : 'failed', outcomeWords(outcome));
  if (!isRead && outcome === 'kept' && (await isFirstTime())) await openPage('add');
}

const GOOD = new Set<AddOutcome>(['saved', 'already', 'kept']);
const SHOWN = 'adding-shown';

/** True once. */
async function isFirstTime(): Promise<boolean> {
  if ((await browser.storage.local.get(SHOWN))[SHOWN] === true) return false;
  await browser.storage.local.set({ [SHOWN]: true });
  return true;
}

/** Puts our entries into the menus of the page, of links and of the toolbar button. Chrome keeps them, and complains of a second set. */
export async function offerMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const entries: Parameters<typeof browser.contextMenus.create>[0][] = [
    {
      id: 'save-page',
      title: t('menuSavePage'),
      contexts: ['page', 'selection', 'image', 'action'],
    },
    { id: 'save-link', title: t('addMenuLink'), contexts: ['link'] },
    { id: 'save-tabs', title: t('addMenuTabs'), contexts: ['action'] },
    { id: 'add-addresses', title: t('addMenuAddresses'), contexts: ['action'] },
  ];
  for (const entry of entries) browser.contextMenus.create(entry);
}
