import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import type { GrantsModel } from './grants-model.ts';
import styles from './options.module.css';
import own from './storage.module.css';

/** From which sites pictures may be fetched, how to allow it and how to take it back. */
export function Grants({ grants }: { grants: GrantsModel }): JSX.Element {
  const granted = grants.grants.value;
  return (
    <section id="pictures">
      <h2>{t('picturesTitle')}</h2>
      <p>{t('picturesText')}</p>
      {!grants.isForAll.value && (
        <>
          <p class={own['note']}>{t('picturesAskText')}</p>
          <div class={styles['actions']}>
            <Button label={t('picturesAllSites')} kind="main" onClick={grants.askForAll} />
          </div>
        </>
      )}
      {granted.length > 0 && (
        <>
          <h3 id="granted">{t('picturesGranted')}</h3>
          <ul class={own['granted']} aria-labelledby="granted">
            {granted.map(({ origin, host }) => (
              <li key={origin}>
                <span>{host ?? t('picturesEverySite')}</span>
                <Button
                  label={t('picturesTakeBackOf', host ?? t('picturesEverySite'))}
                  onClick={() => grants.takeBack(origin)}
                >
                  {t('picturesTakeBack')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
