// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { pageAddress } from '../../platform/pages.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createReaderModel } from '../../screens/reader/model.ts';
import { ReaderScreen } from '../../screens/reader/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { provideStrings } from '../../ui/strings.ts';

provideStrings(browserStrings());
const asked = new URLSearchParams(location.search);
const draftKey = asked.get('key');
const reader = createReaderModel(
  draftKey ? { draftKey } : { id: (asked.get('id') ?? '') as ArticleId },
  {
    send: ask,
    clean: async (draft) => (await import('../../sanitize/clean-draft.ts')).cleanDraft(draft),
    showSaved: (id) => location.replace(pageAddress('reader', { id })),
    onLibraryChange: (listener) => onAnnouncement('library/changed', listener),
  },
);
const look = createSettingsModel(settingsArea);

render(
  <ReaderScreen
    reader={reader}
    look={look}
    siteRules={createSiteRulesModel(siteRulesArea)}
    libraryAddress={pageAddress('library')}
    containerBefore={draftKey ? asked.get('before') : null}
  />,
  document.getElementById('screen')!,
);
