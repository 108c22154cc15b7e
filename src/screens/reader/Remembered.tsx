import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { siteOf } from '../../article/site-rules.ts';
import { Button } from '../../ui/Button.tsx';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';
import { t } from '../../ui/strings.ts';
import styles from './reader.module.css';

interface RememberedProps {
  url: string;
  /** What held the article on the site until the person picked another part. */
  before: string;
  siteRules: SiteRulesModel;
}

/** Says that the part picked by hand will be read on the whole site, with the way back. */
export function Remembered({ url, before, siteRules }: RememberedProps): JSX.Element | null {
  const [isUndone, setUndone] = useState(false);
  const isRemembered = siteRules.containerOn(url) !== before;
  if (!isRemembered && !isUndone) return null;
  const undo = (): void => {
    setUndone(true);
    siteRules.setContainer(url, before);
  };
  return (
    <div class={styles['remembered']} role="status">
      <span>{t(isRemembered ? 'pickRemembered' : 'pickForgotten', siteOf(url))}</span>
      {isRemembered && <Button label={t('undo')} onClick={undo} />}
    </div>
  );
}
