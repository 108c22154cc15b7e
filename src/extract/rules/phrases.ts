import { Lexicon } from './lexicon.ts';

const LONGEST_LABEL = 60;

const MORE =
  /^(?:more|other|latest|related|trending|popular|recent)\b.{0,30}\b(?:stories|articles|news|posts|coverage|headlines)$/;

/** Whole lines that say what they are; compared without case and without signs at either end. */
const LABELS = new Lexicon<string>(
  [
    [
      'advertisement label',
      'advertisement|advertisements|advert|ad|ads|sponsored|promoted|sponsored content|paid content|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklam|reklama|реклама|広告|广告|story continues below|story continues below advertisement|article continues below|article continues after advertisement|advertisement - continue reading below|continue reading below|scroll down to continue|dalszy ciąg materiału pod wideo',
    ],
    [
      'link to comments',
      'comment|comments|leave a comment|leave a reply|post a comment|post comment|add a comment|view comments|show comments|jump to comments|go to comments|join the conversation|join the discussion|kommentare|kommentar schreiben|commentaires|comentarios|comentários|commenti|отзывы|комментарии|добавить отзыв|добавить комментарий|コメント',
    ],
    [
      'share buttons',
      'share|share this|share this article|share this story|share this post|share on|share on facebook|share on twitter|tweet|tweet this|recommend|print|print article|print this|email|e-mail|email this|pin it|votre note|save|save article|bookmark|copy link|facebook|twitter|whatsapp|linkedin|pinterest|reddit|like this|like|teilen|drucken|partager|compartir|compartilhar|condividi|поделиться|シェア|ツイート|分享|listen to this article|listen|gift article|follow us|follow us on',
    ],
    [
      'read more link',
      "more|read more|read also|also read|read next|see more|see also|learn more|find out more|show more|view more|load more|continue reading|keep reading|read the full story|full story|click here|related|related content|related links|related topics|related reading|recommended|recommended for you|recommended reading|you may also like|you might also like|you may like|trending|trending now|most read|most popular|popular now|popular this week|top stories|what to read next|more from|further reading|up next|next up|don't miss|editor's picks|editors' picks|mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|das könnte sie auch interessieren|weitere artikel|weiterlesen|schon gelesen|mehr themen|mehr dazu|weiterführender link|weiterführende links|zum thema|à lire aussi|lire aussi|voir aussi|sur le même sujet|articles liés|leia também|leia mais|veja também|veja mais|saiba mais|lea también|lee también|te puede interesar|le puede interesar|noticias relacionadas|leggi anche|leggi di più|potrebbe interessarti|articoli correlati|lees ook|lees meer|les også|läs också|läs mer|læs også|lue myös|czytaj także|czytaj też|zobacz także|zobacz też|přečtěte si také|čtěte také|citește și|olvass tovább|читайте также|читайте еще|смотрите также|по теме|関連記事|おすすめ記事|人気記事|相关阅读|相关新闻|推荐阅读",
    ],
    [
      'newsletter box',
      "subscribe|subscribe now|sign up|sign up now|newsletter|get the newsletter|abonnieren|newsletter abonnieren|s'abonner|suscríbete|assine|iscriviti|подписаться",
    ],
    [
      'sign-in',
      'log in|login|sign in|register|create account|anmelden|registrieren|se connecter|iniciar sesión|entrar|accedi|войти',
    ],
    [
      'media control',
      'image|caption|close|play|play video|pause|mute|unmute|watch|video|photo|photos|gallery|view gallery|slideshow|fullscreen|full screen|enlarge image|enlarge|hide caption|show caption|toggle caption|previous|next|prev|back to top|skip to content|jump to content|loading|image copyright|getty images|bild vergrößern|zurück|weiter|nach oben',
    ],
    [
      'tags',
      'tags|tag|topics|categories|filed under|posted in|schlagworte|schlagwörter|mots-clés|etiquetas|temas|tags relacionadas|теги|метки|タグ|标签',
    ],
    [
      'author biography',
      "about the author|about the authors|about author|meet the author|über den autor|über die autorin|à propos de l'auteur|sobre el autor|sobre o autor|sull'autore|об авторе",
    ],
  ],
  '|',
);

