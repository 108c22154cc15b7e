// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import '../../ui/article-scripts.css';
import { render } from 'preact';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import {
  ALL_SITES,
  allGrants,
  askForGrants,
  onGrantChange,
  takeBackGrant,
} from '../../platform/grants.ts';
import { pageAddress } from '../../platform/pages.ts';
import { saveFile } from '../../platform/save-file.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createGrantsModel } from '../../screens/options/grants-model.ts';
import { createRulesEditor } from '../../screens/options/model.ts';
import { createStorageModel } from '../../screens/options/storage-model.ts';
import { OptionsScreen } from '../../screens/options/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';

provideStrings(browserStrings());
document.title = t('optionsTitle');
const commands = await browser.commands.getAll();
const keyOf = (name: string): string =>
  commands.find((command) => command.name === name)?.shortcut ?? '';

const download = (name: string, text: string): void =>
  saveFile(name, new Blob([text], { type: 'application/json' }));

// A private window of Firefox has no storage of its own to speak of.
const never = (): boolean => false;
const storage = createStorageModel({
  send: ask,
  used: () =>
    navigator.storage.estimate().then(
      ({ usage = 0 }) => usage,
      () => 0,
    ),
  promise: {
    is: () => navigator.storage.persisted().catch(never),
    ask: () => navigator.storage.persist().catch(never),
  },
  onChange: (listener) => {
    onAnnouncement('library/changed', listener);
    onAnnouncement('pictures/changed', listener);
  },
  readerAddress: (id) => pageAddress('reader', { id }),
});
const grants = createGrantsModel({
  all: allGrants,
  askForAll: () => askForGrants([ALL_SITES]),
  takeBack: takeBackGrant,
  onChange: onGrantChange,
});

render(
  <OptionsScreen
    look={createSettingsModel(settingsArea)}
    rules={createRulesEditor(createSiteRulesModel(siteRulesArea))}
    grants={grants}
    storage={storage}
    download={download}
    backupAddress={pageAddress('backup')}
    importAddress={pageAddress('import')}
    version={browser.runtime.getManifest().version}
    keys={{ read: keyOf('_execute_action'), save: keyOf('save-page') }}
  />,
  document.getElementById('screen')!,
);
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
