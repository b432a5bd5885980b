import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assignEvent,
  eventFeatures,
  eventTitle,
  type EventFeatures,
  type PlacedFeatures,
} from '../../src/pipeline/4-events/index.js';
import { filter } from '../../src/commands/stage/events.js';
import { Genre, type EventArticle } from '../../src/pipeline/values.js';

const folder = join(__dirname, '../cases/events');

async function eventsOf(articles: readonly EventArticle[]): Promise<string[][]> {
  async function* rows() {
    for (const article of articles) yield { row: { ...article } };
  }
  const groups = new Map<unknown, string[]>();
  for await (const row of filter(rows()))
    groups.set(row['event'], [...(groups.get(row['event']) ?? []), String(row['id'])]);
  return [...groups.values()].map((ids) => ids.sort()).sort();
}

describe.each(readdirSync(folder))('case %s', (name) => {
  const { articles } = JSON.parse(readFileSync(join(folder, name, 'input.json'), 'utf8')) as {
    articles: EventArticle[];
  };
  const expected = (JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as string[][])
    .map((ids) => [...ids].sort())
    .sort();

  test('the filter groups its articles', async () => {
    expect(await eventsOf(articles)).toEqual(expected);
  });

  test('the order of the lines does not change the groups', async () => {
    expect(await eventsOf([...articles].reverse())).toEqual(expected);
  });

  test('placed one by one, the articles end in the same groups', () => {
    const placed: PlacedFeatures[] = [];
    for (const article of [...articles].sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))) {
      const features = eventFeatures(article);
      placed.push({ features, event: assignEvent(features, placed).event ?? article.id });
    }
    const groups = new Map<string, string[]>();
    for (const { features, event } of placed) groups.set(event, [...(groups.get(event) ?? []), features.articleId]);
    expect([...groups.values()].map((ids) => ids.sort()).sort()).toEqual(expected);
  });
});

describe('assignEvent', () => {
  const story = (id: string, publishedAt: string, text: string, headline = 'Ferry aground off Skarn'): EventFeatures =>
    eventFeatures({ id, source: 's', headline, text, language: 'en', publishedAt });
  const long =
    'A ferry ran aground off the island of Skarn early on Thursday and everyone was taken off unhurt. The Solveig struck a ' +
    'sandbank in thick fog shortly after four. Two lifeboats brought the passengers to the harbour of Skarn.';

  test('names the earlier article that a wire copy copies', () => {
    const original = story('original', '2024-05-02T06:00:00Z', long);
    const copy = story('copy', '2024-05-02T09:00:00Z', `${long} More follows.`, 'Rescue in fog');
    expect(assignEvent(copy, [{ features: original, event: 'e' }])).toMatchObject({ event: 'e', copyOf: 'original' });
  });

  test('an original that arrives after its copy joins the event but copies nothing', () => {
    const original = story('original', '2024-05-02T06:00:00Z', long);
    const copy = story('copy', '2024-05-02T09:00:00Z', long);
    expect(assignEvent(original, [{ features: copy, event: 'e' }])).toMatchObject({ event: 'e', copyOf: null });
  });

  test('a copy of which only the day is known is a copy of the original of that day', () => {
    const original = story('original', '2024-05-02T06:00:00Z', long);
    const copy = story('copy', '2024-05-02T00:00:00.000Z', long);
    expect(assignEvent(copy, [{ features: original, event: 'e' }]).copyOf).toBe('original');
    expect(assignEvent(original, [{ features: copy, event: 'e' }]).copyOf).toBeNull();
  });

  test('an article placed already is not compared with itself', () => {
    const article = story('a', '2024-05-02T06:00:00Z', long);
    expect(assignEvent(article, [{ features: article, event: 'e' }])).toMatchObject({ event: null, copyOf: null });
  });

  test('with nothing to join, an article begins an event, and is sure of it', () => {
    const assignment = assignEvent(story('a', '2024-05-02T06:00:00Z', long), []);
    expect(assignment).toMatchObject({ articleId: 'a', event: null, score: 0, isRoundup: false });
    expect(assignment.confidence).toBeGreaterThan(0.9);
  });

  test('a large event has no cap, neither on its size nor on articles of one outlet', () => {
    const placed = Array.from({ length: 120 }, (_, number) => ({
      features: story(
        `a${number}`,
        '2024-05-02T06:00:00Z',
        `${long} Reader ${number} wrote in about the ferry and the fog.`,
      ),
      event: 'e',
    }));
    expect(assignEvent(story('next', '2024-05-02T08:00:00Z', `${long} A crane is on its way.`), placed).event).toBe(
      'e',
    );
  });

  test('empty texts join nothing', () => {
    const empty = (id: string): EventFeatures => story(id, '2024-05-02T06:00:00Z', '', '');
    expect(assignEvent(empty('b'), [{ features: empty('a'), event: 'e' }]).event).toBeNull();
  });
});

describe('eventTitle', () => {
  test('takes the central headline, not the opinion or the question', () => {
    const title = eventTitle([
      { headline: 'OPINION: The dam at Morvale is a disgrace', genre: Genre.OPINION },
      { headline: 'Flood in Morvale: dam holds, bridge closed', genre: Genre.REPORTAGE },
      { headline: 'Who will pay for the Morvale flood?', genre: Genre.ANALYSIS },
      { headline: 'Bridge closed after flood in Morvale', genre: Genre.REPORTAGE },
    ]);
    expect(['Flood in Morvale: dam holds, bridge closed', 'Bridge closed after flood in Morvale']).toContain(title);
  });

  test('is the headline of a single article, and empty for none', () => {
    expect(eventTitle([{ headline: 'Why it floods?' }])).toBe('Why it floods?');
    expect(eventTitle([])).toBe('');
  });
});

describe('the events filter', () => {
  test('answers a bad line with a code and goes on', async () => {
    async function* rows() {
      yield { row: { id: 1, headline: 'h', text: 't', publishedAt: 'never' } };
      yield { row: { id: 2, headline: 'h', publishedAt: '2024-05-02' } };
      yield { row: { id: 3, headline: 'h', text: 'The bridge is closed.', publishedAt: '2024-05-02' } };
    }
    const answers = [];
    for await (const row of filter(rows())) answers.push(row);
    expect(answers).toMatchObject([
      { id: 1, error: { code: 'DATE_INVALID' } },
      { id: 2, error: { code: 'BAD_USER_INPUT' } },
      { id: 3, event: expect.any(String) as string },
    ]);
  });
});
