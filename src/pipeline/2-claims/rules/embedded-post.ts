import type { LanguageDocument, Unit } from '../../../language/document.js';
import { isFinalMark } from '../../../language/words.js';
import { Attitude } from '../../values.js';
import type { Attribution, Stretch } from '../attribution.js';
import { stretch } from '../stretch.js';

const handle = '\\( ?@ ?\\w{1,30} ?\\)';
const date = '(?: ?(?:on )?\\p{Lu}[a-z]{2,8}\\.? \\d{1,2}, \\d{4}| ?\\d{1,2} \\p{Lu}[a-z]{2,8},? \\d{4})?';
/** "— Ann Lee (@annlee) May 3, 2019", behind a post. */
const signature = new RegExp(
  `(?<=(?:^|[\\s…."”!?])(?:—|–|--) ?)([^\\s—–()@][^—–\\n()@]{0,50}?) ?${handle}${date}`,
  'gu',
);
/** "Ann Lee (@annlee) The bridge is closed", in front of one. */
const heading = new RegExp(
  `^([\\p{Lu}\\p{N}][^—–\\n()@.,;:]{0,50}?(?: \\p{Lu}\\. [^—–\\n()@.,;:]{1,30}?)?) ?${handle}${date} (?=[^\\p{Ll}\\s,.;:)(])`,
  'u',
);
/** Only posts link like this. */
const link = /https? ?: ?\/\/t\.co\/|pic\.twitter\.com\//;
const anyLink = /https? ?: ?\/\/|pic\.twitter\.com\//;

interface Post extends Stretch {
  /** Null where nobody signs it. */
  readonly author: Stretch | null;
}

/** What a sentence in a post is: who signs the post says it, or nobody claims anything in it. */
export interface PostSentence {
  readonly isSigned: boolean;
  readonly said: Attribution | null;
}

/** The posts of one paragraph. @param before the paragraph before it, for a signature that stands alone */
function postsOf(text: string, { start, end }: Stretch, before: Stretch | undefined): Post[] {
  const paragraph = text.slice(start, end);
  const posts: Post[] = [];
  const head = heading.exec(paragraph.slice(0, 160));
  // Where pages are read badly, a tag is left in front of a post.
  let from = start + (/^<[^<>\n]{1,200}>/.exec(paragraph.slice(0, 210))?.[0].length ?? 0);
  for (const match of paragraph.matchAll(signature)) {
    const at = start + match.index;
    const author = { start: at, end: at + match[1]!.length };
    const isAlone = text.slice(from, at).replace(/[\s—–-]+/g, '') === '';
    if (!isAlone) posts.push({ start: from, end: at, author });
    else if (posts.length === 0 && before) posts.push({ ...before, author });
    from = at + match[0].length;
    // What stands of the signature is nobody's.
    posts.push({ start: at, end: from, author: null });
  }
  if (posts.length > 0) return posts;
  if (head) {
    const begin = start + head[0].length;
    return [
      { start, end: begin, author: null },
      { start: begin, end, author: { start, end: start + head[1]!.length } },
    ];
  }
  return link.test(paragraph) ? [{ start, end, author: null }] : [];
}

/** The words of a post without links, dashes and the final mark, as one quotation; null for a mere question and for a word or two. */
function contentOf(units: readonly Unit[], text: string, post: Post): Stretch | null {
  const linked = anyLink.exec(text.slice(post.start, post.end));
  const limit = linked ? post.start + linked.index : post.end;
  let first = 0;
  while (first < units.length && (units[first]!.start < post.start || !/[\p{L}\p{N}"“]/u.test(units[first]!.text)))
    first += 1;
  let end = units.length;
  while (end > first && (units[end - 1]!.start >= limit || /^[—–…-]+$/.test(units[end - 1]!.text))) end -= 1;
  const isQuestion = end > first && units[end - 1]!.text.includes('?');
  while (end > first && isFinalMark(units[end - 1]!)) end -= 1;
  const isOneSentence = !units.slice(first, end).some(isFinalMark);
  if (end - first < 3 || (isQuestion && isOneSentence)) return null;
  // A link may be glued to the last word.
  const content = stretch(units, first, end);
  return { start: content.start, end: Math.min(content.end, limit) };
}

/**
 * Posts from a social network that stand in the text, with the line that signs them or the name above them: who signs says
 * what the post says, word for word. A paragraph with a link of such a network and no signature is a post of nobody known.
 * Example: "The bridge is closed. — Ann Lee (@annlee) May 3, 2019" -> Ann Lee: "The bridge is closed"
 * Known failure: own words of the outlet in the paragraph of the post, and a post of several paragraphs.
 * @returns by the index of the sentence, also for sentences in which nothing is claimed
 */
export function attributePosts({ source, paragraphs, sentences }: LanguageDocument): ReadonlyMap<number, PostSentence> {
  const { text } = source;
  const found = new Map<number, PostSentence>();
  if (!text.includes('@') && !link.test(text)) return found;
  const posts = paragraphs
    .flatMap((paragraph, index) => postsOf(text, paragraph, paragraphs[index - 1]))
    .sort((a, b) => a.start - b.start);
  let first = 0;
  for (const post of posts) {
    while (first < sentences.length && sentences[first]!.end <= post.start) first += 1;
    let last = first;
    while (last < sentences.length && sentences[last]!.start < post.end) {
      const isSigned = post.author !== null || found.get(last)?.isSigned === true;
      found.set(last, { isSigned, said: found.get(last)?.said ?? null });
      last += 1;
    }
    const units = sentences.slice(first, last).flatMap((sentence) => sentence.units);
    const content = post.author && contentOf(units, text, post);
    if (!content) continue;
    const said: Attribution = {
      content: [content],
      cue: null,
      speaker: post.author,
      attitude: Attitude.SPEECH,
      hops: [],
      rule: 'embedded-post',
      confidence: 0.85,
      paragraph: sentences[first]!.paragraph,
      opensBlock: false,
    };
    found.set(first, { isSigned: true, said });
  }
  return found;
}
