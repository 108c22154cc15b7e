// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import { render } from 'preact';
import { browser } from '../../platform/browser.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { OptionsScreen } from '../../screens/options/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';

provideStrings(browserStrings());
document.title = t('optionsTitle');
const commands = await browser.commands.getAll();
const keyOf = (name: string): string =>
  commands.find((command) => command.name === name)?.shortcut ?? '';

render(
  <OptionsScreen
    look={createSettingsModel(settingsArea)}
    version={browser.runtime.getManifest().version}
    keys={{ read: keyOf('_execute_action'), save: keyOf('save-page') }}
  />,
  document.getElementById('screen')!,
);
