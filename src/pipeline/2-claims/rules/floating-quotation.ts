import type { Sentence } from '../../../language/document.js';
import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';

/** How many paragraphs back a speaker still owns a quotation that names none. */
const reach = 2;

/**
 * A sentence that is a quotation and nothing else takes the last speaker within two paragraphs, with his medium and document.
 * Example: "We will rebuild," she said. "It will take a year." — the second quotation is hers.
 * Known failure: a quotation whose speaker is named only after it, in the next paragraph.
 * @param previous what was found before this sentence, in order
 * @param covered whether a stretch is already the content of a claim
 */
export function attributeFloating(
  sentence: Sentence,
  previous: readonly Attribution[],
  covered: (start: number, end: number) => boolean,
): Attribution[] {
  const found: Attribution[] = [];
  const others = sentence.units.filter((unit) => unit.pos !== 'QUOTE' && unit.pos !== 'PUNCT');
  if (others.length > 0) return found;
  for (const unit of sentence.units) {
    if (!unit.quotation || covered(unit.quotation.innerStart, unit.quotation.innerEnd)) continue;
    // Short and unpunctuated: a crosshead or a title.
    if (unit.quotation.words < 4 && !/[.!?,]\s*$/.test(unit.text)) continue;
    let speaker: Attribution['speaker'] = null;
    let hops: Attribution['hops'] = [];
    for (let k = previous.length - 1; k >= 0 && sentence.paragraph - previous[k]!.paragraph <= reach; k -= 1) {
      if (previous[k]!.attitude !== Attitude.SPEECH || !previous[k]!.speaker) continue;
      ({ speaker } = previous[k]!);
      hops = previous[k]!.hops.map((hop) => ({ ...hop, rule: 'floating' }));
      break;
    }
    found.push({
      content: [{ start: unit.start, end: unit.end }],
      cue: null,
      speaker,
      attitude: Attitude.SPEECH,
      hops,
      rule: 'floating-quotation',
      confidence: speaker ? 0.75 : 0.4,
      paragraph: sentence.paragraph,
      opensBlock: false,
    });
  }
  return found;
}
