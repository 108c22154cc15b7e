import { onOneLine } from '../rules/text.ts';

/** Beginnings of a label that can only mean the next page of this article. */
const NEXT_PAGE =
  /^(?:(?:go |continue |read on )?(?:to |on )?(?:the )?next page|continue(?:d)? (?:reading )?on (?:the next )?page|(?:zur |weiter zur |weiter auf der )?nächsten? seite|weiter (?:auf|zu) seite|weiterlesen auf seite|(?:aller à la )?page suivante|(?:ir a la )?página siguiente|siguiente página|(?:a )?próxima página|página seguinte|pagina (?:successiva|seguente)|(?:naar de )?volgende pagina|nästa sida|neste side|næste side|seuraava sivu|następna strona|další (?:stránka|strana)|následující stran|ďalšia stran|következő oldal|pagina următoare|след(?:ующая|\.) страница|наступна сторінка|следваща страница|επόμενη σελίδα|sonraki sayfa|الصفحة التالية|(?:ה?עמוד|לעמוד) הבא|صفحه بعد|次の?ページ|下一[页頁]|다음 ?페이지|trang (?:sau|tiếp)|halaman (?:berikutnya|selanjutnya)|หน้าถัดไป|अगला पृष्ठ)/i;

/** Whole labels that mean it where the address says the same. */
const NEXT =
  /^(?:next|continue|continue reading|more|read on|weiter|weiterlesen|vor|suivante?|suite|la suite|lire la suite|siguiente|seguir leyendo|seguinte|próxim[ao]|avanti|successiv[ao]|segue|continua|volgende|verder|nästa|neste|næste|seuraava|dalej|następna|další|ďalej|ďalšia|tovább|következő|următoarea|далее|дальше|следующая|вперед|вперёд|далі|напред|επόμενη|sonraki|devamı?|التالي|التالية|הבא|بعدی|次へ|次|つづき|続き|続きを読む|다음|tiếp|berikutnya|selanjutnya|ถัดไป|अगला)$/i;
const ARROWS = /^[\s›»→>▶►⟩❯]+$/;

/** Whole labels of a page that has all of the article. The last group needs a like address. */
const WHOLE =
  /^(?:(?:view|read|show|see)?(?: this)?(?: article| story| it)?(?: all| everything)? (?:on|as|in) (?:a |one |1 )?(?:single|one)? ?page|(?:view |show )?single[- ]page(?: view| version| format)?|one[- ]page(?: view| version)?|(?:view|show|read) (?:the )?(?:full|whole|entire|complete) (?:article|story)|view all pages|(?:artikel |alles |text )?auf einer seite(?: lesen| anzeigen)?|komplettansicht|gesamtansicht|ganzen artikel(?: lesen| anzeigen)?|(?:lire |afficher )?(?:tout |l'article )?sur une seule page|(?:ver |leer )?(?:todo )?en una (?:sola |única )?página|(?:ver |ler )?(?:tudo )?(?:em|numa) (?:uma )?(?:só |única )?página|(?:leggi |mostra )?(?:tutto )?(?:in|su) (?:una |un'unica |una sola )(?:sola |unica )?pagina|(?:alles |artikel )?op (?:één|een) pagina|(?:cały artykuł )?na jednej stronie|на одной странице|全文(?:を?(?:表示|読む)|阅读|閱讀|显示)?|阅读全文|1ページで(?:表示|読む)|(?:すべて|全て)(?:を)?表示|한 ?페이지로 보기)$/i;
const WHOLE_HERE = /^(?:view all|show all|all|alle|alles|alle seiten|tout afficher|ver todo)$/i;

const PAGE =
  'page|pages|p\\.|pg\\.?|seite|s\\.|teil|part|página|pagina|pag\\.|partie|parte|sida|side|sivu|strona|str\\.|strana|stránka|oldal|pagină|sayfa|стр\\.|страница|сторінка|страниця|σελίδα|صفحة|עמוד|ページ|第';
const NUMBER = new RegExp(
  `^[^\\p{L}\\d]*(?:(?:${PAGE})\\s*)?(\\d{1,2})\\s*(?:ページ目?|[页頁]|페이지)?[^\\p{L}\\d]*$`,
  'iu',
);
/** "Page 2: The way down", "2. Teil: Warum eine zurückgrüßt". */
const TITLED = new RegExp(
  `^(?:(?:${PAGE})\\s*(\\d{1,2})(?!\\d)|(\\d{1,2})\\.\\s*(?:teil|seite|part|page)(?!\\p{L}))`,
  'iu',
);
const OF = new RegExp(
  `(?:^|[^\\p{L}])(?:${PAGE})\\s*(\\d{1,2})\\s*(?:of|von|de|sur|di|van|z|ze|av|af|из|з|din|od|/|\\||–|-)\\s*(\\d{1,2})(?!\\d)|第?\\s*(\\d{1,2})\\s*[页頁]?\\s*[/／]\\s*共?\\s*(\\d{1,2})\\s*(?:ページ|[页頁]|페이지)`,
  'iu',
);

const LONGEST_LABEL = 80;

/** What a link of a pager says. */
export interface Label {
  /** The number of the page that it names, or 0. */
  number: number;
  /** 'page': of the next page. 'word': of whatever comes next. */
  next: 'page' | 'word' | '';
  /** All of the article. 'here': all of something. */
  whole: 'yes' | 'here' | '';
}

/** Reads the label of a link. */
export function labelOf(text: string): Label {
  if (text.length > LONGEST_LABEL * 2) return { number: 0, next: '', whole: '' };
  const said = onOneLine(text).replace(/[’‘]/g, "'");
  const bare = said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  const isShort = bare.length <= LONGEST_LABEL;
  const number = NUMBER.exec(said)?.[1] ?? TITLED.exec(bare)?.slice(1).find(Boolean);
  return {
    number: isShort ? Number(number ?? 0) : 0,
    next: isShort && NEXT_PAGE.test(bare) ? 'page' : isNextWord(said, bare) ? 'word' : '',
    whole: WHOLE.test(bare) ? 'yes' : WHOLE_HERE.test(bare) ? 'here' : '',
  };
}

const isNextWord = (said: string, bare: string): boolean =>
  NEXT.test(bare) || (said !== '' && ARROWS.test(said));

/** "Page 2 of 5" in any of our languages, or null. */
export function pageOf(text: string): { page: number; of: number } | null {
  const found = OF.exec(text.replace(/\s+/g, ' '));
  if (!found) return null;
  const [page = 0, of = 0] = found.slice(1).filter(Boolean).map(Number);
  return page >= 1 && page <= of ? { page, of } : null;
}
