import {
  PropositionRelationKind,
  PropositionStatus,
  type ComparedClaim,
  type ComparedRelation,
  type Comparison,
  type ComparisonInput,
} from '../../src/pipeline/values.js';

/** A proposition that a careful reader finds in the demo; see demo/README.md. */
export interface ExpectedProposition {
  readonly id: string;
  readonly statedBy: readonly string[];
  /** By document: the words that state it. */
  readonly passages: Readonly<Record<string, string>>;
  /** Names of outlets that don't state it. */
  readonly missingIn: readonly string[];
}

export interface ExpectedRelation {
  readonly first: string;
  readonly second: string;
  readonly relation: string;
}

/** One event as it was compared. */
export interface ComparedEvent {
  readonly input: ComparisonInput;
  readonly comparison: Comparison;
}

/** How far the pipeline lines one expected proposition up. */
export interface LineUp {
  readonly id: string;
  /** Outlets that state it in an event of their own sort; those are all that can be lined up. */
  readonly outlets: number;
  /** Outlets of those whose claims stand in one proposition, the one that has most. */
  readonly together: number;
  /** Pairs of outlets that don't print the same text, and those of them that are together. */
  readonly pairs: number;
  readonly pairsTogether: number;
  readonly propositionIds: readonly string[];
  readonly cells: number;
  readonly wrongCells: readonly string[];
}

const reported: readonly string[] = [
  PropositionStatus.ASSERTED,
  PropositionStatus.ATTRIBUTED,
  PropositionStatus.DENIED,
];

/** Straight marks for round ones, so that a text is found however its reader writes them. Keeps every offset. */
export function straight(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s/g, ' ').toLowerCase();
}

/** Claims of an article that stand where a passage stands: they have at least half of it. */
export function carriers(input: ComparisonInput, articleId: string, passage: string): ComparedClaim[] {
  const article = input.articles.find(({ id }) => id === articleId);
  if (!article) return [];
  const find = (text: string): [number, number] | null => {
    const start = straight(text).indexOf(straight(passage));
    return start < 0 ? null : [start, start + passage.length];
  };
  const places = { text: find(article.text), headline: find(article.headline) };
  return input.claims.filter((claim) => {
    const place = claim.inHeadline ? places.headline : places.text;
    if (claim.articleId !== articleId || !place) return false;
    return Math.min(claim.end, place[1]) - Math.max(claim.start, place[0]) >= passage.length / 2;
  });
}

/** @param articleOf the event and article that a document of the demo became */
export function lineUp(
  expected: ExpectedProposition,
  articleOf: (path: string) => { event: ComparedEvent; articleId: string },
): LineUp {
  const stated = expected.statedBy.map((path) => {
    const { event, articleId } = articleOf(path);
    const article = event.input.articles.find(({ id }) => id === articleId)!;
    const claims = carriers(event.input, articleId, expected.passages[path] ?? '');
    return { event, article, propositions: new Set(claims.map(({ propositionId }) => propositionId ?? '')) };
  });
  const counts = new Map<string, Set<string>>();
  for (const { article, propositions } of stated) {
    for (const id of propositions) counts.set(id, (counts.get(id) ?? new Set()).add(article.sourceId));
  }
  let [pairs, pairsTogether] = [0, 0];
  stated.forEach((one, index) => {
    for (const other of stated.slice(index + 1)) {
      const isOneText = (one.article.copyOf ?? one.article.id) === (other.article.copyOf ?? other.article.id);
      if (one.article.sourceId === other.article.sourceId || isOneText) continue;
      pairs += 1;
      if ([...one.propositions].some((id) => other.propositions.has(id))) pairsTogether += 1;
    }
  });
  const names = new Set(
    stated.map(({ event: { input }, article }) => input.sources.find(({ id }) => id === article.sourceId)!.name),
  );
  const wrongIn = (propositionId: string): string[] => {
    const event = stated.find(({ propositions }) => propositions.has(propositionId))!.event;
    const row = event.comparison.propositions.find((candidate) => candidate.propositionId === propositionId);
    const statusIn = (name: string): string => {
      const source = event.input.sources.find((candidate) => candidate.name === name);
      return row?.cells.find(({ sourceId }) => sourceId === source?.id)?.status ?? 'no cell';
    };
    return [
      ...[...names].filter((name) => !reported.includes(statusIn(name))),
      ...expected.missingIn.filter((name) => statusIn(name) !== PropositionStatus.NOT_REPORTED),
    ].map((name) => `${name}: ${statusIn(name)}`);
  };
  // Of several propositions that carry it, the one that shows it best: most outlets, fewest wrong cells.
  const best = [...counts]
    .map(([id, sources]) => ({ id, together: sources.size, wrongCells: wrongIn(id) }))
    .sort((a, b) => b.together - a.together || a.wrongCells.length - b.wrongCells.length || (a.id < b.id ? -1 : 1))[0];
  const wrongCells = best?.wrongCells ?? [...names, ...expected.missingIn].map((name) => `${name}: no proposition`);
  return {
    id: expected.id,
    outlets: new Set(stated.map(({ article }) => article.sourceId)).size,
    together: best?.together ?? 0,
    pairs,
    pairsTogether,
    propositionIds: [...counts.keys()],
    cells: names.size + expected.missingIn.length,
    wrongCells,
  };
}

/** The relations found between the propositions of two expected ones. */
export function relationsBetween(events: readonly ComparedEvent[], first: LineUp, second: LineUp): ComparedRelation[] {
  const isOf = (lined: LineUp, id: string): boolean => lined.propositionIds.includes(id);
  return events
    .flatMap(({ input }) => input.relations)
    .filter(
      ({ firstId, secondId }) =>
        (isOf(first, firstId) && isOf(second, secondId)) || (isOf(first, secondId) && isOf(second, firstId)),
    );
}

/** Whether a relation of that kind is there; `OTHER` when only another conflict is. */
export function verdict(found: readonly ComparedRelation[], kind: string): 'FOUND' | 'OTHER' | 'MISSING' {
  if (found.some(({ relation }) => relation === kind)) return 'FOUND';
  const conflicts: PropositionRelationKind[] = [PropositionRelationKind.CONTRADICTS, PropositionRelationKind.UPDATES];
  return found.some(({ relation }) => conflicts.includes(relation)) ? 'OTHER' : 'MISSING';
}

/** Propositions that claims of two or more outlets stand in, with the claims' words. */
export function sharedPropositions({ input }: ComparedEvent): { id: string; claims: ComparedClaim[] }[] {
  const sourceOf = new Map(input.articles.map(({ id, sourceId }) => [id, sourceId]));
  const shared: { id: string; claims: ComparedClaim[] }[] = [];
  for (const { id } of input.propositions) {
    const claims = input.claims.filter(({ propositionId }) => propositionId === id);
    if (new Set(claims.map(({ articleId }) => sourceOf.get(articleId))).size > 1) shared.push({ id, claims });
  }
  return shared;
}
