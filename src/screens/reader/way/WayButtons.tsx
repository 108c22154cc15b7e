import type { JSX } from 'preact';
import { Button } from '../../../ui/Button.tsx';
import controls from '../../../ui/controls.module.css';
import { Icon } from '../../../ui/Icon.tsx';
import { t } from '../../../ui/strings.ts';
import type { WayModel } from './model.ts';
import styles from './way.module.css';

/** The id of the outline's panel, which is loaded later. */
const PANEL = 'outline-panel';

/** In the reader's bar: the outline, the search, and how far one has read as a thin line below. */
export function WayButtons({ way }: { way: WayModel }): JSX.Element {
  const { outline, find, place } = way;
  const hasOutline = outline.lines.value.length > 0;
  const isOpen = outline.isBeside.value && outline.isWanted.value;
  const part = place.part.value;
  return (
    <>
      {hasOutline &&
        (outline.isBeside.value ? (
          <button
            type="button"
            class={controls['button']}
            aria-label={t('outline')}
            title={t('outline')}
            aria-expanded={isOpen}
            data-outline-opener
            onClick={outline.toggle}
          >
            <Icon name="outline" />
          </button>
        ) : (
          <button
            type="button"
            class={controls['button']}
            aria-label={t('outline')}
            title={t('outline')}
            popovertarget={PANEL}
            data-outline-opener
          >
            <Icon name="outline" />
          </button>
        ))}
      {way.shown.value && (
        <span data-find-opener class={styles['opener']}>
          <Button label={t('findOpen')} icon="search" iconOnly onClick={find.open} />
        </span>
      )}
      {part !== null && (
        <span
          class={styles['read']}
          style={{ '--read': String(part) }}
          role="progressbar"
          aria-label={t('placeRead')}
          aria-valuenow={Math.round(part * 100)}
        />
      )}
    </>
  );
}
