import type { Sentence, Unit } from '../../../language/document.js';
import { chunkEnd } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { Attitude } from '../../values.js';
import type { Attribution, Stretch } from '../attribution.js';
import { holdsClaim } from '../overlap.js';
import { stretch } from '../stretch.js';

/** How many paragraphs back a speaker still owns a quotation that names none. */
const reach = 2;

/** The subject of a sentence's own verb where it is a name: "Iowa State's Dianne Lee | agreed". */
function namedSubject(units: readonly Unit[]): Stretch | null {
  const verb = units.findIndex(({ relation, pos }) => relation === 'root' && pos === 'VERB');
  if (verb < 0) return null;
  const subject = units.find(({ relation, head }) => relation === 'nsubj' && head === units[verb]!.start);
  if (subject?.pos !== 'PROPN' || subject.xpos !== 'NNP' || subject.start > units[verb]!.start) return null;
  const at = units.indexOf(subject);
  const phrase = phraseBefore(units, chunkEnd(units, at));
  return phrase && stretch(units, phrase.start, phrase.end);
}

/** '"A," Lee can be heard saying, the Post reported': whether what somebody says behind it is another's, from its first word on. */
const relays = (outer: Attribution, inner: Attribution): boolean => {
  const [first] = inner.content;
  if (!holdsClaim(outer, inner) || !first) return false;
  if (outer.rule.startsWith('according-to')) return true;
  const isTagged = inner.cue !== null && first.end <= inner.cue.start;
  return isTagged && outer.rule === 'content-speaker-cue' && outer.content[0]!.start === first.start;
};

/**
 * A sentence that is a quotation and nothing else takes the last speaker within two paragraphs, with his medium and document.
 * Example: "We will rebuild," she said. "It will take a year." — the second quotation is hers.
 * Known failure: a quotation whose speaker is named only after it, in the next paragraph.
 * The subject of a sentence right before it in the same paragraph, by name, is meant before anybody who spoke earlier: "Lee agreed."
 * @param previous what was found before this sentence, in order
 * @param before the sentence before it, where nobody is found to say something; null where somebody is
 * @param covered whether a stretch is already the content of a claim
 */
export function attributeFloating(
  sentence: Sentence,
  previous: readonly Attribution[],
  before: Sentence | null,
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
    const named = before && before.paragraph === sentence.paragraph ? namedSubject(before.units) : null;
    if (named) speaker = named;
    else
      for (let k = previous.length - 1; k >= 0 && sentence.paragraph - previous[k]!.paragraph <= reach; k -= 1) {
        if (previous[k]!.attitude !== Attitude.SPEECH || !previous[k]!.speaker) continue;
        // '"A," Lee said, according to the Argus': Lee goes on.
        const inner = previous[k - 1];
        if (inner && relays(previous[k]!, inner)) continue;
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
