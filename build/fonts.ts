import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Font } from '../src/article/look.ts';

/**
 * The styles of the faces that come with us. Of a sans or a mono no italics: they are its letters aslant,
 * and the browser slants as well. Weight is the one axis kept.
 */
const STYLES: Record<Exclude<Font, 'serif' | 'sans'>, string[]> = {
  literata: [
    import.meta.resolve('@fontsource-variable/literata/wght.css'),
    import.meta.resolve('@fontsource-variable/literata/wght-italic.css'),
  ],
  inter: [import.meta.resolve('@fontsource-variable/inter/wght.css')],
  // Of these letters each must be known from every other, slanted ones too.
  atkinson: [
    import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/wght.css'),
    import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'),
  ],
  lexend: [import.meta.resolve('@fontsource-variable/lexend/wght.css')],
  opendyslexic: [
    import.meta.resolve('@fontsource/opendyslexic/400.css'),
    import.meta.resolve('@fontsource/opendyslexic/700.css'),
  ],
  mono: [import.meta.resolve('@fontsource-variable/jetbrains-mono/wght.css')],
};

/**
 * Puts fonts/<name>.css beside the faces it declares, with their licence. A page links it when the font is
 * chosen (ui/look.ts), and the browser then loads what the text has letters of.
 */
export function fonts(): Plugin {
  return {
    name: 'lectern:fonts',
    apply: 'build',
    generateBundle() {
      for (const [name, styles] of Object.entries(STYLES)) {
        const files = styles.map((style) => fileURLToPath(style));
        const faces = files.flatMap(facesIn);
        this.emitFile({
          type: 'asset',
          fileName: `fonts/${name}.css`,
          source: faces.map(({ css }) => css).join(''),
        });
        for (const { file } of faces)
          this.emitFile({
            type: 'asset',
            fileName: `fonts/${basename(file)}`,
            source: readFileSync(file),
          });
        this.emitFile({
          type: 'asset',
          fileName: `fonts/${name}-LICENSE.txt`,
          source: readFileSync(join(dirname(files[0]!), 'LICENSE')),
        });
      }
    },
  };
}

interface Face {
  css: string;
  /** Its woff2. */
  file: string;
}

/** Every face that a package's style declares. */
function facesIn(style: string): Face[] {
  const declared = readFileSync(style, 'utf8').match(/@font-face \{[^}]+\}/g) ?? [];
  if (declared.length === 0) throw new Error(`${style}: no faces`);
  return declared.map((css) => {
    const [, path] = /url\(\.\/([^)]+\.woff2)\)/.exec(css) ?? [];
    if (!path) throw new Error(`${style}: a face without a woff2`);
    const source = `src: url(/fonts/${basename(path)}) format('woff2');`;
    return {
      css: css.replace(/src: [^;]+;/, source).replaceAll(/\s+/g, ' '),
      file: join(dirname(style), path),
    };
  });
}
