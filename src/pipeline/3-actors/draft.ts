import { nameHint } from '../../language/name-hints.js';
import type { ActorKind, ActorMention, ListedActor } from '../values.js';
import { companyWords, femaleNouns, femaleTitles, maleNouns, maleTitles, organizationWords } from './lexicon.js';
import { normaliseName } from '../../language/normalise-name.js';
import type { PhraseReading } from './phrase.js';

export type Gender = 'MALE' | 'FEMALE' | null;

/** An actor while its article is being read. */
export interface Draft {
  kind: ActorKind;
  name: string;
  country: string | null;
  gender: Gender;
  owner: string | null;
  /** Whether `name` is a proper name rather than a description. */
  isNamed: boolean;
  /** What a user's table says of it; null where none does. */
  listed: ListedActor | null;
  readonly aliases: Set<string>;
  readonly roles: Set<string>;
  readonly mentions: Map<string, ActorMention>;
}

export function genderOf(reading: PhraseReading): Gender {
  if (maleNouns.has(reading.head ?? '')) return 'MALE';
  if (femaleNouns.has(reading.head ?? '')) return 'FEMALE';
  const words = `${reading.role ?? ''} ${reading.head ?? ''}`.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => maleTitles.has(word))) return 'MALE';
  if (words.some((word) => femaleTitles.has(word))) return 'FEMALE';
  const hint = reading.name ? nameHint(reading.name.split(' ')[0]!) : null;
  return hint === 'MALE' || hint === 'FEMALE' ? hint : null;
}

export const lastWord = (name: string): string =>
  normaliseName(name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, ''))
    .split(' ')
    .at(-1) ?? '';

/** Whether a name is a company's, whose first word may stand for it: it has a name of its own before the words for companies. */
export const isCompany = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.length <= 4 &&
  companyWords.has(words.at(-1)!) &&
  !organizationWords.has(words[0]!) &&
  words[0] !== 'of';

/** "Society of Motor Manufacturers and Traders" -> "SMMT" */
export const initialsOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('');
