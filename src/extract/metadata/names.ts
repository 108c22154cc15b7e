import { lettersOf } from '../../article/characters.ts';
import { oneLine } from './meta-tags.ts';

const BY =
  /^[\s·•|–—-]*(?:(?:[^.!?]{0,40}\d[^.!?]{0,30}\s)?(?:by|von|par|por)|(?:(?:written|posted|reported|published|story|article|recipe|words|text|geschrieben|verfasst|veröffentlicht|escrito|écrit|publié|publicado|scritto)\s+)?(?:by|von|par|por|di|da|door|af|av|od)|autor(?:in|es)?|authors?|contributors?(?=:)|auteure?s?|autore|words|текст|автор|بقلم)(?:\s*:\s*|\s+|$)|^text(?:\s*:\s*|\s+(?=\S+\s\S))|^(?:מאת|作者|記者|记者|撰文|文)(?:\s*[:：/]\s*|\s+|$)/i;
/** Words before "by" that tell of other work than writing. */
const OTHER_WORK =
  /(?:review|edit(?!or)|check(?:ed|er)|photo|image|picture|illustrat|sponsor|power|present|translat|foto|video|comment|updat)\w*(?:\s+by)?\s*:?$|(?:^|\s)(?!written|post|publish|report|author)\w+ed by$/i;
const JOINT = /^(?:,|;|&|、|and|und|et|y|e|och|og|en|и|with)$/i;
const BETWEEN = /\s*(?:[,;&、，]|\s(?:and|und|et|y|e|och|og|и|with)\s)\s*/i;
/** What follows a name on its line: dates, rubrics, credits for pictures, what the person does. */
const AFTER =
  /\s*(?:[|•·–—/]|\s-\s|\s(?:on|at|for|für|updated|published|posted|is|ist|am)\s|[,;]?\s*\b(?:photo(?:s|graphs?|graphy)?|pictures?|illustrations?|drawings?|video)\s+(?:by|:)|\([^)]*\)?$|\[|\b\d{1,4}\b).*$/i;
/** Words of roles, organisations and buttons: no name holds one. */
const NO_NAMES = new Set(
  `editor editors reporter correspondent writer columnist contributor contributing producer director manager
  founder ceo professor expert phd freelance journalist redakteur redakteurin redaktion redacción redaccion
  rédaction pressestelle news magazine media group inc llc ltd gmbh verlag agency team staff editorial desk
  press university foundation institut institute stiftung company studio studios times network online reuters
  afp dpa guest about click tickets account topics library translation share follow contact subscribe posts
  profile bio view more author article articles comment comments website twitter facebook linkedin email com
  admin administrator unknown anonymous null none undefined by user redactor posted beitrag stand übersetzung 著者`.split(
    /\s+/,
  ),
);
/** Academic degrees and the like behind a name. */
const DEGREE = /^(?:Ph\.?D|M\.?D|[A-Z]{2,3})\.?$/;
const ADDRESS = /https?:|www\.|@\S+\./i;
const NOT_A_NAME =
  /\s\d|\d\s|[<>@{}:?!"“”=]|\b\d{4}|\.[a-z]{2,3}$|^(?:super user|red\.?|von|of|in|wir|us|from|the)$/i;
/** Letters of "von", "del", "van", "ibn". */
const LONGEST_PARTICLE = 3;
const LONGEST_NAME = 60;
const MOST_WORDS = 6;
const LONGEST_BY = 90;

/** A line without the "By" before the names. */
export const withoutBy = (line: string): string => oneLine(line).replace(BY, '');

/** The people named at the beginning of a line, without what they do; a role ends the list. */
export function namesIn(line: string): string[] {
  const names: string[] = [];
  const whole = oneLine(line);
  if (ADDRESS.test(whole)) return names;
  const bare = whole.replace(AFTER, '');
  // "December 4": a date.
  if (!bare.includes(' ') && /^[\s.,]*\d/.test(whole.slice(bare.length))) return names;
  let isTitled = false;
  for (const part of bare.split(BETWEEN)) {
    const name = part.replace(/^[\s.·•–—-]+|(?:\s(?:기자|특파원|記者|记者))?[\s,|•·:–—-]*$/g, '');
    isTitled &&= !name.includes(' ');
    isTitled ||= names.length > 0 && DEGREE.test(name);
    if (!name || isTitled) continue;
    if (!isName(name)) break;
    names.push(name);
  }
  return names;
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || NOT_A_NAME.test(name)) return false;
  if (name.split(' ').length > MOST_WORDS) return false;
  const words = name.toLowerCase().split(/[\s.-]+/);
  return !words.some((word) => NO_NAMES.has(word));
}

/** Whether each word is written like a name's, or its script knows no capitals. */
const isCapitalised = (name: string): boolean =>
  name
    .split(/[\s-]+/)
    .every(
      (word) =>
        word.length <= LONGEST_PARTICLE ||
        word[0] !== word[0]!.toLowerCase() ||
        word[0] === word[0].toUpperCase(),
    );

/** Whether two names are the same but for capitals, spaces and punctuation. */
export const isSameName = (a: string, b: string): boolean =>
  lettersOf(a.toLowerCase()) === lettersOf(b.toLowerCase());

/**
 * The people named by texts that follow each other, as markup parts them: "By", "A Name", "and",
 * "Another Name", "a role". With `afterBy` only what follows "By" counts.
 */
export function namesAmong(texts: Iterable<string>, afterBy: boolean, loose = false): string[] {
  let names: string[] = [];
  let [open, joined, other, inEarnest] = [!afterBy, true, false, false];
  for (const text of texts) {
    if (OTHER_WORK.test(text.slice(-LONGEST_NAME))) {
      if (names.length > 0) break;
      other = true;
      continue;
    }
    const led = BY.test(text.slice(0, LONGEST_BY));
    if (led) inEarnest = text[0] !== text[0]!.toLowerCase();
    if (other && !led) {
      other = false;
      continue;
    }
    if (led && names.length > 0) break;
    const rest = led && (open || !other) ? text.replace(BY, '') : text;
    if (led) open = !other;
    other = false;
    if (!rest || !open) continue;
    if (names.length > 0 && JOINT.test(rest)) {
      joined = true;
      continue;
    }
    const starts = rest.replace(/^(?:,|&|and|und|et|y)\s+/i, '');
    if (!joined && starts === rest) break;
    const found = namesIn(starts).filter((name) => loose || isCapitalised(name));
    // "the boots by", "Acme": prose with a link in it.
    if (afterBy && found.length === 1 && !inEarnest && /^[a-z-]+$/i.test(found[0]!)) break;
    if (found.length === 0 && (names.length > 0 || led)) break;
    if (found.length === 0) {
      if (afterBy) open = false;
      continue;
    }
    names = [...names, ...found];
    joined = /[,&]$|\s(?:and|und|et|y)$/.test(rest);
  }
  return names;
}
