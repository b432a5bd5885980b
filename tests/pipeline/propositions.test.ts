import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareSentences, groupPropositions } from '../../src/pipeline/5-propositions/index.js';
import {
  Attitude,
  ClaimKind,
  CueClass,
  PropositionRelationKind,
  type PropositionClaim,
  type PropositionResult,
} from '../../src/pipeline/values.js';

const folder = join(__dirname, '../cases/match');

describe.each(readdirSync(folder))('case %s', (name) => {
  const input = JSON.parse(readFileSync(join(folder, name, 'input.json'), 'utf8')) as Record<string, string>;
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Record<string, string>;

  test('the pair relates as expected', () => {
    const relation = compareSentences(input['a']!, input['b']!, { a: input['aPublishedAt'], b: input['bPublishedAt'] });
    expect(relation.relation).toBe(expected['relation']);
    if (expected['finer']) expect(relation.finer).toBe(expected['finer']);
    const { aspect, first, second } = expected;
    if (aspect) {
      const values = { ...(first && { first }), ...(second && { second }) };
      expect(relation.reasons).toContainEqual(expect.objectContaining({ aspect, ...values }));
    }
  });

  test('the other way round it is the same kind of relation', () => {
    const there = compareSentences(input['a']!, input['b']!, { a: input['aPublishedAt'], b: input['bPublishedAt'] });
    const back = compareSentences(input['b']!, input['a']!, { a: input['bPublishedAt'], b: input['aPublishedAt'] });
    expect(back.relation).toBe(there.relation);
    expect(back.score).toBeCloseTo(there.score);
  });
});

function claim(id: string, text: string, more: Partial<PropositionClaim> = {}): PropositionClaim {
  return {
    id,
    text,
    kind: ClaimKind.INDIRECT,
    attitude: Attitude.SPEECH,
    cueClass: CueClass.NEUTRAL,
    cueNegated: false,
    articleId: `article of ${id}`,
    sourceId: `source of ${id}`,
    publishedAt: '2024-05-02T06:00:00.000Z',
    speaker: null,
    ...more,
  };
}

const claims = [
  claim('a', 'the alliance will open a liaison office in the capital next year'),
  claim('b', 'the alliance will open a liaison office in the capital next year'),
  claim('c', 'next year the alliance will open a liaison office in the capital'),
  claim('d', 'the alliance will not open a liaison office in the capital next year'),
  claim('e', 'the office will have a staff of 12 people'),
  claim('f', 'the office will have a staff of 60 people'),
  claim('g', 'the office will have a staff of about 12 people'),
  claim('h', 'wheat exports doubled last season'),
  claim('i', 'the alliance will open a liaison office in the capital next year', { cueClass: CueClass.DENIAL }),
  claim('j', 'Yes.'),
  claim('k', 'the office will have a staff of 75 people', { publishedAt: '2024-05-04T06:00:00.000Z' }),
];

function groupsOf(result: PropositionResult): string[][] {
  return result.groups.map((group) => [...group.claimIds].sort()).sort();
}

function relation(result: PropositionResult, a: string, b: string): string | undefined {
  const at = (id: string): number => result.groups.findIndex((group) => group.claimIds.includes(id));
  return result.relations.find(
    ({ first, second }) => (first === at(a) && second === at(b)) || (first === at(b) && second === at(a)),
  )?.relation;
}

