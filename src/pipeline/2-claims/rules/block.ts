import type { Sentence } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import { endBeforeMarks } from '../../../language/words.js';
import { stretch } from '../stretch.js';

/** Sentences of a block, at most: who is named only further on is named anew. */
const longestBlock = 15;

/** Words of the speaker and of the documents named with him, by which the end of the block is told. */
function namesOf(attribution: Attribution, text: string): Set<string> {
  const names = new Set<string>();
  for (const piece of [attribution.speaker, ...attribution.hops]) {
    if (!piece) continue;
    for (const word of text
      .slice(piece.start, piece.end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [])
      if (word !== 'the') names.add(word);
  }
  return names;
}

/**
 * A cue with a colon at the end of its paragraph attributes what follows.
 * Where the next paragraph is a quotation, that quotation. Else each sentence, up to the one that makes the speaker or the
 * document the subject of a cue again; where none does, the next paragraph only.
 * Example: The paper said in an editorial: ¶ The plan is a mistake. … ¶ The editorial concluded that …
 * Known failure: a block that ends without naming its speaker again, and is longer than a paragraph.
 * @param bySentence what was found in each sentence of the document
 */
export function attributeBlock(
  opener: Attribution,
  openedIn: number,
  sentences: readonly Sentence[],
  bySentence: readonly (readonly Attribution[])[],
  text: string,
): { sentence: number; attribution: Attribution }[] {
  const first = openedIn + 1;
  const following = sentences[first];
  if (!following || following.paragraph === opener.paragraph) return [];
  const claim = (index: number, start: number, end: number): { sentence: number; attribution: Attribution } => ({
    sentence: index,
    attribution: {
      ...opener,
      content: [stretch(sentences[index]!.units, start, end)],
      rule: 'block',
      confidence: 0.8,
      paragraph: sentences[index]!.paragraph,
      opensBlock: false,
    },
  });
  if (following.units[0]!.pos === 'QUOTE') return [claim(first, 0, 1)];
  const names = namesOf(opener, text);
  const again = (found: Attribution): boolean =>
    found.speaker !== null &&
    (
      text
        .slice(found.speaker.start, found.speaker.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? []
    ).some((word) => names.has(word));
  let last = first;
  const reach = Math.min(sentences.length, first + longestBlock);
  while (last < reach && !bySentence[last]!.some(again)) last += 1;
  if (last >= reach) {
    last = first;
    while (last < sentences.length && sentences[last]!.paragraph === following.paragraph) last += 1;
  }
  const claims: { sentence: number; attribution: Attribution }[] = [];
  for (let index = first; index < last; index += 1) {
    const { units } = sentences[index]!;
    const end = endBeforeMarks(units);
    if (end > 0) claims.push(claim(index, 0, end));
  }
  return claims;
}
