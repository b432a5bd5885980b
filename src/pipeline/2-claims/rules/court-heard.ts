import type { Sentence } from '../../../language/document.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { courtTag } from '../court.js';
import { noVerb } from '../cue-grammar.js';
import { stretch } from '../stretch.js';

/** "He lit the fire himself, a court has heard.": what was said there by somebody who is not named. */
export function attributeCourtHeard({ units, paragraph }: Sentence): Attribution | null {
  const tag = courtTag(units);
  return (
    tag && {
      content: [stretch(units, 0, tag.comma)],
      cue: { ...stretch(units, tag.verb, tag.end), class: CueClass.NEUTRAL, entry: null, grammar: noVerb },
      speaker: null,
      attitude: Attitude.SPEECH,
      hops: [],
      rule: 'court-heard',
      confidence: 0.7,
      paragraph,
      opensBlock: false,
    }
  );
}
