import type { JSX } from 'preact';
import { contrast, mended, TEXT_CONTRAST } from '../article/colour.ts';
import type { Look } from '../article/look.ts';
import { Button } from './Button.tsx';
import styles from './look-panel.module.css';
import { t, uiLanguage } from './strings.ts';

interface OwnColoursProps {
  look: Look;
  onChange: (part: Partial<Look>) => void;
}

/** Never rounded up to what it does not reach. */
const inWords = (ratio: number): string =>
  new Intl.NumberFormat(uiLanguage(), { maximumFractionDigits: 1 }).format(
    Math.floor(ratio * 10) / 10,
  );

/** The person's own colours, with a word when they are hard to read and the nearest that are not. */
export function OwnColours({ look, onChange }: OwnColoursProps): JSX.Element {
  const better = mended({ paper: look.ownPaper, ink: look.ownInk, link: look.ownLink });
  const text = inWords(contrast(look.ownInk, look.ownPaper));
  const link = inWords(contrast(look.ownLink, look.ownPaper));
  const fields = [
    ['ownPaper', t('ownPaper')],
    ['ownInk', t('ownInk')],
    ['ownLink', t('ownLink')],
  ] as const;
  return (
    <div class={styles['own']} role="group" aria-label={t('themeOwn')}>
      {fields.map(([name, label]) => (
        <label key={name}>
          <input
            type="color"
            value={look[name]}
            onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
          />
          <span>{label}</span>
        </label>
      ))}
      <p role="status">
        {better ? t('ownTooFaint', text, link, TEXT_CONTRAST) : t('ownClear', text)}
      </p>
      {better && (
        <Button
          label={t('ownMend')}
          onClick={() =>
            onChange({ ownPaper: better.paper, ownInk: better.ink, ownLink: better.link })
          }
        >
          <span
            class={styles['mended']}
            aria-hidden="true"
            style={{ background: better.paper, color: better.ink }}
          >
            A<span style={{ color: better.link }}>a</span>
          </span>
          {t('ownMend')}
        </Button>
      )}
    </div>
  );
}
