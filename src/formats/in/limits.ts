const MB = 1_000_000;

/** What an import may cost at most. Sizes of text in UTF-16 units, of files in bytes. */
export const LIMITS = {
  title: 500,
  name: 300,
  excerpt: 2_000,
  note: 50_000,
  quote: 20_000,
  address: 8_000,
  tag: 100,
  tags: 200,
  highlights: 5_000,
  bit: 120,
  /** One row of a table, or one entry of a list in JSON, with its text. */
  entry: 32 * MB,
  /** Levels of lists and objects in JSON. */
  jsonDepth: 200,
  /** A text that is read at once: a page, a file of Markdown. */
  text: 30 * MB,
  /** JSON that can only be read at once. */
  wholeJson: 64 * MB,
  frontMatter: 64_000,
  /** Of one file, unpacked. */
  file: 1_000 * MB,
  /** Of an archive inside an archive, which is unpacked into memory. */
  innerArchive: 256 * MB,
  /** Of all that is unpacked from one archive. */
  archive: 4_000 * MB,
  filesInArchive: 50_000,
  archiveDepth: 3,
  /** How many times larger than packed a file may be, once it is larger than `swellingFrom`. */
  swelling: 150,
  swellingFrom: 2 * MB,
  /** More broken rows than that, and the file is not what it seems. */
  faults: 20_000,
  folderDepth: 32,
} as const;
