import { isPronoun } from '../../language/words.js';
import { TextPart, type ChainHop, type ClaimInput, type Cue, type Extract, type FoundClaim } from '../values.js';
import { cueLexicon, type CueSense } from './cue-lexicon.js';
import { citingSays, claimRules, hopRules, type RuleEntry } from './rules/table.js';

const frameNames: Readonly<Record<string, string>> = {
  q: 'a quotation',
  c: 'a clause',
  t: 'a that-clause',
  w: 'a wh-clause',
  n: 'a noun phrase',
  i: '"to" and an infinitive',
  o: 'somebody, "to" and an infinitive',
  a: 'whom one tells, then what',
  f: 'a phrase after',
};
/** Characters of the text shown on either side of a cut. */
const aroundCut = 24;

const entries: ReadonlyMap<number, CueSense> = new Map(
  [...[...cueLexicon.verbs.values()].flat(), ...cueLexicon.idioms, ...cueLexicon.nouns.values()].map((sense) => [
    sense.line,
    sense,
  ]),
);

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ¶ ');
const quoted = ({ start, end, text }: Extract): string => `“${oneLine(text)}” (${start}–${end})`;

function ruleOf(rules: Readonly<Record<string, RuleEntry>>, name: string): string {
  const entry = rules[name];
  return entry ? `${name}: ${entry.says} E.g.: ${oneLine(entry.example)}` : name;
}

/** "may be followed by a quotation, a clause": the frames of an entry in words. */
function followedBy({ frames, prepositions }: CueSense): string {
  const names = [...frames].map((letter) =>
    letter === 'f' ? `${frameNames['f']} ${prepositions.map((word) => `"${word}"`).join(', ')}` : frameNames[letter],
  );
  return names.length > 0 ? `may be followed by ${names.join('; ')}` : 'may be followed by nothing';
}

function explainCue(cue: Cue): string {
  const sense = cue.entry === null ? undefined : entries.get(cue.entry);
  const grammar = [cue.negated ? 'negated' : null, cue.tense, cue.aspect, cue.modality, cue.voice]
    .filter((value) => value !== null)
    .map((value) => value.toLowerCase().replace('_', ' '));
  const form = grammar.length > 0 ? `; ${grammar.join(', ')}` : '';
  const entry = sense
    ? `cues.txt, line ${sense.line}: ${sense.class}, ${sense.attitude}, ${followedBy(sense)}`
    : `${cue.class}, by the words of the rule`;
  return `cue ${quoted(cue)}: ${entry}${form}`;
}

/** How stage 3 came from the words to the name, as the two show. */
function explainSpeaker({ speaker, chain }: FoundClaim): string {
  if (speaker === null) return 'speaker: nobody is named';
  if (speaker.text === '') return `speaker ${speaker.name}: the outlet, in its own voice`;
  const words = `speaker ${quoted(speaker)}`;
  if (speaker.name === null) return `${words}: it could not be told who that is`;
  const named = `${words} is ${speaker.name} (${speaker.kind})`;
  if (chain.some((hop) => hop.start === speaker.start && hop.end === speaker.end))
    return `${named}: whose document it is`;
  if (isPronoun(speaker.text)) return `${named}: whom the pronoun means, by who spoke or was named before`;
  if (oneLine(speaker.text).toLowerCase().includes(speaker.name.toLowerCase())) return `${named}: by name`;
  return `${named}: by what is known of the name, role or description in the article`;
}

const explainHop = (hop: ChainHop): string =>
  `hop ${hop.depth} ${quoted(hop)}${hop.name !== null && hop.name !== hop.text ? ` is ${hop.name}` : ''}` +
  `${hop.owner === null ? '' : `, of ${hop.owner}`}${hop.cue === null ? '' : `, through “${hop.cue}”`}` +
  `: rule ${ruleOf(hopRules, hop.rule)}`;

/** The pieces of the content with what stands on either side of their cuts: "said that │the bridge is safe│, adding". */
function explainCuts(claim: FoundClaim, text: string): string[] {
  return (claim.spans ?? [claim]).map(({ start, end }) => {
    const before = text.slice(Math.max(0, start - aroundCut), start);
    const inside = text.slice(start, end);
    const shown =
      inside.length > 3 * aroundCut ? `${inside.slice(0, aroundCut)} … ${inside.slice(-aroundCut)}` : inside;
    return `content ${start}–${end}: ${oneLine(`…${before}│${shown}│${text.slice(end, end + aroundCut)}…`)}`;
  });
}

/**
 * Why a claim is one, in lines that a person can read: the rule, the entry of the cue, who the speaker is, where the content
 * was cut, and which rule made each hop.
 * @param claim as stage 3 resolved it in this input
 */
export function explainClaim(claim: FoundClaim, input: Pick<ClaimInput, 'text' | 'headline'>): string[] {
  const text = claim.in === TextPart.TEXT ? input.text : (input.headline ?? '');
  const [rule, citing] = claim.rule.split('+') as [string, string?];
  return [
    `${claim.kind}, ${claim.attitude}, confidence ${claim.confidence}${claim.in === TextPart.HEADLINE ? ', in the headline' : ''}`,
    `rule ${ruleOf(claimRules, rule)}`,
    ...(citing ? [`rule citing: ${citingSays}`] : []),
    ...(claim.cue ? [explainCue(claim.cue)] : []),
    explainSpeaker(claim),
    ...explainCuts(claim, text),
    ...claim.chain.map(explainHop),
  ];
}
