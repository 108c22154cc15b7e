import { expect, it } from 'vitest';
import { isSvg, pictureFile } from '../../src/article/picture-file.ts';
import { png } from '../browser/driver/png.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((one) => one.charCodeAt(0)) : part,
    ),
  );

it('tells pictures by their bytes, with their size before they are decoded', () => {
  expect(pictureFile(png(640, 400, [1, 2, 3]))).toEqual({
    type: 'image/png',
    width: 640,
    height: 400,
    moves: false,
  });
  const gif = bytes('GIF89a', [0x10, 0x01, 0x20, 0x00], 'xxxx');
  expect(pictureFile(gif)).toMatchObject({
    type: 'image/gif',
    width: 272,
    height: 32,
    moves: true,
  });
  const jpeg = bytes([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0x12, 0x34, 0x56, 0x78, 3, 0, 0,
  ]);
  expect(pictureFile(jpeg)).toMatchObject({ type: 'image/jpeg', width: 0x5678, height: 0x1234 });
  const webp = bytes(
    'RIFF',
    [0, 0, 0, 0],
    'WEBPVP8X',
    [10, 0, 0, 0, 2, 0, 0, 0],
    [...[0xff, 0x7f, 0, 0x0f, 0, 0]],
  );
  expect(pictureFile(webp)).toMatchObject({ type: 'image/webp', width: 0x8000, height: 16 });
  const avif = bytes([0, 0, 0, 28], 'ftypavif', [0, 0, 0, 0], 'ispe', [
    ...[0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0],
  ]);
  expect(pictureFile(avif)).toMatchObject({ type: 'image/avif', width: 65536, height: 512 });
});

it('takes nothing else for a picture, and no file that ends too soon', () => {
  for (const other of [
    '<html><body>',
    '%PDF-1.7',
    'MZ',
    '',
    '\x89PN',
    '\x89PNG\r\n',
    'GIF89a',
    'RIFF',
  ])
    expect(pictureFile(bytes(other)), other).toBeNull();
});

it('knows a drawing by its markup', () => {
  expect(isSvg(bytes('<?xml version="1.0"?><!-- x --><svg xmlns="">'))).toBe(true);
  expect(isSvg(bytes('<!DOCTYPE svg PUBLIC "a" "b">\n<svg>'))).toBe(true);
  expect(isSvg(bytes('<html><svg>'))).toBe(false);
});
