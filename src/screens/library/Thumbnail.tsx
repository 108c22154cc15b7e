import type { JSX } from 'preact';
import styles from './article-list.module.css';

interface ThumbnailProps {
  /** A data: URL. This page fetches nothing, so an address on the web is never one. */
  picture: string | undefined;
  site: string;
}

/** The article's small picture, or the first letter of its site on a tint that is the site's own. */
export function Thumbnail({ picture, site }: ThumbnailProps): JSX.Element {
  if (picture?.startsWith('data:image/'))
    return <img class={styles['picture']} src={picture} alt="" decoding="async" />;
  return (
    <span class={styles['picture']} style={{ '--hue': `${hueOf(site)}` }} aria-hidden="true">
      {firstLetter(site)}
    </span>
  );
}

function firstLetter(site: string): string {
  return (/[\p{L}\p{N}]\p{M}*/u.exec(site)?.[0] ?? '').toLocaleUpperCase();
}

/** A hue in degrees that a name keeps for ever. */
function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) % 3600;
  return hash % 360;
}