/** Beginnings of short blocks; `sure` ones are believed anywhere, the rest of a block full of links. */
const OPENINGS = new Lexicon<{ reason: string; sure: boolean }>(
  [
    [
      { reason: 'read more link', sure: true },
      "also read:|read also:|also read |read next:|see also:|read:|related:|more:|also on |also:|must read:|further reading:|related reading:|related story:|related stories:|don't miss:|watch:|watch now:|watch more:|in pictures:|in case you missed it|recommended:|you may also like|mehr dazu:|mehr zum thema|empfehlungen aus|lesetipp:|lire aussi|à lire aussi|à lire :|voir aussi|lire également|leia também|leia mais|veja também|veja mais|saiba mais|lea también|lee también|lea:|mire:|vea:|ver más|te puede interesar|leggi anche|leggi qui|lees ook|les også|läs också|czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|citește și|читайте также|смотрите также|関連記事|更多精彩|for more news|read more|lesen sie auch|lesen sie hier|lesen sie mehr",
    ],
    [
      { reason: 'read more link', sure: false },
      'related |see |more from|more on|read |click here|tap here|find out more|learn more|watch |continue reading|view |weitere |mehr |hier |source:|sources:|via:|via ',
    ],
    [
      { reason: 'newsletter box', sure: true },
      'sign up for|sign up to|sign up here|subscribe to|subscribe now|get the latest|get our|get the best|want more|join our|please subscribe|never miss|stay up to date|stay in the know|support our|support independent|abonniere|abonnez-vous|suscríbete|suscríbase|assine|receba|iscriviti|inscrivez-vous|melden sie sich|jetzt anmelden|download our app|download the app|have a news tip|have a tip|got a tip',
    ],
    [
      { reason: 'newsletter box', sure: false },
      'join |follow |like us|download |enter your email|newsletter',
    ],
    [
      { reason: 'share buttons', sure: true },
      'like this story|like this article|enjoyed this|share this|share your|follow us|like us on|tell us what you think|tell us in the comments|let us know',
    ],
    [{ reason: 'share buttons', sure: false }, 'share '],
    [
      { reason: 'credits of the report', sure: true },
      'reporting by|editing by|additional reporting|illustration by|责任编辑|（责任编辑|photo by|photos by|photo:|photo credit|photo courtesy|image:|image credit|image courtesy|images:|image via|image source|picture:|pictures:|picture credit|źródło:|foto:|fotos:|bild:|bilder:|crédits photo|crédit photo|crédito|photo ©|file photo|with reporting|writing by|compiled by',
    ],
    [
      { reason: 'legal', sure: true },
      '© |©2|저작권자|letters may be edited|transcript may |copyright ©|copyright 20|all rights reserved|this website uses cookies|we use cookies|this site uses cookies|we may earn|we may receive a commission|we independently|this post contains affiliate|this post may contain|this article contains affiliate|when you purchase through|if you buy through|if you make a purchase|disclosure:|affiliate disclosure|disclaimer:|the views expressed|the opinions expressed|views expressed in|this material may not be|*werbung|dieser beitrag enthält werbung|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|все права|c) 20',
    ],
    [
      { reason: 'tags', sure: true },
      'tags:|tagged:|tagged with|tagged in|tagged as|filed under|posted in|categories:|category:|topics:|keywords:|schlagwörter:|schlagworte:|mots-clés|etiquetas:|palabras clave|теги:|метки:|タグ',
    ],
    [{ reason: 'tags', sure: false }, 'tags|topics|categories'],
    [
      { reason: 'byline or date, shown above', sure: true },
      'first published|published on:|published:|updated:|last updated|last modified|posted on|posted by|this entry was posted|dieser beitrag wurde|der beitrag wurde|esta entrada fue|posted:|veröffentlicht am|aktualisiert am|zuletzt aktualisiert|publié le|mis à jour le|publicado em|publicado el|atualizado em|actualizado|pubblicato il|aggiornato il|opublikowano|опубликовано',
    ],
    [
      { reason: 'link to comments', sure: true },
      'join the conversation|join the discussion|leave a comment|be the first to comment|comments are closed|comments (|post comment',
    ],
    [{ reason: 'link to comments', sure: false }, 'comments|comment '],
    [
      { reason: 'author biography', sure: true },
      'about the author|written by |this article was written by|contact the author|reach the author|contact the reporter|write to ',
    ],
  ],
  '|',
);

const even = (text: string): string => text.toLowerCase().replace(/[’‘`´]/g, "'");

/** Why a whole line is furniture by its words, if it is. */
export function labelReason(text: string): string | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const label = even(text).replace(/^[\s\-–—•·|»›>▶►+*:]+|[\s.…:»›>→▼▶►|+!?()☆★-]+$/g, '');
  return MORE.test(label) ? 'read more link' : LABELS.meaningOf(label);
}

/** What a block's beginning says it is; `sure` when that needs no links to be believed. */
export const opening = (text: string): { reason: string; sure: boolean } | undefined =>
  OPENINGS.meaningOfStart(even(text.slice(0, LONGEST_LABEL)).replace(/^[\s\-–—•·|»›>▶►+[(]+/, ''));
