/** What the browser itself can do with words, on the device; Chrome's interfaces fit. */

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Progress {
  /** From 0 to 1. */
  loaded: number;
}

interface Monitor {
  addEventListener(type: 'downloadprogress', listener: (event: Progress) => void): void;
}

interface Maker<Options, Made> {
  availability(options?: Options): Promise<Availability>;
  create(options?: Options & { monitor?: (monitor: Monitor) => void }): Promise<Made>;
}

interface Languages {
  sourceLanguage: string;
  targetLanguage: string;
}

interface SummaryOptions {
  type: 'key-points';
  format: 'plain-text';
  length: 'medium';
  outputLanguage?: string;
}

export interface Translator {
  translate(text: string): Promise<string>;
  destroy?(): void;
}

export interface Summarizer {
  summarize(text: string): Promise<string>;
  /** How much it can take at once, and how much of that a text is. */
  inputQuota?: number;
  measureInputUsage?(text: string): Promise<number>;
  destroy?(): void;
}

interface Detector {
  detect(text: string): Promise<{ detectedLanguage?: string; confidence?: number }[]>;
}

/** What of it this browser has. */
export interface Machine {
  Translator?: Maker<Languages, Translator>;
  Summarizer?: Maker<SummaryOptions, Summarizer>;
  LanguageDetector?: Maker<object, Detector>;
}

/** In the languages of Chrome's translator that most people read; the browser says of each pair whether it has it. */
export const TARGETS = [
  'ar',
  'bn',
  'de',
  'el',
  'en',
  'es',
  'fr',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
] as const;

/** Summarises a text of any length: what is too long for once is taken in parts, and then the parts. */
export async function summaryOf(text: string, summarizer: Summarizer): Promise<string> {
  const quota = summarizer.inputQuota ?? Infinity;
  const measure = async (part: string): Promise<number> =>
    (await summarizer.measureInputUsage?.(part)) ?? 0;
  const usage = await measure(text);
  if (usage <= quota) return summarizer.summarize(text);
  const count = Math.ceil((usage / quota) * 1.15);
  const parts: string[] = [];
  const paragraphs = text.split('\n');
  const size = Math.ceil(text.length / count);
  let part = '';
  for (const paragraph of paragraphs) {
    if (part && part.length + paragraph.length > size) {
      parts.push(part);
      part = '';
    }
    part += `${paragraph.slice(0, size)}\n`;
  }
  parts.push(part);
  const summaries: string[] = [];
  for (const one of parts) summaries.push(await summarizer.summarize(one));
  const joined = summaries.join('\n');
  return joined.length < text.length / 2 ? summaryOf(joined, summarizer) : joined;
}
