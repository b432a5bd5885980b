import { ActorKind } from '../values.js';
import { isPersonNoun, titles } from './lexicon.js';

/** Of the words for somebody named, the name with its titles; '' where they only describe: "the mayor". */
export function nameIn(text: string): string {
  const [core] = text
    .replace(/^.*\S['’]s /, '')
    .replace(/^(?:the|an?) /i, '')
    .split(/ ?[,(–—]/);
  return /\p{Lu}/u.test(core!) ? core!.trim() : '';
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/**
 * Aliases that tell something: of a person "Mr Stoltenberg", not "NATO's chief" and not "Secretary General Jens Stoltenberg";
 * of a body its short names.
 */
export function tellingAliases(aliases: Iterable<string>, name: string, kind: ActorKind): string[] {
  const own = new Set(wordsOf(name));
  return [...new Set(aliases)].filter((alias) => {
    if (alias === name || alias.toLowerCase().includes(name.toLowerCase())) return false;
    return kind !== ActorKind.PERSON || wordsOf(alias).some((word) => own.has(word) && word.length > 1);
  });
}

const honorific = /^(?:mr|mrs|ms|miss|mx|sir|dame|lord|lady)\.?$/i;

/**
 * A role as it reads by itself: without whose it is where that is said by a pronoun or a common noun, without a clause behind it
 * and a capital that only a title or the sentence gives. "Its Spokesman" and "the company's spokesman" are "spokesman".
 * @returns '' for what is no role: "Mr", "who lives nearby"
 */
function plainRole(role: string): string {
  let plain = role.split(/,? (?:who|whose|which|that) /)[0]!.trim();
  if (/^(?:who|whose|which|that|when|where)\b/i.test(plain) || honorific.test(plain)) return '';
  plain = plain
    .replace(/^(?:the|an?|its|his|her|their|our|my)(?: |$)/i, '')
    .replace(/^\p{Ll}[\p{L}-]*['’]s /u, '')
    .replace(/[\s,;]+$/, '');
  const [first = ''] = plain.split(/[\s-]/);
  const isCommon = titles.has(first.toLowerCase()) || isPersonNoun(first.toLowerCase());
  // "Secretary-General" is one word.
  return !isCommon || /(?<!-)\p{Lu}/u.test(plain.slice(1)) ? plain : plain.toLowerCase();
}

/** Roles of a person in plain words, without those that only shorten another: "president" beside "French president". */
export function tellingRoles(roles: Iterable<string>, kind: ActorKind): string[] {
  if (kind !== ActorKind.PERSON && kind !== ActorKind.UNKNOWN) return [];
  const all = [...new Set([...roles].map(plainRole))].filter((role) => role !== '');
  return all.filter(
    (role) => !all.some((longer) => longer !== role && ` ${longer.toLowerCase()} `.includes(` ${role.toLowerCase()} `)),
  );
}
