// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import { render } from 'preact';
import { pageAddress } from '../../platform/pages.ts';
import { saveFile } from '../../platform/save-file.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { saveAllSettings } from '../../platform/backup-place.ts';
import { browserStrings } from '../../platform/strings.ts';
import { clean } from '../../sanitize/clean.ts';
import { createBackupModel } from '../../screens/backup/model.ts';
import { createPlanModel } from '../../screens/backup/plan.ts';
import { BackupScreen } from '../../screens/backup/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';
import { planWorld } from './plan-world.ts';

provideStrings(browserStrings());
document.title = `${t('backupTitle')} – ${t('appName')}`;
const plan = createPlanModel(planWorld);
const backup = createBackupModel(
  { ...planWorld, saveFile, clean: (html) => clean(html).html, saveSettings: saveAllSettings },
  plan,
);
createSettingsModel(settingsArea);
void plan.whenDue();

render(
  <BackupScreen backup={backup} plan={plan} libraryAddress={pageAddress('library')} />,
  document.getElementById('screen')!,
);
