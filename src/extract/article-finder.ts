import { Readability } from '@mozilla/readability';

/**
 * Readability as we use it: it finds the container of the text, and nothing else. Metadata and pictures
 * in noscript are read by our own rules before it; doing them twice would cost a tenth of the time.
 */
export class ArticleFinder extends Readability<Element> {
  readonly #title: string;

  constructor(copy: Document, title: string) {
    super(copy, {
      serializer: (element) => element as Element,
      keepClasses: true,
      disableJSONLD: true,
      charThreshold: 250,
    });
    this.#title = title;
  }

  /** The element that holds the text, or null. Changes the copy. */
  find(): Element | null {
    return this.parse()?.content ?? null;
  }

  /** Readability 0.6 asks for it in `parse`, and compares headings with the title. */
  _getArticleMetadata(): { title: string } {
    return { title: this.#title };
  }

  /** Done by `resolvePictures`. */
  _unwrapNoscriptImages(): void {
    // Nothing is left to do.
  }
}
