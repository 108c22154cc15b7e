import type { JSX } from 'preact';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { t } from '../../ui/strings.ts';
import { Grants } from './Grants.tsx';
import type { GrantsModel } from './grants-model.ts';
import { LookSettings } from './LookSettings.tsx';
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
  /** The page of backups. */
  backupAddress: string;
  /** The page that articles are brought in by. */
  importAddress: string;
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
  backupAddress,
  importAddress,
  keys,
}: OptionsScreenProps): JSX.Element {
  return (
    <main class={styles['options']}>
      <h1>{t('optionsTitle')}</h1>
      <LookSettings look={look} />
      <section>
        <h2>{t('optionsKeys')}</h2>
        <p>
          {t('optionsKeysText', keys.read || t('optionsNoKey'), keys.save || t('optionsNoKey'))}
        </p>
      </section>
      <SiteRules editor={rules} download={download} />
      <Grants grants={grants} />
      <section id="backup">
        <h2>{t('backupTitle')}</h2>
        <p>{t('optionsBackup')}</p>
        <p>
          <a href={backupAddress}>{t('optionsBackupOpen')}</a>
        </p>
      </section>
      <Storage storage={storage} />
      <section>
        <h2>{t('optionsMove')}</h2>
        <p>{t('optionsMoveText')}</p>
        <p>
          <a href={importAddress}>{t('importTitle')}</a>
        </p>
      </section>
      <section>
        <h2>{t('optionsPrivacy')}</h2>
        <p>{t('optionsPrivacyText')}</p>
      </section>
      <p class={styles['version']}>{t('optionsVersion', version)}</p>
    </main>
  );
}
