import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  path: string;
  text: string;
}

/** Every file under a folder whose path fits, with its text; throws when there is none. */
export function filesUnder(folder: string, fits: RegExp): SourceFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => fits.test(path));
  if (paths.length === 0) throw new Error(`${folder}: nothing here to look at`);
  return paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
