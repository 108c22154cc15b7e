/**
 * Engines have a greatest height for an element: Firefox 17.8 million CSS pixels, Chromium 33.5 million
 * divided by zoom and pixel density. A list higher than this is drawn in so much height.
 */
const MOST_HEIGHT = 8_000_000;

/**
 * Shows a list of `natural` height in a page that has room for less. All numbers are CSS pixels: what
 * stands at `scrolled` in the page is `scrolled + shift` in the list. Short ways are scrolled one to
 * one; a long way, as with the scroll bar, goes to the same part of the whole. Near both ends the two
 * agree, so the first and the last row lie where the page begins and ends.
 */
export class TallList {
  natural = 0;
  height = 0;
  shift = 0;
  #scrolled = 0;
  readonly #most: number;
  /** So near to an end the shift is that of the end. */
  readonly #edge: number;
  /** So far the shift may be from the even one. */
  readonly #slack: number;

  constructor(most = MOST_HEIGHT) {
    this.#most = most;
    this.#edge = most / 40;
    this.#slack = most / 100;
  }

  /** The list is so high now; one stays where one is. */
  resize(natural: number): void {
    this.natural = natural;
    this.height = Math.min(natural, this.#most);
    this.shift = Math.min(this.shift, natural - this.height);
  }

  get isWhole(): boolean {
    return this.natural === this.height;
  }

  /** The page was scrolled; answers where it should be scrolled to instead, mostly the same. */
  scrolled(to: number, viewport: number): number {
    const way = Math.abs(to - this.#scrolled);
    this.#scrolled = to;
    if (this.isWhole) return to;
    const even = this.#evenShift(to, viewport);
    if (way > viewport) {
      this.shift = even;
      return to;
    }
    // After many short ways the page has run ahead of the list, or behind: brought in line unseen.
    const fromEnd = Math.min(to, this.height - viewport - to);
    const isOff = fromEnd < this.#edge / 2 ? this.shift !== even : false;
    return isOff || Math.abs(even - this.shift) > this.#slack
      ? this.show(to + this.shift, viewport)
      : to;
  }

  /** Goes to a place in the list; answers where the page should be scrolled to. */
  show(place: number, viewport: number): number {
    const inner = this.height - viewport - 2 * this.#edge;
    const left = this.natural - this.height;
    if (this.isWhole || place <= this.#edge) this.shift = 0;
    else if (place >= this.natural - viewport - this.#edge) this.shift = left;
    else this.shift = Math.round(((place - this.#edge) / (inner + left)) * left);
    this.#scrolled = place - this.shift;
    return this.#scrolled;
  }

  /** Where a row is to be drawn in the page, kept inside its height. */
  drawnAt(top: number, rowHeight: number): number {
    if (this.isWhole) return top;
    return Math.min(Math.max(0, top - this.shift), this.height - rowHeight);
  }

  #evenShift(scrolled: number, viewport: number): number {
    const inner = this.height - viewport - 2 * this.#edge;
    const part = Math.min(1, Math.max(0, (scrolled - this.#edge) / inner));
    return Math.round(part * (this.natural - this.height));
  }
}
