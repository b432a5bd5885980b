import { ParallaxError } from '../../src/errors.js';
import { eachRow, type Input, type Row } from '../../src/commands/stage/filter.js';

async function* rows(): AsyncGenerator<Input> {
  yield { row: { id: 'good' } };
  yield { row: { id: 'bad' } };
  yield { row: { id: 'ours' } };
  yield { row: { id: 'last' } };
}

test('a row that fails on our side is told of, answers on its line, and the rows behind it are read', async () => {
  const failure = new TypeError('Cannot read properties of null');
  const filter = eachRow(({ id }) => {
    if (id === 'bad') throw new ParallaxError('BAD_USER_INPUT', 'The field "text" is missing.');
    if (id === 'ours') throw failure;
    return { claims: [] };
  });
  const told: unknown[] = [];
  const answers: Row[] = [];
  for await (const row of filter(rows(), (error) => told.push(error))) answers.push(row);
  expect(answers).toEqual([
    { id: 'good', claims: [] },
    { id: 'bad', error: { code: 'BAD_USER_INPUT', message: 'The field "text" is missing.' } },
    { id: 'ours', error: { code: 'INTERNAL_SERVER_ERROR', message: expect.stringContaining('standard error') } },
    { id: 'last', claims: [] },
  ]);
  expect(told).toEqual([failure]);
});
