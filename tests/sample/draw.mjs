// Draws the two pictures of the sample page: node tests/sample/draw.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** @typedef {[number, number, number]} Colour */

const mix = (/** @type {Colour} */ a, /** @type {Colour} */ b, /** @type {number} */ share) =>
  /** @type {Colour} */ (a.map((value, i) => Math.round(value + ((b[i] ?? 0) - value) * share)));

/** A line of hills: a few waves, so that it never repeats within the picture. */
const ridge = (/** @type {number} */ x, /** @type {number} */ phase) =>
  Math.sin(x * 3.1 + phase) * 0.5 +
  Math.sin(x * 7.3 + phase * 2) * 0.3 +
  Math.sin(x * 17 + phase) * 0.1;

/** @param {(x: number, y: number) => Colour} colourAt with x and y from 0 to 1 */
function png(/** @type {number} */ width, /** @type {number} */ height, colourAt) {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.set(colourAt(x / width, y / height), y * (width * 3 + 1) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const chunk = (/** @type {string} */ type, /** @type {Buffer} */ data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @type {Colour[]} */
const hills = [
  [122, 138, 160],
  [88, 108, 132],
  [52, 72, 92],
  [28, 42, 56],
];

const estuary = png(1200, 675, (x, y) => {
  const nearest = hills.findLastIndex((_, i) => y > 0.42 + i * 0.11 + ridge(x, i * 1.7) * 0.06);
  if (nearest >= 0) return hills[nearest] ?? [0, 0, 0];
  const sun = Math.hypot((x - 0.68) * 1.78, y - 0.3);
  if (sun < 0.055) return [255, 238, 205];
  const sky = mix([66, 84, 128], [246, 190, 140], Math.round(y * 48) / 24);
  return sun < 0.2 ? mix([255, 222, 176], sky, Math.round((sun / 0.2) * 16) / 16) : sky;
});

const lamp = png(900, 600, (x, y) => {
  const fromLamp = Math.hypot((x - 0.5) * 1.5, y - 0.34);
  const wall = mix([238, 226, 200], [58, 70, 84], Math.min(1, Math.round(fromLamp * 40) / 24));
  const inTower = Math.abs(x - 0.5) < 0.07 + y * 0.07;
  if (y > 0.86) return [34, 40, 44];
  if (fromLamp < 0.05) return [255, 246, 214];
  if (inTower && y > 0.24 && y < 0.4) return mix(wall, [200, 160, 80], 0.4);
  if (inTower && y > 0.16) return Math.floor(y * 9) % 2 === 0 ? [150, 60, 48] : [226, 220, 208];
  return wall;
});

writeFileSync(new URL('estuary.png', import.meta.url), estuary);
writeFileSync(new URL('lamp.png', import.meta.url), lamp);
