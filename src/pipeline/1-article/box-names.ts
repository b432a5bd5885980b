import type { PageElement } from './dom.js';

/** What a part of a page is for, as far as its class, id or role tell. */
export enum BoxKind {
  /** What readers wrote, and what asks them to. */
  COMMENTS = 'COMMENTS',
  /** Laid over the page: consent to cookies, messages. */
  OVERLAY = 'OVERLAY',
  /** Menus, teasers, letters to subscribe to, advertisements, share bars, boxes about the author. */
  BESIDE = 'BESIDE',
  /** A line about the article or a picture: caption, credit, byline, tags. */
  LABEL = 'LABEL',
}

const list = (words: string): string[] => words.trim().split(/\s+/);

/** One of these words alone in a name, or two words joined by a hyphen side by side. In the languages that templates are written in. */
const vocabulary: readonly (readonly [BoxKind, readonly string[]])[] = [
  [
    BoxKind.COMMENTS,
    list(`comment comments commentlist commentaires commentaire kommentar kommentare kommentarer comentarios comentario
      comentários commenti reacties reactions yorumlar komentarze komentarz komentare disqus respond responses discussion
      commentform comentar comment-list comments-area user-comments fb-comments replies reviews`),
  ],
  [
    BoxKind.OVERLAY,
    list(`cookie cookies cookiebar cookiebanner consent gdpr onetrust didomi usercentrics cmp sp_message modal popup
      overlay lightbox toast cc-window cc-banner cookie-notice user-notification`),
  ],
  [
    BoxKind.BESIDE,
    list(`nav navbar navigation navi menu submenu breadcrumb breadcrumbs pagination pager pagenav paging sitemap toolbar toolbox
      footer foot colophon fuss pied stopka footnav masthead sidebar rightrail skip-link skiplink screen-reader visually-hidden
      share sharing sharedaddy sharebar shareaholic social socials addthis addtoany shariff teilen partage partager compartir
      compartilhar condividi udostepnij delen bookmarks social-links follow-us followus
      related relatedposts related-posts relacionadas relacionados correlati similaires ilgili recommended recommendation
      recommendations recirc recirculation outbrain taboola teaser teasers teaserliste zobacz leesook yarpp crp_related
      zergnet mgid read-more readmore read-next read-also more-on more-from most-read mostread most-popular trending
      see-also up-next also-read more-stories more-news latest-news related-articles related-news promobox crosslink
      newsletter newsletters nlbox subscribe subscription subscribe-box signup sign-up mailinglist mailchimp optin regwall paywall
      paygate meter-wall promo promotion promoted advert advertisement advertising ad ads adbox adslot adsense ad-slot
      ad-container ad-wrapper advertorial sponsor sponsors sponsored sponsoren dfp anzeige anzeigen werbung publicidad publicité publicidade
      authorbox author-box author-bio authorbio author-info author-profile about-author about-the-author post-author-box
      biography author-description jp-post-flair post-navigation nav-links postnav nav-previous nav-next prev-next
      call-to-action donate donation support-us republish affiliate buy-button rating ratings poll quiz
      slideshow carousel slider gallery galerie bildergalerie fotostrecke login edit-link report-error feedback errata`),
  ],
  [
    BoxKind.LABEL,
    list(`caption captions figcaption bildunterschrift bildtext legende légende legend wp-caption-text pictext
      credit credits photo-credit image-credit photocredit copyright copyrights quelle fotograf
      tags tag-list taglist tagcloud tag-links tagi etiketler etiquetas etiquettes schlagworte post-tags keywords topics
      byline dateline timestamp pubdate entry-meta post-meta postmeta postmetadata article-meta meta-info article-info post-info
      postinfo author authors posted-on published date-header read-time reading-time permalink backlink single-backlink
      disclaimer disclosure sd-title pullquote pull-quote tools werkzeuge print printfriendly post-footer
      entry-footer cat-links category-links hits counter follow`),
  ],
];

const kinds = new Map(vocabulary.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));

/** Headings carry ids made of their own words ("related-work"), and long ids are made of titles. */
const LONGEST_ID = 3;

function wordsOf(name: string): string[] {
  return name
    .slice(0, 300)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** "no-caption", "has-sidebar" and "with-comments" tell what an element has, not what it is. */
const denials = new Set(['no', 'not', 'has', 'have', 'with', 'without', 'hide', 'non']);

function kindOfWords(words: readonly string[]): BoxKind | null {
  let found: BoxKind | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (denials.has(words[at - 1] ?? '')) continue;
    const kind = kinds.get(`${word}-${words[at + 1]}`) ?? kinds.get(word) ?? null;
    if (kind !== null && (found === null || kind !== BoxKind.LABEL)) found = kind;
    if (found !== null && found !== BoxKind.LABEL) return found;
  }
  return found;
}

/**
 * What class, id, role or element name call a part of the page; null when they say nothing.
 * `<div class="jp-relatedposts">` and `<amp-sidebar>` are BESIDE, `<p class="wp-caption-text">` is a LABEL.
 * Known failure: names that a build tool made up ("css-1x2y3z"), and words of languages not in the list.
 */
export function kindOfName(element: PageElement): BoxKind | null {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/);
  for (const name of [...classes, element.localName.includes('-') ? element.localName : '']) {
    const kind = name === '' ? null : kindOfWords(wordsOf(name));
    if (kind !== null) return kind;
  }
  const id = wordsOf(element.getAttribute('id') ?? '');
  if (id.length > 0 && id.length <= LONGEST_ID && !/^h[1-6]$/.test(element.localName)) return kindOfWords(id);
  return null;
}