describe('groupPropositions', () => {
  const result = groupPropositions(claims);

  test('puts the same claim together (a denial with a negation), and apart what differs in polarity or figure', () => {
    expect(groupsOf(result)).toEqual([['a', 'b', 'c'], ['d', 'i'], ['e', 'g'], ['f'], ['h'], ['j'], ['k']]);
  });

  test('relates a denial, by the words or by the cue, to what it denies', () => {
    expect(relation(result, 'a', 'd')).toBe(PropositionRelationKind.CONTRADICTS);
    expect(relation(result, 'a', 'i')).toBe(PropositionRelationKind.CONTRADICTS);
  });

  test('a figure of the same day contradicts, one of two days later updates', () => {
    expect(relation(result, 'e', 'f')).toBe(PropositionRelationKind.CONTRADICTS);
    expect(relation(result, 'e', 'k')).toBe(PropositionRelationKind.UPDATES);
  });

  test('every claim is in exactly one group, and the representative is one of it', () => {
    const ids = result.groups.flatMap((group) => group.claimIds);
    expect([...ids].sort()).toEqual(claims.map(({ id }) => id).sort());
    for (const group of result.groups) expect(group.claimIds).toContain(group.representative);
  });

  test('the order of the claims does not change the result', () => {
    for (let turn = 1; turn < claims.length; turn += 1) {
      expect(groupPropositions([...claims.slice(turn), ...claims.slice(0, turn)])).toEqual(result);
    }
    expect(groupPropositions([...claims].reverse())).toEqual(result);
  });

  test('relations are between groups, never EQUIVALENT or UNRELATED', () => {
    for (const { first, second, relation: kind } of result.relations) {
      expect(first).not.toBe(second);
      expect(result.groups[first]).toBeDefined();
      expect(result.groups[second]).toBeDefined();
      expect(kind).not.toBe(PropositionRelationKind.EQUIVALENT);
      expect(kind).not.toBe(PropositionRelationKind.UNRELATED);
    }
  });

  test('tellings of one claim are one proposition, though each adds something of its own', () => {
    const tellings = [
      claim(
        'a',
        'that any involvement of the bank in the valley would only damage the trust of the farmers in the region',
      ),
      claim('b', 'The bank’s interference can only disturb the trust of the farmers of the region', {
        speaker: 'person:x',
      }),
      claim(
        'c',
        'that an intrusion by the bank will harm the trust of the farmers of the valley, and empty its villages',
        {
          speaker: 'person:x',
        },
      ),
      claim('d', 'that the bank will lend the farmers of the valley seed and machines'),
    ];
    expect(groupsOf(groupPropositions(tellings))).toEqual([['a', 'b', 'c'], ['d']]);
  });

  test('a claim that says another among its statements refines it, also where another statement is negated', () => {
    const result = groupPropositions([
      claim(
        'a',
        'that the harbour needs a deeper channel for the new ferries, and that the council must not sell the quay',
      ),
      claim('b', 'the harbour needs a deeper channel for new ferries'),
    ]);
    expect(result.relations).toMatchObject([{ relation: PropositionRelationKind.REFINES, first: 0, second: 1 }]);
  });

  test('pieces of sentences that say next to nothing are not grouped', () => {
    const pieces = [claim('a', 'a new referendum'), claim('b', 'the referendum of March'), claim('c', 'more time')];
    expect(groupsOf(groupPropositions(pieces))).toEqual([['a'], ['b'], ['c']]);
  });

  test('a negation that the other lacks keeps two claims apart, wherever it stands', () => {
    const result = groupPropositions([
      claim('a', 'there is no allegation in the report that any citizen of the town committed a crime'),
      claim('b', 'that citizens of the town committed a crime'),
    ]);
    expect(result.groups).toHaveLength(2);
  });

  test('counts of the same people are held against each other, however differently they are told', () => {
    const later = '2024-05-03T20:00:00.000Z';
    const result = groupPropositions([
      claim('a', 'A bus left the road near the dam on Monday, injuring 14 passengers'),
      claim('b', 'The number of injured had risen to 23 by the evening', { publishedAt: later }),
      claim('c', 'the clinic had treated 41 people', { publishedAt: later }),
      claim('d', 'three of them were hurt', { publishedAt: later }),
      claim('e', 'the road had cost 60 people their homes', { publishedAt: later }),
    ]);
    expect(relation(result, 'a', 'b')).toBe(PropositionRelationKind.UPDATES);
    expect(relation(result, 'b', 'c')).toBe(PropositionRelationKind.CONTRADICTS);
    expect(relation(result, 'a', 'd')).toBeUndefined();
    expect(relation(result, 'b', 'e')).toBeUndefined();
    const conflict = result.relations.find((each) => each.relation === PropositionRelationKind.CONTRADICTS);
    expect(conflict?.reasons).toEqual([
      expect.objectContaining({ aspect: 'NUMBER', first: '23', second: '41 people' }),
    ]);
  });

  test('nothing in, nothing out', () => {
    expect(groupPropositions([])).toEqual({ groups: [], relations: [] });
  });
});

describe('a cue that is negated', () => {
  const bridge = (id: string, more: Partial<PropositionClaim>) =>
    claim(id, 'the old bridge at Orrel will be closed to lorries in the spring', more);
  const groupsOf = (more: Partial<PropositionClaim>): PropositionResult =>
    groupPropositions([bridge('a', {}), bridge('b', more)]);

  test('"did not say that" is neither the same as what others say nor against it', () => {
    const { groups, relations } = groupsOf({ cueNegated: true });
    expect(groups).toHaveLength(2);
    expect(relations.map(({ relation }) => relation)).toEqual([PropositionRelationKind.RELATED]);
  });

  test('"did not deny that" is neither', () => {
    const { groups, relations } = groupsOf({ cueNegated: true, cueClass: CueClass.DENIAL });
    expect(groups).toHaveLength(2);
    expect(relations.map(({ relation }) => relation)).toEqual([PropositionRelationKind.RELATED]);
  });

  test('"does not believe that" is a denial', () => {
    const { groups, relations } = groupsOf({ cueNegated: true, attitude: Attitude.BELIEF });
    expect(groups).toHaveLength(2);
    expect(relations.map(({ relation }) => relation)).toEqual([PropositionRelationKind.CONTRADICTS]);
  });
});
