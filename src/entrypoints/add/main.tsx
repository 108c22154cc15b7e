// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import { render } from 'preact';
import { sitePattern } from '../../article/found-addresses.ts';
import { addingArea } from '../../platform/adding-area.ts';
import { ask } from '../../platform/background-link.ts';
import { ALL_SITES, askForGrants } from '../../platform/grants.ts';
import { pageAddress } from '../../platform/pages.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { pagesOfWindow } from '../../platform/window-tabs.ts';
import { createAddModel } from '../../screens/add/model.ts';
import { AddScreen } from '../../screens/add/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { provideStrings } from '../../ui/strings.ts';

provideStrings(browserStrings());
/** The window whose tabs the person wants; else the one that we are in. */
const windowId = new URLSearchParams(location.search).get('window');
const add = createAddModel({
  send: ask,
  job: addingArea,
  allow: (urls) => askForGrants(urls === 'all' ? [ALL_SITES] : [...new Set(urls.map(sitePattern))]),
  tabs: () => pagesOfWindow(Number(windowId) || undefined),
});
createSettingsModel(settingsArea);

render(
  <AddScreen
    add={add}
    libraryAddress={pageAddress('library')}
    readerAddress={(id) => pageAddress('reader', { id })}
    tabsFirst={windowId !== null}
  />,
  document.getElementById('screen')!,
);
