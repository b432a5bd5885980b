import type { FeedItem, FeedText } from './feed.js';
import { oneLine, textOfHtml } from './markup.js';

/** Characters from which a text in an element for whole texts is one: a news item of three paragraphs. */
const WHOLE_FULL_TEXT = 500;

/** The same for a description, which is made for summaries: about 160 words. */
const WHOLE_DESCRIPTION = 1000;

/** From here on a text is whole even if it does not end like one. */
const CERTAINLY_WHOLE = 5000;

/** How much of the end is looked at. */
const END = 200;

/** What a program cut off, or an invitation to the page. */
const cutOff =
  /(?:…|\.\.\.|\[\s*(?:…|&hellip;|\.\.\.)\s*\])\W*$|\b(?:read (?:more|on|the (?:full|whole|rest)|full|it all|article)|continue reading|(?:keep|full) (?:reading|story|article)|more\s*[»>→]|click here|view (?:article|full|more)|weiterlesen|mehr (?:lesen|dazu)|lire (?:la suite|plus)|en savoir plus|leer m[aá]s|seguir leyendo|leggi (?:tutto|anche|di pi[uù])|continua a leggere|leia mais|saiba mais|lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)|читать (?:далее|полностью)|devamını oku)/i;

/** What blog software adds to whole texts and excerpts alike. */
const trailer =
  /\s*\b(?:The post|The article|El (?:post|art[ií]culo)|L['’]article|Der Beitrag)\b[^\n]{1,400}?\b(?:appeared first on|was first published|apareció primero|est apparu en premier|erschien zuerst)\b[^\n]*$/i;

const ending = /[.!?。！？…:][\s"'”’»)\]*–—]*$/;

/** The text of an entry as it would be read, without markup. */
export function visibleText({ format, value }: FeedText): string {
  return format === 'html' ? textOfHtml(value) : value;
}

/**
 * Whether an entry holds its whole article. It does not when its text ends in an ellipsis or an invitation to read on, when it is
 * short (500 characters in content:encoded, Atom content and the like, 1,000 in a description), when the element for the
 * whole text says no more than the summary, or when it breaks off in the middle of a sentence. A teaser taken for an article
 * would make its outlet look as if it left things out, while an article taken for a teaser is only fetched once more; so what
 * is in doubt is a teaser.
 * Known failures: a whole report of two sentences counts as a teaser; a teaser of more than 1,000 characters that ends with a
 * sentence counts as whole, and so does an article whose paywall cuts it between sentences.
 * @param text the visible text of its content
 */
export function holdsWholeArticle({ content, summary }: FeedItem, text: string): boolean {
  if (content === null || text.length < WHOLE_FULL_TEXT) return false;
  const end = endOf(text);
  if (cutOff.test(end)) return false;
  if (text.length >= CERTAINLY_WHOLE) return true;
  const line = withoutTrailer(text);
  const saysMore = summary === null || withoutTrailer(visibleText(summary)) !== line;
  const least = content.isFullText && saysMore ? WHOLE_FULL_TEXT : WHOLE_DESCRIPTION;
  return line.length >= least && ending.test(end);
}

/** The end of a text in one line, without what blog software adds. */
function endOf(text: string): string {
  return withoutTrailer(text.slice(-4 * END)).slice(-END);
}

function withoutTrailer(text: string): string {
  return oneLine(text.slice(0, 2 * CERTAINLY_WHOLE)).replace(trailer, '');
}
