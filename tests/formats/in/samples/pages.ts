import { file, type Sample } from './sample.ts';
import { zipOf } from './zip.ts';

export const pages: Sample[] = [
  {
    format: 'pocket-html',
    about: 'both lists, a stray end and entities',
    files: () => [
      file(
        'ril_export.html',
        `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://e.com/1?a=1&amp;b=2" time_added="1688628695" tags="a,b c">T &amp; <b>U</b> &#x1F98A;</a></li></ul></ul>
<h1>Read Archive</h1><ul><li><a href="https://e.com/2" time_added="1500000000" tags="">https://e.com/2</a></li>
<li><a href="javascript:x()" time_added="x" tags="">bad</a></li></ul></body></html>`,
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1?a=1&b=2',
        title: 'T & U 🦊',
        savedAt: 1688628695000,
        tags: ['a', 'b c'],
      },
      { url: 'https://e.com/2', savedAt: 1500000000000, place: 'archive' },
    ],
    faults: ['not-a-web-address'],
  },
  {
    format: 'bookmarks-html',
    about: 'folders, notes and a bar',
    files: () => [
      file(
        'bookmarks.html',
        `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
  <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Lesezeichenleiste</H3>
  <DL><p>
    <DT><A HREF="https://e.com/1" ADD_DATE="1686813518" TAGS="a,b" ICON="data:image/png;base64,xx">T &lt;b&gt;</A>
    <DD>A note<br>of two lines
    <DT><H3>Dev / CSS</H3>
    <DD>About the folder
    <DL><p>
      <DT><A HREF="https://e.com/2" TOREAD="0">U</A>
    </DL><p>
  </DL><p>
  <DT><A HREF="https://e.com/3">مقالة</A>
</DL>`,
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T <b>',
        savedAt: 1686813518000,
        tags: ['a', 'b'],
        note: 'A note\nof two lines',
      },
      { url: 'https://e.com/2', title: 'U', folders: ['Dev ∕ CSS'], place: 'archive' },
      { url: 'https://e.com/3', title: 'مقالة' },
    ],
  },
  {
    format: 'html',
    about: 'a page of SingleFile',
    files: () => [
      file(
        'page.html',
        `<!DOCTYPE html> <html lang="en-GB"><!--
 Page saved with SingleFile 
 url: https://e.com/article?x=1#part 
 saved date: Wed Jan 03 2024 10:20:30 GMT+0100 (Central European Standard Time)
--><head><meta charset="utf-8"><title>T &amp; U</title><link rel="canonical" href="https://e.com/other">
<meta name="author" content="Ada"><meta property="og:site_name" content="Site"><meta property="article:published_time" content="2024-01-02">
<meta name="description" content="About"><meta property="og:image" content="https://e.com/i.png"></head><body><p>Words</p></body></html>`,
      ),
    ],
    entries: [
      {
        url: 'https://e.com/article?x=1',
        title: 'T & U',
        byline: 'Ada',
        siteName: 'Site',
        publishedTime: '2024-01-02',
        lang: 'en-GB',
        excerpt: 'About',
        leadPicture: 'https://e.com/i.png',
        savedAt: Date.UTC(2024, 0, 3, 9, 20, 30),
        text: 'page',
      },
    ],
  },
  {
    format: 'html',
    about: 'a page that knows no address',
    files: () => [file('My page.html', '<p>Only words</p>')],
    entries: [
      {
        url: 'https://file.invalid/65057df08cb8c62351d8c95a7ff88128/My%20page',
        title: 'My page',
        text: 'page',
      },
    ],
    texts: { 0: '<p>Only words</p>' },
  },
  {
    format: 'markdown',
    about: 'front matter as Obsidian’s clipper writes it',
    files: () => [
      file(
        'A note.md',
        `---
title: "T: U"
source: "https://e.com/1"
author:
  - "[[Ada Lovelace|Ada]]"
  - Grace
published: 2024-01-02
created: 2024-02-03
description: 'About'
tags:
  - "clippings"
  - '#css'
image: https://e.com/i.png
language: de
---
# Heading

Words **here**.
`,
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T: U',
        byline: 'Ada, Grace',
        publishedTime: '2024-01-02',
        savedAt: Date.UTC(2024, 1, 3),
        excerpt: 'About',
        tags: ['clippings', 'css'],
        leadPicture: 'https://e.com/i.png',
        lang: 'de',
        text: 'markdown',
      },
    ],
    texts: { 0: '# Heading\n\nWords **here**.\n' },
  },
  {
    format: 'markdown',
    about: 'front matter as Readeck writes it, in a folder in an archive, beside a broken one',
    files: async () => [
      await zipOf('notes.zip', {
        'vault/one.md': `---\ntitle: T\nsaved: 2024-02-03\npublished: 2024-01-02\nwebsite: e.com\nsource: https://e.com/1\nauthors: [Ada]\nlabels: [a, b]\n---\nWords`,
        'vault/two.md':
          '---\ntitle: "never closed\n---\n# Two\n\nBy Ada · [e.com](https://e.com/2) · 2024\n\nWords',
        'vault/picture.png': 'png',
        '__MACOSX/vault/._one.md': 'x',
      }),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        byline: 'Ada',
        siteName: 'e.com',
        publishedTime: '2024-01-02',
        savedAt: Date.UTC(2024, 1, 3),
        tags: ['a', 'b'],
        text: 'markdown',
      },
      { url: 'https://e.com/2', title: 'Two', text: 'markdown' },
    ],
    faults: ['broken-front-matter'],
  },
  {
    format: 'omnivore',
    about: 'an archive with texts, highlights, labels and progress',
    files: async () => [
      await zipOf('omnivore.zip', {
        'metadata_0_to_20.json': JSON.stringify(
          [
            {
              id: '1',
              slug: 't-1',
              title: 'T',
              description: 'About',
              author: 'Ada',
              url: 'https://e.com/1',
              state: 'Archived',
              readingProgress: 42,
              thumbnail: 'https://e.com/i.png',
              labels: ['a', 'b c'],
              savedAt: '2024-02-03T04:05:06.000Z',
              updatedAt: '2024-02-04T04:05:06.000Z',
              publishedAt: '2024-01-02T00:00:00.000Z',
            },
            {
              id: '2',
              slug: 'u',
              title: 'U',
              url: 'https://e.com/2',
              state: 'Active',
              readingProgress: 0,
              labels: [],
              savedAt: '2024-02-03T04:05:06.000Z',
              publishedAt: null,
            },
          ],
          null,
          2,
        ),
        'content/t-1.html': '<div><p>Words <b>here</b></p></div>',
        'content/t-1.pdf': 'pdf',
        'highlights/t-1.md':
          'About all of it\n\n\n\n> Words \n\n#red #blue\n\nA thought\nof two lines\n\n> here\n> \n> and on \n\n',
      }),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        excerpt: 'About',
        byline: 'Ada',
        place: 'archive',
        progress: { part: 0.42 },
        leadPicture: 'https://e.com/i.png',
        tags: ['a', 'b c'],
        savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
        publishedTime: '2024-01-02T00:00:00.000Z',
        note: 'About all of it',
        highlights: [
          { exact: 'Words', note: 'A thought\nof two lines' },
          { exact: 'here\n\nand on' },
        ],
        text: 'body',
      },
      {
        url: 'https://e.com/2',
        title: 'U',
        savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
        progress: { part: 0 },
      },
    ],
    texts: { 0: '<div><p>Words <b>here</b></p></div>' },
  },
  {
    format: 'pocket',
    about: 'parts in an archive in an archive',
    files: async () => {
      const inner = await zipOf('pocket.zip', {
        'part_000000.csv':
          'title,url,time_added,tags,status\nA,https://e.com/1,1700000000,,unread\n',
        'part_000001.csv':
          'title,url,time_added,tags,status\nB,https://e.com/2,1700000000,,unread\n',
      });
      return [await zipOf('outer.zip', { 'pocket.zip': inner })];
    },
    entries: [
      { url: 'https://e.com/1', title: 'A', savedAt: 1700000000000 },
      { url: 'https://e.com/2', title: 'B', savedAt: 1700000000000 },
    ],
  },
];
