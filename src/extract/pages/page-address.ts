/** What sites call a page in an address. */
const WORD =
  'pages?|paged|pg|pag|p|pagina|p[aá]gina|seite|s|sida|side|sivu|strona|str|strana|stranka|oldal|sayfa|bladzijde|stranica|part|parte|partie|teil|del';
const PARAMETER = new RegExp(
  `^(?:${WORD}|page[-_]?(?:no|nr|num|number|index)|(?:current|article|story|content)[-_]?page|paging|pn)$`,
  'i',
);
/** The end of a path: "/2", "-2.html", "_p2", "/seite-2", "/page/2". */
const AT_END = new RegExp(
  `^(.*?)([/_.,;~-]*)(?:(?<![a-z])(${WORD})[/_.,=-]*)?(?<!\\d)(\\d{1,2})(\\.[a-z]{3,5})?$`,
  'i',
);
const TRACKING = /^(?:utm_\w+|fbclid|gclid)$/i;

/** How an address counts its pages. */
interface Numbered {
  /** The same for every page of one article. */
  stem: string;
  /** 1 where the address has no number. */
  page: number;
  isNumbered: boolean;
  /** It calls the number that of a page. */
  isNamed: boolean;
  /** The number follows a slash: the page lies below the article. */
  isBelow: boolean;
}

/** Another address as a page of the article that is read. */
export interface Beside {
  page: number;
  /** The page that is read. */
  from: number;
  isNumbered: boolean;
  isFromNumbered: boolean;
  isNamed: boolean;
  isBelow: boolean;
}

/** What the two addresses make of each other, when they differ in the number of a page and nothing else. */
export function pageBeside(other: URL, here: URL): Beside | null {
  for (const mine of readings(here)) {
    for (const its of readings(other)) {
      const isSame = its.page === mine.page && its.isNumbered === mine.isNumbered;
      if (its.stem !== mine.stem || isSame || isDay(mine.stem)) continue;
      return {
        page: its.page,
        from: mine.page,
        isNumbered: its.isNumbered,
        isFromNumbered: mine.isNumbered,
        isNamed: its.isNamed || mine.isNamed,
        isBelow: its.isBelow,
      };
    }
  }
  return null;
}

/** The address of the whole article, whatever page this is: without its number where it has one. */
export const stemPath = (here: URL): string =>
  (readings(here).at(-1)?.stem ?? here.pathname).replace(/\?.*|\.[a-z]{3,5}$/gi, '');

function readings({ pathname, searchParams, hash }: URL): Numbered[] {
  const path = pathname.replace(/\/+$/, '').replace(/\/index\.\w+$/i, '');
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const isPage = ([name, value]: [string, string]): boolean =>
    PARAMETER.test(name) && /^\d{1,2}$/.test(value);
  const rest = query
    .filter((parameter) => !isPage(parameter))
    .map(String)
    .sort();
  const route = /^#[!/]/.test(hash) ? hash : '';
  const end = `?${rest.join('&')}${route}`;
  const number = query.find(isPage)?.[1];
  if (number !== undefined) {
    const named = { isNumbered: true, isNamed: true, isBelow: false };
    return [{ stem: path + end, page: Number(number), ...named }];
  }
  const plain = { page: 1, isNumbered: false, isNamed: false, isBelow: false };
  const whole: Numbered = { stem: path + end, ...plain };
  const found = AT_END.exec(path);
  if (!found) return [whole];
  const [, before = '', between = '', word, digits, ending = ''] = found;
  return [
    whole,
    {
      stem: `${`${before}${ending}`.replace(/\/index\.\w+$/i, '')}${end}`,
      page: Number(digits),
      isNumbered: true,
      isNamed: word !== undefined,
      isBelow: between.endsWith('/'),
    },
  ];
}

/** Days of a month count like pages. */
const isDay = (stem: string): boolean => /\/(?:19|20)\d\d(?:[/-]\d{1,2}){0,2}\/?\?/.test(stem);
