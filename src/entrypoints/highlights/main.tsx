// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../screens/highlights/marks.css';
import { render } from 'preact';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { pageAddress } from '../../platform/pages.ts';
import { saveFile } from '../../platform/save-file.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createAllHighlightsModel } from '../../screens/all-highlights/model.ts';
import { AllHighlightsScreen } from '../../screens/all-highlights/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';

provideStrings(browserStrings());
document.title = `${t('markAll')} – ${t('appName')}`;

render(
  <AllHighlightsScreen
    highlights={createAllHighlightsModel({
      send: ask,
      onChange: (listener) => {
        onAnnouncement('highlights/changed', listener);
        onAnnouncement('library/changed', listener);
      },
    })}
    look={createSettingsModel(settingsArea)}
    libraryAddress={pageAddress('library')}
    addressOf={(id, highlight) =>
      pageAddress('reader', { id }) + (highlight ? `#highlight=${highlight}` : '')
    }
    saveFile={(name, text) => saveFile(name, new Blob([text]))}
  />,
  document.getElementById('screen')!,
);
