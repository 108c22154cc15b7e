import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { createLookEditor, type LookEditor } from '../../ui/look-editor.ts';
import { mountLookPanel } from '../../ui/look-panel.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { providedStrings, t } from '../../ui/strings.ts';
import styles from './look-settings.module.css';

/** A few lines of several scripts: what is chosen shows in each of them. */
const SAMPLES = [
  ['en', 'The clock on the east wall has one hand, and <em>is never wrong for long</em>.'],
  ['de', 'Die Gezeitentafel am Hafenbecken verspricht <em>Niedrigwasser</em> um 6:40 Uhr.'],
  ['el', 'Το ρολόι του λιμανιού έχει έναν μόνο δείκτη.'],
  ['ar', 'للساعة المعلّقة على الجدار الشرقي عقرب واحد.'],
  ['he', 'לשעון שעל הקיר המזרחי יש מחוג אחד בלבד.'],
  ['hi', 'पूर्वी दीवार की घड़ी में केवल एक सुई है।'],
  ['th', 'นาฬิกาบนผนังด้านตะวันออกมีเข็มเพียงเข็มเดียว'],
  ['zh', '东墙上的钟只有一根指针，“却从不会错太久”。'],
  ['ja', '東の壁の時計には、針が一本しかない。'],
  ['ko', '동쪽 벽의 시계에는 바늘이 하나뿐이다.'],
] as const;
const FROM_RIGHT: readonly string[] = ['ar', 'he'];

/** Everything about the look, with a sample that follows at once; and the sites that have their own. */
export function LookSettings({ look }: { look: SettingsModel }): JSX.Element {
  const panel = useRef<HTMLDivElement>(null);
  const editor = useMemo(() => createLookEditor(look), [look]);
  useEffect(() => mountLookPanel(panel.current!, look, editor, providedStrings()), [look]);
  return (
    <section>
      <h2>{t('optionsLook')}</h2>
      <div class={styles['look']}>
        <div ref={panel} />
        <div class={styles['sample']} role="group" aria-label={t('lookSample')}>
          {SAMPLES.map(([lang, text]) => (
            <div
              key={lang}
              class="article"
              lang={lang}
              dir={FROM_RIGHT.includes(lang) ? 'rtl' : 'ltr'}
            >
              <p>{withEmphasis(text)}</p>
            </div>
          ))}
        </div>
      </div>
      <SitesWithLook look={look} editor={editor} />
    </section>
  );
}

const withEmphasis = (text: string): (string | JSX.Element)[] =>
  text.split(/<em>(.*)<\/em>/).map((part, at) => (at % 2 ? <em key={part}>{part}</em> : part));

interface SitesWithLookProps {
  look: SettingsModel;
  editor: LookEditor;
}

function SitesWithLook({ look, editor }: SitesWithLookProps): JSX.Element | null {
  const sites = Object.keys(look.settings.value.sites).sort();
  const removed = editor.removedSite.value;
  if (sites.length === 0 && !removed) return null;
  return (
    <>
      <h3>{t('lookSites')}</h3>
      <ul class={styles['sites']} role="list">
        {sites.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <Button
              label={t('lookSiteRemove', site)}
              icon="remove"
              iconOnly
              onClick={() => editor.removeSite(site)}
            />
          </li>
        ))}
      </ul>
      <p class={styles['removed']} role="status">
        {removed && (
          <>
            <span>{t('lookSiteRemoved', removed)}</span>
            <Button label={t('undo')} onClick={editor.undo} />
          </>
        )}
      </p>
    </>
  );
}
