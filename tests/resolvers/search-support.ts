import type { Service } from '../server/support';

interface Hit {
  readonly type: string;
  readonly score: number;
  readonly node: {
    readonly id: string;
    readonly headline?: string;
    readonly latestVersion?: { readonly text: string };
    readonly words?: string;
    readonly name?: string;
    readonly aliases?: readonly string[];
    readonly title?: string;
  };
  readonly matches: readonly {
    readonly field: string;
    readonly index: number | null;
    readonly snippet: string;
    readonly start: number;
    readonly end: number;
    readonly highlights: readonly { readonly start: number; readonly end: number }[];
  }[];
}

export interface Found {
  readonly nodes: readonly Hit[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
  readonly totalCount: number | null;
  readonly estimatedTotalCount: number;
  readonly counts: readonly { readonly type: string; readonly count: number; readonly isCapped: boolean }[];
}

export const operation = `query ($text: String!, $types: [SearchType!], $languages: [Language!], $sources: [ID!], $events: [ID!],
    $publishedAt: DateTimeRange, $orderBy: SearchOrder, $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before, filter: {
      types: $types, languages: $languages, sources: $sources, events: $events, publishedAt: $publishedAt }) {
    totalCount estimatedTotalCount counts { type count isCapped } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { type score
      node { id ... on Article { headline latestVersion { text } } ... on Claim { words: text }
             ... on Actor { name aliases } ... on Event { title } }
      matches { field index snippet start end highlights { start end } } } } }`;

/** The field that a match says it stands in. */
function fieldOf({ node }: Hit, { field, index }: Hit['matches'][number]): string | undefined {
  if (field === 'HEADLINE') return node.headline;
  if (field === 'TITLE') return node.title;
  if (field === 'NAME') return node.name;
  if (field === 'ALIAS') return node.aliases?.[index as number];
  return node.words ?? node.latestVersion?.text;
}

export interface Line {
  readonly id: string;
  readonly headline: string;
  readonly text: string;
  readonly language?: string | null;
  readonly source?: string;
  readonly publishedAt?: string;
}

/** What tests of the search do with a service: take articles in, search, and look at what was found. */
export function searching(current: () => Service) {
  /** Takes articles in as a caller would; what none says is filled in. */
  async function take(...lines: Line[]): Promise<void> {
    const bytes = Buffer.from(
      lines
        .map((line) =>
          JSON.stringify({ source: 'Ninefold Post', publishedAt: '2025-03-04T10:00:00Z', language: 'en', ...line }),
        )
        .join('\n'),
    );
    const receipts = await current().jobs.accept({
      bytes,
      mediaType: 'application/x-ndjson',
      name: null,
      declared: {},
    });
    expect(receipts.map(({ error }) => error)).toEqual(lines.map(() => null));
    await current().jobs.settle();
  }

  async function search(text: string, variables: object = {}): Promise<Found> {
    const { data, errors } = await current().ask(operation, { text, ...variables });
    expect(errors).toBeUndefined();
    const found = data.search as unknown as Found;
    for (const hit of found.nodes) {
      for (const match of hit.matches) {
        const field = fieldOf(hit, match);
        expect(field?.slice(match.start, match.end)).toBe(match.snippet);
        for (const { start, end } of match.highlights) {
          expect(start >= match.start && end <= match.end).toBe(true);
        }
      }
    }
    return found;
  }

  /** The words marked in what was found: a list for each hit. */
  const marked = ({ nodes }: Found) =>
    nodes.map((hit) =>
      hit.matches.flatMap((match) =>
        match.highlights.map(({ start, end }) => (fieldOf(hit, match) as string).slice(start, end)),
      ),
    );
  const headlines = async (text: string, variables: object = {}) =>
    (await search(text, { types: ['ARTICLE'], ...variables })).nodes.map(({ node }) => node.headline).sort();

  const dam: Line = {
    id: 'dam',
    headline: 'Dam holds',
    text: 'The liaison office in Orrel opened.\n\n“The dam is safe,” Ana Bell said after the elections on Tuesday.',
  };
  const tank: Line = { id: 'tank', headline: 'Tank bursts', text: 'A tank burst near the office of liaison in Orrel.' };

  return { take, search, marked, headlines, dam, tank };
}
