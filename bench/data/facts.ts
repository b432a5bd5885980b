import { PropositionRelationKind, type RelationReason } from '../../src/pipeline/values.js';
import type { Random } from './random.js';
import { actions, adjectives, effects, outcomes, prepositions, things, times, units } from './words.js';

/** What an event is about: the words that its articles share, and others seldom use. */
export interface Topic {
  readonly place: string;
  readonly things: readonly string[];
  readonly adjectives: readonly string[];
}

/** Something that can be said of the event, by whomever. */
export interface Fact {
  readonly adjective: string;
  readonly thing: string;
  /** What became of the thing; null when so many were affected. */
  readonly outcome: string | null;
  readonly effect: string;
  readonly number: number;
  readonly unit: string;
}

/** How two facts of an event stand to each other, by their index. */
export interface FactRelation {
  readonly first: number;
  readonly second: number;
  readonly relation: PropositionRelationKind;
  readonly score: number;
  readonly reasons: readonly RelationReason[];
}

export function topicOf(place: string, random: Random): Topic {
  return {
    place,
    things: Array.from({ length: 12 }, () => random.pick(things)),
    adjectives: Array.from({ length: 10 }, () => random.pick(adjectives)),
  };
}

export function factOf(topic: Topic, random: Random): Fact {
  return {
    adjective: random.pick(topic.adjectives),
    thing: random.pick(topic.things),
    outcome: random.percent(55) ? random.pick(outcomes) : null,
    effect: random.pick(effects),
    number: random.between(2, 900),
    unit: random.pick(units),
  };
}

/** The fact in the words of one article: a clause without its full stop. */
export function wordingOf(
  { adjective, thing, outcome, effect, number, unit }: Fact,
  topic: Topic,
  random: Random,
): string {
  const where = random.pick([` in ${topic.place}`, ` outside ${topic.place}`, '', '']);
  const what = random.percent(70) ? `the ${adjective} ${thing}` : `the ${thing}`;
  if (outcome !== null) return `${what}${where} ${outcome}${random.percent(30) ? ` ${random.pick(times)}` : ''}`;
  const many = `${random.pick(['', 'about ', 'at least ', 'some '])}${number} ${unit}`;
  return random.percent(50)
    ? `${what}${where} had ${effect} ${many} ${random.pick(times)}`
    : `${many} had been ${effect} by ${what}${where}`;
}

const withArticle = (words: string) => `${/^[aeiou]/.test(words) ? 'An' : 'A'} ${words}`;

/** A sentence in which nobody is quoted. */
export function narration(topic: Topic, random: Random): string {
  const adjective = () => random.pick(random.percent(25) ? topic.adjectives : adjectives);
  const thing = () => random.pick(random.percent(25) ? topic.things : things);
  const subject = random.percent(40)
    ? `${random.between(3, 90)} ${random.pick(units)}`
    : withArticle(`${adjective()} ${thing()}`);
  const place = random.percent(40) ? ` of ${topic.place}` : '';
  return `${subject} ${random.pick(prepositions)} the ${adjective()} ${thing()}${place} ${random.pick(actions)} the ${thing()} ${random.pick(times)}.`;
}

const kinds = [
  PropositionRelationKind.RELATED,
  PropositionRelationKind.RELATED,
  PropositionRelationKind.REFINES,
  PropositionRelationKind.CONTRADICTS,
  PropositionRelationKind.UPDATES,
];

/** About one relation for every three facts, among facts that stand near each other. */
export function relationsOf(facts: readonly Fact[], random: Random): FactRelation[] {
  return facts.flatMap((fact, second) => {
    const first = second - random.between(1, 5);
    const other = facts[first];
    if (other === undefined || !random.percent(35)) return [];
    const relation = random.pick(kinds);
    const isCount = relation === PropositionRelationKind.CONTRADICTS || relation === PropositionRelationKind.UPDATES;
    const [a, b] = [`${other.number} ${other.unit}`, `${fact.number} ${fact.unit}`];
    const detail = isCount ? `${a} against ${b}.` : `Both speak of the ${fact.thing}.`;
    const reason = isCount
      ? { aspect: 'NUMBER', detail, first: a, second: b }
      : { aspect: 'WORDS', detail, first: null, second: null };
    return [{ first, second, relation, score: random.between(20, 95) / 100, reasons: [reason] }];
  });
}
