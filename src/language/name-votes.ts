import type { LanguageDocument } from './document.js';
import { findNames } from './en/names/index.js';
import { normaliseName } from './normalise-name.js';
import type { NameKind } from './syntax/names/bilou.js';

/** How sure the tagger must be of a name in all, and by which part of its votes. */
const leastVotes = 0.5;
const leastShare = 0.65;

type Votes = Record<NameKind, number>;

/** Those of the documents that are still kept: the stages ask for the same ones. */
const votesOf = new WeakMap<LanguageDocument, ReadonlyMap<string, Votes>>();

/** The votes of the name tagger for each name, and for the last word of a person's. */
function voteOnNames({ sentences, tokens }: LanguageDocument): Map<string, Votes> {
  const votes = new Map<string, Votes>();
  const add = (name: string, kind: NameKind, confidence: number): void => {
    const known = votes.get(name) ?? { PERSON: 0, ORGANIZATION: 0, PLACE: 0 };
    known[kind] += confidence;
    votes.set(name, known);
  };
  let first = 0;
  const words = sentences.map(({ end }) => {
    const from = first;
    while (first < tokens.length && tokens[first]!.start < end) first += 1;
    return tokens.slice(from, first);
  });
  const tagged = words.map((sentence) => ({
    words: sentence.map(({ text }) => text),
    upos: sentence.map(({ pos }) => pos),
    xpos: sentence.map(({ xpos }) => xpos),
  }));
  for (const [number, names] of findNames(tagged).entries())
    for (const { start, end, kind, confidence } of names) {
      const name = normaliseName(tagged[number]!.words.slice(start, end).join(' '));
      add(name, kind, confidence);
      const last = name.split(' ').at(-1)!;
      if (kind === 'PERSON' && last !== name) add(last, kind, confidence);
    }
  return votes;
}

/**
 * What the name tagger takes a name for, over all its mentions in a document; null where it does not know. The whole document
 * is tagged at the first question.
 */
export function votedKind(document: LanguageDocument, name: string): NameKind | null {
  let votes = votesOf.get(document);
  if (!votes) votesOf.set(document, (votes = voteOnNames(document)));
  const form = normaliseName(name);
  const found = votes.get(form) ?? votes.get(form.split(' ').at(-1)!);
  if (!found) return null;
  const sum = found.PERSON + found.ORGANIZATION + found.PLACE;
  const [best] = (Object.keys(found) as NameKind[]).sort((a, b) => found[b] - found[a]);
  return found[best!] >= leastVotes && found[best!] >= leastShare * sum ? best! : null;
}
