import type { LanguageDocument } from '../../document.js';

/** What stands in a credit: "AP Photo/Ann Lee", "Photo by Bo Hale / AFP", "Ann Lee/Orrel Gazette", "Getty Images". */
const pictureWords =
  /^(?:[Ff]ile |[Hh]andout )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]ourtesy|[Hh]andout|[Ss]creenshot)s?\b(?!.*\p{Ll}[.!?]$)|^[^.:]+\b(?:Photo|Image)s?\b|\bvia \p{Lu}/u;
const twoNames = /^(?:\p{Lu}[\p{L}.'-]* ){0,3}\p{Lu}[\p{L}.'-]*(?: via .{1,30})? ?\/ ?\p{Lu}\p{L}/u;
/** "Ann Lee on the bridge. | Bo Hale/AP Photo" */
const behindStroke = /[.!?]["”']? \| [^|]{0,60}\b(?:AP|AFP|Reuters|Getty|Photos?|Images)\b/;
const afterSentence = /[.!?…"”']\)? ?$/;

/** "FILE - In this May 3, 2018, file photo, …", "Cover image: …", "Ann Lee/Getty Images The bridge …". */
const announced =
  /^(?:FILE ?[-–—]|FILE PHOTO|(?:Cover |Top |Lead |Header |Featured )?(?:image|photo|picture|caption)(?: credit| by)? ?:|(?:Image|Photo|Picture) (?:credit|by) )|^(?:\p{Lu}[\p{L}.'-]* ){0,3}\p{Lu}[\p{L}.'-]*\/(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Images|Photos?|File|Pool|Staff|Handout|Archive)\b/u;

const longestCaption = 900;
const longestCredit = 120;

/**
 * Whether a paragraph stands under a picture: it ends with a credit behind its last sentence, or begins as captions do.
 * Known failure: a caption without a credit.
 */
function isCaption(paragraph: string): boolean {
  if (paragraph.length > longestCaption) return false;
  if (announced.test(paragraph.slice(0, 160)) || behindStroke.test(paragraph)) return true;
  const closing = /\)\.?$/.exec(paragraph.slice(-2));
  const open = paragraph.lastIndexOf('(');
  if (!closing || open < 1 || paragraph.length - open > longestCredit) return false;
  const credit = paragraph.slice(open + 1, paragraph.lastIndexOf(')')).trim();
  return (
    afterSentence.test(paragraph.slice(Math.max(0, open - 4), open)) &&
    (pictureWords.test(credit) || twoNames.test(credit))
  );
}

/**
 * Paragraphs that stand under pictures: they tell what is seen there, which is no news, but also names and what people said.
 * @returns their indexes; none where the text has one paragraph
 */
export function captionParagraphs({ source, paragraphs }: LanguageDocument): ReadonlySet<number> {
  const captions = new Set<number>();
  if (paragraphs.length < 2) return captions;
  for (const [index, { start, end }] of paragraphs.entries())
    if (isCaption(source.text.slice(start, end))) captions.add(index);
  return captions;
}
