import { readFileSync } from 'node:fs';

const dist = 'dist/chrome';
const page = readFileSync(`${dist}/src/entrypoints/popup/index.html`, 'utf8');
const loaded = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
  ([, path]) => `${dist}/${path}`,
);
if (!loaded.includes(`${dist}/popup.js`) || loaded.length < 2)
  throw new Error('The popup page does not refer to its files');

export default [
  { name: 'injected reader', path: `${dist}/read.js`, limit: '40 kB', gzip: true },
  { name: 'injected picker', path: `${dist}/pick.js`, limit: '6 kB', gzip: true },
  { name: 'highlights and tags', path: `${dist}/when-saved.js`, limit: '24 kB', gzip: true },
  { name: 'popup', path: loaded, limit: '35 kB', gzip: true },
];
