import { makeDataSet } from '../../bench/data/data-set';
import { loadDataSet } from '../../bench/data/load';
import { shapeOfScale } from '../../bench/data/shape';
import { drawVariables } from '../../bench/reads/parameters';
import { comparedQuestions, operations, pageQuestions } from '../../bench/reads/questions';
import { sqlAnswers, type RunStatement } from '../../bench/reads/sql-answers';
import { databaseKinds, openTestStore } from '../support/databases';
import { startService, type Service } from '../server/support';

jest.setTimeout(240_000);

const seed = 5;

describe.each(databaseKinds)('the data set of the benchmark on the %s database', (kind) => {
  const dataSet = makeDataSet(shapeOfScale(0.01, seed));
  const told: number[] = [];
  let service: Service;
  beforeAll(async () => {
    const store = await openTestStore(kind);
    // Before there is a service: its own analysis would take up what is not finished yet.
    await loadDataSet(store, dataSet, (articles) => told.push(articles));
    service = await startService(store);
  });
  afterAll(() => service.close());

  const count = async (table: string, condition = 'true') => {
    const text = `SELECT count(*)::integer AS count FROM ${table} WHERE ${condition}`;
    const [row] = await service.store.dataSource.query<[{ count: number }]>(text);
    return row.count;
  };

  test('holds exactly as much as was wanted, with all that hangs on it', async () => {
    const { sources, articles, claims, actors, events } = dataSet.counts;
    expect({ sources, articles, claims, actors, events }).toEqual({
      sources: 1,
      articles: 100,
      claims: 1_000,
      actors: 20,
      events: 5,
    });
    expect(told.at(-1)).toBe(articles);
    expect(await count('source')).toBe(sources);
    expect(await count('article')).toBe(articles);
    expect(await count('article_version', `analysis_state = 'DONE'`)).toBe(articles);
    expect(await count('raw_document')).toBe(articles);
    expect(await count('claim', 'event_id IS NOT NULL AND proposition_id IS NOT NULL')).toBe(claims);
    expect(await count('evidence')).toBe(claims);
    expect(await count('claim_change', `kind = 'ADDED'`)).toBe(claims);
    expect(await count('claim_change')).toBe(claims);
    expect(await count('actor')).toBe(actors);
    expect(await count('event')).toBe(events);
    expect(await count('attribution_link')).toBeGreaterThan(0);
    expect(await count('proposition', 'claim_count = 0')).toBe(0);
    expect(await count('proposition_relation')).toBeGreaterThan(0);
  });

  test('is answered by the service as by SQL written by hand', async () => {
    const variables = await drawVariables(service.store, seed);
    const run: RunStatement = (_, text, values) => service.store.dataSource.query(text, [...values]);
    for (const question of comparedQuestions) {
      for (const asked of variables[question].slice(0, 10)) {
        const { data, errors } = await service.ask(operations[question], asked);
        expect(errors).toBeUndefined();
        expect(data).toEqual(JSON.parse(JSON.stringify(await sqlAnswers[question](run, asked))));
      }
    }
  });

  test('has pages to walk, the deep one nine tenths down', async () => {
    const variables = await drawVariables(service.store, seed);
    for (const question of pageQuestions) {
      const { data, errors } = await service.ask(operations[question], variables[question][0]);
      expect(errors).toBeUndefined();
      expect(data.claims?.nodes).toHaveLength(50);
    }
  });
});
