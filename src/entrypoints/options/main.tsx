// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import { render } from 'preact';
import { browser } from '../../platform/browser.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createRulesEditor } from '../../screens/options/model.ts';
import { OptionsScreen } from '../../screens/options/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';

provideStrings(browserStrings());
document.title = t('optionsTitle');
const commands = await browser.commands.getAll();
const keyOf = (name: string): string =>
  commands.find((command) => command.name === name)?.shortcut ?? '';

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

render(
  <OptionsScreen
    look={createSettingsModel(settingsArea)}
    rules={createRulesEditor(createSiteRulesModel(siteRulesArea))}
    download={download}
    version={browser.runtime.getManifest().version}
    keys={{ read: keyOf('_execute_action'), save: keyOf('save-page') }}
  />,
  document.getElementById('screen')!,
);
