import { uiLanguage } from '../../ui/strings.ts';

/** A language by its name in ours; its tag where it has none. */
export function languageName(tag: string): string {
  try {
    return (
      new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag
    );
  } catch {
    return tag;
  }
}
