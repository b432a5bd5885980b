import type { LanguageDocument, Unit } from '../../../language/document.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { noVerb } from '../cue-grammar.js';
import { endBeforeMarks } from '../../../language/words.js';
import { stretch } from '../stretch.js';

/** What stands before a colon and is no speaker. */
const labels =
  /^(?:analysis|opinion|editorial|live|watch|exclusive|explainer|explained|breaking|update|updated|factbox|fact check|review|video|photos?|podcast|interview|profile|timeline|comment|commentary|letters?|feature|q&a|how|why|what|where|when|who)\b/i;
/** What happened, and stands before a colon as what it is about: "Harbour explosion: ten hurt". */
const events =
  /\b(?:explosions?|blasts?|crash(?:es)?|attacks?|shootings?|killings?|murders?|elections?|referendum|storms?|hurricanes?|floods?|fires?|earthquakes?|hearings?|debates?|votes?|rows?|strikes?|wars?|deals?|crisis|protests?|riots?|outbreak|virus|pandemic|scandal|probe|summit|talks|budget|results?)$/i;

/** What may stand after the last colon and speak: "Bridge unsafe: report". */
const trailing =
  /^(?:[\w'-]+ ){0,3}(?:reports?|officials?|sources?|police|ministry|ministers?|study|survey|poll|data|experts?|analysts?|spokes(?:man|woman|person)|president|mayor|governor|court|lawyers?|unions?|compan(?:y|ies)|firms?|council|charit(?:y|ies)|campaigners?|residents|relatives|family|watchdog|agency|group|bank|regulators?|prosecutors?|judge|doctors?|scientists?|researchers?|economists?|military|army|government|opposition|party|boss|chief|owner|papers?|newspapers?|media|witness(?:es)?|mp|mps|ceo|un|eu|nato|who)$/i;

/**
 * Headlines that name the speaker by a colon: "Ministry: road is safe", "Road is safe: ministry".
 * Known failure: a place before the colon ("Ankara: thousands march") is taken for a speaker.
 */
export function attributeHeadlineColon(document: LanguageDocument): Attribution[] {
  const units = document.sentences.flatMap((sentence) => sentence.units);
  const colon = units.findIndex((unit) => unit.text === ':');
  if (colon <= 0 || colon + 1 >= units.length) return [];
  const end = endBeforeMarks(units, colon + 1);
  const before = stretch(units, 0, colon);
  const after = stretch(units, colon + 1, end);
  const text = document.source.text;
  const beforeText = text.slice(before.start, before.end);
  const afterText = text.slice(after.start, after.end);
  const base = {
    cue: { ...stretch(units, colon, colon + 1), class: CueClass.NEUTRAL, entry: null, grammar: noVerb },
    attitude: Attitude.SPEECH,
    hops: [],
    paragraph: 0,
    opensBlock: false,
    rule: 'headline-colon' as const,
  };
  if (trailing.test(afterText) && wordsIn(units.slice(0, colon)) > 3)
    return [{ ...base, content: [before], speaker: after, confidence: 0.75 }];
  const short =
    colon <= 6 &&
    !units.slice(0, colon).some((unit) => unit.pos === 'QUOTE' || unit.pos === 'AUX' || unit.text === ',');
  if (!short || labels.test(beforeText) || events.test(beforeText) || end - colon - 1 < 3) return [];
  return [{ ...base, content: [after], speaker: before, confidence: 0.6 }];
}

const wordsIn = (units: readonly Unit[]): number =>
  units.reduce((sum, { quotation }) => sum + (quotation?.words ?? 1), 0);
