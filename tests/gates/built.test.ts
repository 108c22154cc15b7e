import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './files.ts';

const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
const HTML_SINK =
  /\.(?:inner|outer)HTML\s*(?:[-+*/|&?]{0,2}=)(?!=)|insertAdjacentHTML|document\.write|srcdoc\s*=/;

describe.each(['chrome', 'firefox'])('the build for %s', (target) => {
  const dist = `dist/${target}`;
  const manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')) as Record<
    string,
    unknown
  >;

  it('asks for these permissions and no more', () => {
    expect((manifest['permissions'] as string[]).toSorted()).toEqual(PERMISSIONS);
    for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources'])
      expect(manifest, key).not.toHaveProperty(key);
  });

  it('makes no code from text', () => {
    for (const { path, text } of filesUnder(dist, /\.js$/)) {
      expect(text, path).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\(['"`]/);
      expect(HTML_SINK.exec(text)?.[0], path).toBeUndefined();
    }
  });

  it('lets no page connect to the web, and none with saved articles show its pictures', () => {
    for (const { path, text } of filesUnder(dist, /\.html$/)) {
      expect(text, path).toMatch(/content="[^"]*connect-src 'self'[;"]/);
      const showsPages = /(?:draft|popup\/index)\.html$/.test(path);
      if (!showsPages) expect(text, path).toMatch(/content="img-src 'self' data: blob:;/);
    }
  });

  it('loads only its own files, and they are there', () => {
    const pages = filesUnder(dist, /\.html$/);
    for (const { path, text } of [...pages, ...filesUnder(dist, /\.css$/)]) {
      for (const [, quoted, inUrl] of text.matchAll(
        /(?:src|href)="([^"]*)"|url\(["']?([^)"']+)/g,
      )) {
        const address = (quoted ?? inUrl)!;
        expect(address, path).not.toMatch(/^(?:[a-z]+:)?\/\//i);
        if (address.startsWith('/')) expect(existsSync(dist + address), address).toBe(true);
      }
    }
  });
});

it('has no source that puts markup into a page by itself', () => {
  for (const { path, text } of filesUnder('src', /\.tsx?$/)) {
    expect(HTML_SINK.exec(text)?.[0], path).toBeUndefined();
    expect(text, path).not.toContain('dangerouslySetInnerHTML');
  }
});
