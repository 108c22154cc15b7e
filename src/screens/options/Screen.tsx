import type { JSX } from 'preact';
import { LookControls } from '../../ui/LookMenu.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { t } from '../../ui/strings.ts';
import { Grants } from './Grants.tsx';
import type { GrantsModel } from './grants-model.ts';
import type { RulesEditor } from './model.ts';
import { SiteRules } from './SiteRules.tsx';
import { Storage } from './Storage.tsx';
import type { StorageModel } from './storage-model.ts';
import styles from './options.module.css';

interface OptionsScreenProps {
  look: SettingsModel;
  rules: RulesEditor;
  grants: GrantsModel;
  storage: StorageModel;
  download: (name: string, text: string) => void;
  version: string;
  /** Key combinations as the browser writes them; empty where the person took one away. */
  keys: { read: string; save: string };
}

/** The few settings there are, and what Lectern does with what it knows. */
export function OptionsScreen({
  look,
  rules,
  grants,
  storage,
  download,
  version,
  keys,
}: OptionsScreenProps): JSX.Element {
  return (
    <main class={styles['options']}>
      <h1>{t('optionsTitle')}</h1>
      <section>
        <h2>{t('optionsLook')}</h2>
        <div class={styles['look']}>
          <LookControls look={look} />
        </div>
      </section>
      <section>
        <h2>{t('optionsKeys')}</h2>
        <p>
          {t('optionsKeysText', keys.read || t('optionsNoKey'), keys.save || t('optionsNoKey'))}
        </p>
      </section>
      <SiteRules editor={rules} download={download} />
      <Grants grants={grants} />
      <Storage storage={storage} />
      <section>
        <h2>{t('optionsPrivacy')}</h2>
        <p>{t('optionsPrivacyText')}</p>
      </section>
      <p class={styles['version']}>{t('optionsVersion', version)}</p>
    </main>
  );
}
