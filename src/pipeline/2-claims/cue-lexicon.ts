import { wordList } from '../../language/en/weights.js';
import { Attitude, CueClass } from '../values.js';

/** One reading of a cue. A verb may have several: "promise" speaks with a clause and intends with "to". */
export interface CueSense {
  readonly class: CueClass;
  readonly attitude: Attitude;
  /** Letters as language/en/lists/cues.txt explains them; "f" stands for its prepositions. */
  readonly frames: string;
  /** Prepositions of frame f. */
  readonly prepositions: readonly string[];
  /** Where it stands in cues.txt, from 1; 0 for a verb that only stands beside a quotation. */
  readonly line: number;
}

export interface Idiom extends CueSense {
  readonly verb: string;
  /** The words after the verb, which belong to the cue. */
  readonly words: readonly string[];
}

export interface CueLexicon {
  /** By base form; the senses in the order of their lines. */
  readonly verbs: ReadonlyMap<string, readonly CueSense[]>;
  readonly idioms: readonly Idiom[];
  /** Adjectives that carry a clause behind a form of "be". */
  readonly adjectives: ReadonlyMap<string, readonly CueSense[]>;
  /** Nouns that carry a that-clause, in the singular, with what else they take. */
  readonly nouns: ReadonlyMap<string, CueSense>;
  /** Past, then past participle where it differs, of irregular verbs. */
  readonly irregular: ReadonlyMap<string, readonly [string, string?]>;
  /** Verbs that double their last letter. */
  readonly doubling: ReadonlySet<string>;
}

const isOneOf = <T extends string>(values: Readonly<Record<string, T>>, word: string): word is T =>
  Object.values<string>(values).includes(word);

/** "qctn f:with,to" -> the letters "qctnf" and the prepositions; null when it is none. */
function parseFrames(text: string): Pick<CueSense, 'frames' | 'prepositions'> | null {
  if (text === '-') return { frames: '', prepositions: [] };
  const match = /^([qctwniopa]*)(?: ?f:([a-z]+(?:,[a-z]+)*))?$/.exec(text.replace(/ (?!f:)/g, ''));
  if (!match || text === '') return null;
  return { frames: match[1]! + (match[2] ? 'f' : ''), prepositions: match[2]?.split(',') ?? [] };
}

/**
 * Reads a list of cues; the head of cues.txt explains its form.
 * @param name the file, for messages
 * @throws Error that names the file and the line that cannot be read
 */
export function parseCues(text: string, name: string): CueLexicon {
  const verbs = new Map<string, CueSense[]>();
  const idioms: Idiom[] = [];
  const adjectives = new Map<string, readonly CueSense[]>();
  const nouns = new Map<string, CueSense>();
  const irregular = new Map<string, [string, string?]>();
  const doubling = new Set<string>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(row)) continue;
    const line = index + 1;
    const refuse = (why: string): never => {
      throw new Error(`${name}:${line}: ${why}`);
    };
    const fields = row.split('|').map((field) => field.trim());
    const kind = fields[0]!;
    const words = fields.at(-1)!.split(/\s+/);
    if (!words.every((word) => /^[a-z'-]+$/.test(word))) refuse('the last field must be words in small letters.');
    const expect = (count: number): void => {
      if (fields.length !== count) refuse(`"${kind}" has ${count} fields parted by |, here are ${fields.length}.`);
    };
    const sense = (frames: string): CueSense => {
      const [, cueClass = '', attitude = ''] = fields;
      if (!isOneOf(CueClass, cueClass)) return refuse(`there is no class "${cueClass}".`);
      if (!isOneOf(Attitude, attitude)) return refuse(`there is no attitude "${attitude}".`);
      const read = parseFrames(frames) ?? refuse(`"${frames}" are no frames.`);
      return { class: cueClass, attitude, ...read, line };
    };
    if (kind === 'verb') {
      expect(5);
      const read = sense(fields[3]!);
      for (const verb of words) verbs.set(verb, [...(verbs.get(verb) ?? []), read]);
    } else if (kind === 'idiom') {
      expect(5);
      const [verb, ...rest] = words;
      if (rest.length === 0) refuse('an idiom has a verb and the words after it.');
      idioms.push({ ...sense(fields[3]!), verb: verb!, words: rest });
    } else if (kind === 'adjective') {
      expect(5);
      const read = sense(fields[3]!);
      for (const adjective of words) adjectives.set(adjective, [...(adjectives.get(adjective) ?? []), read]);
    } else if (kind === 'noun') {
      expect(5);
      const frames = fields[3]!;
      if (!/^i?(?: ?f:.+)?$/.test(frames))
        refuse(`of frames a noun has i and f besides its that-clause, not "${frames}".`);
      const read = sense(`t${frames}`);
      for (const noun of words) {
        if (nouns.has(noun)) refuse(`"${noun}" is a noun already.`);
        nouns.set(noun, read);
      }
    } else if (kind === 'forms') {
      expect(3);
      if (words.length > 2) refuse('past and past participle are two words.');
      irregular.set(fields[1]!, [words[0]!, words[1]]);
    } else if (kind === 'doubles') {
      expect(2);
      for (const verb of words) doubling.add(verb);
    } else refuse(`"${kind}" is none of verb, idiom, adjective, noun, forms, doubles.`);
  }
  for (const verb of [...irregular.keys(), ...doubling])
    if (!verbs.has(verb) && !idioms.some((idiom) => idiom.verb === verb))
      throw new Error(`${name}: "${verb}" has forms, and is no verb of the list.`);
  return { verbs, idioms, adjectives, nouns, irregular, doubling };
}

/** Our list of English cues. */
export const cueLexicon: CueLexicon = parseCues(wordList('cues.txt'), 'cues.txt');

/** What a noun of saying, believing or intending tells, in the singular or plural; undefined of other nouns. */
export const nounSense = (word: string): CueSense | undefined =>
  cueLexicon.nouns.get(word) ?? cueLexicon.nouns.get(word.replace(/s$/, ''));
