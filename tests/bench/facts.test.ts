import { factsOf } from '../../bench/reads/facts';
import { postGraphileVariables } from '../../bench/reads/postgraphile-questions';
import { encodeId } from '../../resolvers/relay/global-id';

const [event, source, actor] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];

const ours = (claims: number) => ({
  data: {
    event: {
      id: encodeId('Event', event),
      firstPublishedAt: '2026-01-02T03:04:05.600Z',
      claimCounts: [
        { claims, source: { id: encodeId('Source', source) }, speaker: { id: encodeId('Actor', actor) } },
        { claims: 1, source: { id: encodeId('Source', source) }, speaker: null },
      ],
    },
  },
});

const theirs = {
  data: {
    event: {
      id: event,
      firstPublishedAt: '2026-01-02T03:04:05.6+00:00',
      claims: {
        groupedAggregates: [
          { keys: [source, null], distinctCount: { rowId: '1' } },
          { keys: [source, actor], distinctCount: { rowId: '2' } },
        ],
      },
    },
  },
};

test('the same facts in other words are the same', () => {
  expect(factsOf(theirs)).toEqual(factsOf(ours(2)));
});

test('another count, another time, another speaker and an error are not', () => {
  expect(factsOf(theirs)).not.toEqual(factsOf(ours(3)));
  const text = JSON.stringify(theirs);
  expect(factsOf(JSON.parse(text.replace('05.6', '05.7')))).not.toEqual(factsOf(ours(2)));
  expect(factsOf(JSON.parse(text.replaceAll(actor, event)))).not.toEqual(factsOf(ours(2)));
  expect(factsOf({ ...theirs, errors: [{ message: 'No.' }] })).not.toEqual(factsOf(ours(2)));
});

test('PostGraphile is asked for what ours is asked for', () => {
  expect(postGraphileVariables({ id: encodeId('Event', event) })).toEqual({ id: event });
  expect(postGraphileVariables({ to: '2026-01-02T03:04:05.600Z' })).toEqual({ to: '2026-01-02T03:04:05.600Z' });
});
