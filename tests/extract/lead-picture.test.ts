import { describe, expect, it } from 'vitest';
import { type Lead, takeLeadPicture } from '../../src/extract/lead-picture.ts';
import { resolvePictures } from '../../src/extract/pictures.ts';
import { isSamePicture } from '../../src/extract/same-picture.ts';
import { openPage } from '../pages/page-case.ts';

const BASE = 'https://lantern.example/';
const PROSE = `<p>${'Rain fell on the roofs of the town all night. '.repeat(12)}</p>`;
const declare = (address: string): string => `<meta property="og:image" content="${address}">`;

function leadOf(head: string, body: string): Lead & { rest: string[] } {
  const page = openPage(`<head>${head}</head><body>${body}</body>`, BASE);
  resolvePictures(page.body, BASE);
  const lead = takeLeadPicture(page.body, null, page, {});
  return { ...lead, rest: [...page.querySelectorAll('img')].map((img) => img.src) };
}

describe('takeLeadPicture', () => {
  it('shows the declared picture with the caption of its copy at the top, once', () => {
    const figure =
      '<figure><img src="/roofs-at-dawn-640x360.jpg" alt="Roofs"><figcaption>Before the vote.</figcaption></figure>';
    const lead = leadOf(declare('/roofs-at-dawn.jpg'), figure + PROSE);
    expect(lead.picture).toMatchObject({ src: `${BASE}roofs-at-dawn.jpg`, alt: 'Roofs' });
    expect(lead.caption).toBe('Before the vote.');
    expect(lead.rest).toEqual([]);
  });

  it('leaves the declared picture where the text needs it', () => {
    const lead = leadOf(declare('/gauge-drawing.png'), `${PROSE}<img src="/gauge-drawing.png">`);
    expect(lead.picture?.inBody).toBe(true);
    expect(lead.rest).toHaveLength(1);
  });

  it('prefers what stands at the top to the picture of every page of the site', () => {
    for (const shared of ['/logo-large.png', '/ogp-default.png', '/social-card.jpg', '/mark.svg'])
      expect(leadOf(declare(shared), `<img src="/kettle.jpg">${PROSE}`).picture?.src).toBe(
        `${BASE}kettle.jpg`,
      );
  });

  it('prefers the copy in the body to a small one', () => {
    const lead = leadOf(
      declare('/ferry-at-dusk-thumb.jpg'),
      `<img src="/ferry-at-dusk.jpg">${PROSE}`,
    );
    expect(lead.picture?.src).toBe(`${BASE}ferry-at-dusk.jpg`);
  });
});

describe('isSamePicture', () => {
  it.each([
    ['/a/roofs-at-dawn.jpg?w=600', '/b/roofs-at-dawn.webp'],
    ['/roofs-at-dawn-1024x768.jpg', '/roofs-at-dawn.jpg'],
    ['/chamber/620.jpg', '/chamber/1240.jpg'],
    ['/p/7731_5ac01_roofs_wide.jpg', '/p/7731_5ac01_roofs_square.jpg'],
  ])('%s and %s are one', (one, other) => {
    expect(isSamePicture(BASE + one, BASE + other)).toBe(true);
  });

  it.each([
    ['/step-by-step-1.jpg', '/step-by-step-2.jpg'],
    ['/img/101.jpg', '/img/102.jpg'],
    ['/x/one/image.jpg', '/x/two/image.jpg'],
    ['/roofs.jpg', '/kettle.jpg'],
  ])('%s and %s are two', (one, other) => {
    expect(isSamePicture(BASE + one, BASE + other)).toBe(false);
  });
});
