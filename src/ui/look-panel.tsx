import { render } from 'preact';
import type { ChoiceName, Look, RangeName } from '../article/look.ts';
import { DEFAULT_LOOK, LOOK } from '../article/look.ts';
import { Button } from './Button.tsx';
import { Choices, Slider, Themes } from './LookFields.tsx';
import { canRunDown, columnsFit, linesOf, onSystemChange } from './look.ts';
import styles from './look-panel.module.css';
import { OwnColours } from './OwnColours.tsx';
import type { LookEditor } from './look-editor.ts';
import type { SettingsModel } from './settings-model.ts';
import { provideStrings, type Strings, t } from './strings.ts';

const SPACINGS: RangeName[] = [
  'weight',
  'width',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'paragraphSpacing',
];

/**
 * Fills `host` with everything that can be set about the look, and keeps it true; the answer ends it. It is
 * a root of its own: in the popup it comes as a program of its own, with its own renderer and strings.
 */
export function mountLookPanel(
  host: Element,
  look: SettingsModel,
  editor: LookEditor,
  strings: Strings,
): () => void {
  provideStrings(strings, false);
  const draw = (): void =>
    render(
      <LookPanel
        look={look.look.value}
        site={look.here.value.site}
        lang={look.here.value.lang}
        isOnlyHere={look.isOnlyHere.value}
        canUndo={editor.canUndo.value}
        editor={editor}
      />,
      host,
    );
  const ending = new AbortController();
  onSystemChange(draw, ending.signal);
  const stops = [look.look, look.here, look.isOnlyHere, editor.canUndo].map((signal) =>
    signal.subscribe(draw),
  );
  return () => {
    for (const stop of stops) stop();
    ending.abort();
    render(null, host);
  };
}

interface LookPanelProps {
  look: Look;
  site: string;
  lang: string;
  isOnlyHere: boolean;
  canUndo: boolean;
  editor: LookEditor;
}

function LookPanel({ look, site, lang, isOnlyHere, canUndo, editor }: LookPanelProps) {
  const isDefault = Object.entries(DEFAULT_LOOK).every(
    ([name, value]) => look[name as keyof Look] === value,
  );
  const slider = (name: RangeName) => (
    <Slider
      key={name}
      name={name}
      value={look[name]}
      onChange={(value) => editor.change({ [name]: value })}
    />
  );
  const choices = (name: ChoiceName, now: string = look[name], values = LOOK[name].values) => (
    <Choices
      key={name}
      name={name}
      values={values}
      now={now}
      onChange={(value) => editor.change({ [name]: value })}
    />
  );
  return (
    <div class={styles['fields']}>
      <Themes look={look} onChange={(theme) => editor.change({ theme })} />
      {look.theme === 'own' && <OwnColours look={look} onChange={editor.change} />}
      {slider('textSize')}
      {choices('font')}
      <details class={styles['more']}>
        <summary>{t('lookMore')}</summary>
        <div class={styles['fields']}>
          {SPACINGS.map(slider)}
          {choices('align')}
          {choices('hyphens')}
          {columnsFit() && choices('columns')}
          {canRunDown(lang) && choices('lines', linesOf(look, lang), ['across', 'down'])}
          {look.theme === 'system' && (
            <>
              {choices('day')}
              {choices('night')}
            </>
          )}
        </div>
      </details>
      {site && (
        <label class={styles['only']}>
          <input
            type="checkbox"
            checked={isOnlyHere}
            onChange={({ currentTarget }) => editor.setOnlyHere(currentTarget.checked)}
          />
          <span>{t('lookOnlyHere', site)}</span>
        </label>
      )}
      <div class={styles['end']}>
        {/* One button, so that the keyboard is not lost when it turns into the other. */}
        <Button
          label={canUndo ? t('undo') : t('lookReset')}
          disabled={isDefault && !canUndo}
          onClick={canUndo ? editor.undo : editor.reset}
        />
      </div>
    </div>
  );
}
