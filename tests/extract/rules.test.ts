import { describe, expect, it } from 'vitest';
import { namesDate } from '../../src/extract/rules/dates.ts';
import { labelReason, opening } from '../../src/extract/rules/phrases.ts';

describe('what the words of a line say', () => {
  it.each([
    ['Advertisement', 'advertisement label'],
    ['Read more »', 'read more link'],
    ['LESEN SIE AUCH:', 'read more link'],
    ['WEITERLESEN:', 'read more link'],
    ['Kommentare', 'link to comments'],
  ])('knows %j as a label', (line, reason) => {
    expect(labelReason(line)).toBe(reason);
  });

  it.each(['Like father, like son', 'More is less', 'The tags of a shirt itch'])(
    'leaves %j alone',
    (line) => {
      expect(labelReason(line)).toBeUndefined();
    },
  );

  it('believes some beginnings only of a block full of links', () => {
    expect(opening('Read more: how the kettle stopped')?.sure).toBe(true);
    expect(opening('Click here for the other half')?.sure).toBe(false);
    expect(opening('The kettle stopped on a Sunday')).toBeUndefined();
  });
});

describe('dates in a line', () => {
  it.each([
    'Nov. 20, 2019 5:52 AM EST',
    '02 Ago 2017',
    '3 hours ago',
    '2019年3月15日',
    '19.11.2019',
  ])('sees the date in %j', (line) => {
    expect(namesDate(line)).toBe(true);
  });

  it.each([
    'The 9 best Mailchimp alternatives for 2026',
    'You may pay 20 percent more',
    'Chapter 12',
  ])('sees none in %j', (line) => {
    expect(namesDate(line)).toBe(false);
  });
});
