import type { Sentence, Unit } from '../../../language/document.js';
import type { Range } from '../../../language/noun-phrase.js';
import type { Attribution, Stretch } from '../attribution.js';
import type { RightSide } from '../content.js';
import type { CueGroup } from '../cues.js';
import type { ClaimRule } from './table.js';
import { grammarOf } from '../cue-grammar.js';
import { stretch } from '../stretch.js';
import { speakerSpan } from '../speaker-span.js';
import { headOf } from '../documents.js';
import { Attitude } from '../../values.js';
import type { CueSense } from '../cue-lexicon.js';

/** "The memo shows that": what is written says what it shows; a poll or a study finds it. */
function isFinding(units: readonly Unit[], group: CueGroup, speaker: Range): boolean {
  const head = headOf(units, speaker.start, speaker.end).replace(/s$/, '');
  // A court's finding is spoken.
  const words = units.slice(speaker.start, speaker.end);
  if (
    /^(?:find|determine)$/.test(group.lemma) &&
    words.some(({ lower }) =>
      /^(?:judges?|justices?|courts?|tribunal|jury|magistrates?|ombudsman|coroner)$/.test(lower),
    )
  )
    return true;
  return (
    /^(?:show|find)$/.test(group.lemma) &&
    /^(?:document|paper|filing|letter|e-?mail|memo|memorandum|minute|transcript|file|audit|log|message|note|contract|statement)$/.test(
      head,
    )
  );
}

/** What a template found around a cue. */
interface FoundByTemplate {
  readonly sense: CueSense;
  readonly speaker: Range | null;
  readonly content: readonly Stretch[];
  readonly right: RightSide;
  readonly rule: ClaimRule;
  readonly confidence: number;
}

/** The attribution that a template found; the speaker without what is only told of him. */
export function cueAttribution(
  sentence: Sentence,
  group: CueGroup,
  { sense, speaker, content, right, rule, confidence }: FoundByTemplate,
): Attribution {
  const { units } = sentence;
  const named = speaker && speaker.end > speaker.start ? speakerSpan(units, speaker) : null;
  const grammar = grammarOf(units, group, named);
  return {
    content,
    cue: { ...stretch(units, group.start, group.end), class: sense.class, entry: sense.line, grammar },
    speaker: named ? stretch(units, named.start, named.end) : null,
    attitude: named && isFinding(units, group, named) ? Attitude.SPEECH : sense.attitude,
    hops: right.hops,
    rule,
    confidence,
    paragraph: sentence.paragraph,
    // "Here are four things that readers should know:" tells of nobody's words.
    opensBlock: right.endsInColon && sense.attitude === Attitude.SPEECH && grammar.modality === null,
  };
}
