import { Polarity, polarityOf } from '../polarity.js';
import {
  ClaimKind,
  PropositionAgreement,
  PropositionRelationKind,
  PropositionStatus,
  type ComparedArticle,
  type ComparedClaim,
  type ComparedProposition,
  type PropositionCell,
  type PropositionConflict,
  type PropositionRow,
  type SearchedPassage,
} from '../values.js';
import { read } from '../sentence-relation/index.js';
import { compare, type EventView } from './event-view.js';
import { relationTable, type RelationTable } from './relations.js';
import { independentReporters } from './reporting.js';
import { FullTextSearch } from './search.js';

/** What each outlet does with each proposition, with the evidence. */
export function propositionRowsOf(view: EventView): PropositionRow[] {
  const relations = relationTable(view.input.relations);
  const claims = claimsByProposition(view);
  const search = new FullTextSearch(view);
  return [...view.input.propositions]
    .sort((a, b) => compare(a.id, b.id))
    .map((proposition) => row(view, proposition, relations, claims, search));
}

export function claimsByProposition(view: EventView): ReadonlyMap<string, readonly ComparedClaim[]> {
  const byProposition = new Map<string, ComparedClaim[]>();
  for (const list of view.claimsOf.values()) {
    for (const claim of list) {
      if (claim.propositionId === null) continue;
      const known = byProposition.get(claim.propositionId);
      if (known) known.push(claim);
      else byProposition.set(claim.propositionId, [claim]);
    }
  }
  return byProposition;
}

function row(
  view: EventView,
  proposition: ComparedProposition,
  relations: RelationTable,
  claims: ReadonlyMap<string, readonly ComparedClaim[]>,
  search: FullTextSearch,
): PropositionRow {
  const claimsOf = (ids: readonly string[]): ComparedClaim[] => ids.flatMap((id) => claims.get(id) ?? []);
  // Who says more says this as well.
  const own = claimsOf([proposition.id, ...relations.finerThan(proposition.id)]);
  const isDenied = isDeniedText(proposition, claims.get(proposition.id) ?? []);
  const saying = isDenied ? claimsOf(relations.deniedBy(proposition.id)) : own;
  const denying = isDenied ? own : claimsOf(relations.denialsOf(proposition.id));
  const reading = read(proposition.text, null);
  const cells = view.sources.map((source): PropositionCell => {
    const articles = view.articlesOf.get(source.id) ?? [];
    const base = { sourceId: source.id, claimIds: [], passages: [], nearest: null, searchedArticleIds: [] };
    if (articles.length === 0) return { ...base, status: PropositionStatus.NO_COVERAGE };
    const here = (list: readonly ComparedClaim[]): ComparedClaim[] =>
      list.filter((claim) => view.article.get(claim.articleId)!.sourceId === source.id);
    const reported = reportedCell(source.id, here(saying), here(denying));
    if (reported) return reported;
    const searchedArticleIds = articles.filter((article) => !article.isUnread).map((article) => article.id);
    const { passages, nearest } = search.search(source.id, reading);
    if (passages.length > 0) {
      return { ...base, status: passageStatus(view, passages[0]!), passages, searchedArticleIds };
    }
    return { ...base, status: missingStatus(articles), nearest, searchedArticleIds };
  });
  const conflicts = relations.conflictsOf(proposition.id);
  const independentSources = independentReporters(view, cells).size;
  return {
    propositionId: proposition.id,
    agreement: agreement(saying.length > 0 && denying.length > 0, conflicts, independentSources),
    independentSources,
    cells,
    conflicts,
  };
}

/** What to say of an outlet in whose texts nothing was found: whether there are texts that could not be searched. */
function missingStatus(articles: readonly ComparedArticle[]): PropositionStatus {
  if (articles.some((article) => article.isUnread)) return PropositionStatus.NOT_READ;
  const isTruncated = articles.some((article) => article.isTruncated);
  return isTruncated ? PropositionStatus.TRUNCATED : PropositionStatus.NOT_REPORTED;
}

/**
 * Whether the words of a proposition are what its claims deny ("denied that two states had asked"). Its row tells of the
 * words: who denies them, and, from the proposition that it contradicts, who says them.
 */
export function isDeniedText(proposition: ComparedProposition, claims: readonly ComparedClaim[]): boolean {
  const verbatim = claims.filter((claim) => claim.text === proposition.text);
  return (
    claims.length > 0 &&
    (verbatim.length > 0 ? verbatim : claims).every((claim) => polarityOf(claim) === Polarity.DENIED)
  );
}

/** The cell of an outlet whose claims carry or deny the proposition; null when none do. */
function reportedCell(
  sourceId: string,
  saying: readonly ComparedClaim[],
  denying: readonly ComparedClaim[],
): PropositionCell | null {
  const evidence = [...saying, ...denying];
  if (evidence.length === 0) return null;
  const isDenied = denying.length > 0;
  const isAsserted = saying.some((claim) => claim.kind === ClaimKind.ASSERTION);
  const said = isAsserted ? PropositionStatus.ASSERTED : PropositionStatus.ATTRIBUTED;
  return {
    sourceId,
    status: isDenied ? PropositionStatus.DENIED : said,
    claimIds: [...new Set(evidence.map((claim) => claim.id))].sort(compare),
    passages: [],
    nearest: null,
    searchedArticleIds: [],
  };
}

/**
 * A sentence that the search found is in no claim of this proposition. Where a claim of somebody else stands in it, or
 * quotation marks do, it is somebody else's; else it stands in the outlet's own voice. A speaker named in the sentence
 * before it is not seen: the evidence lets a reader check.
 */
function passageStatus(view: EventView, passage: SearchedPassage): PropositionStatus {
  const isAttributed = (view.claimsOf.get(passage.articleId) ?? []).some(
    (claim) =>
      claim.kind !== ClaimKind.ASSERTION && !claim.inHeadline && claim.start < passage.end && passage.start < claim.end,
  );
  return isAttributed || /["“”«»]/.test(passage.text) ? PropositionStatus.ATTRIBUTED : PropositionStatus.ASSERTED;
}

function agreement(
  isDenied: boolean,
  conflicts: readonly PropositionConflict[],
  independentSources: number,
): PropositionAgreement {
  const has = (kind: PropositionRelationKind): boolean => conflicts.some((conflict) => conflict.relation === kind);
  if (isDenied || has(PropositionRelationKind.CONTRADICTS)) return PropositionAgreement.DISPUTED;
  if (has(PropositionRelationKind.UPDATES)) return PropositionAgreement.UPDATED;
  return independentSources >= 2 ? PropositionAgreement.AGREED : PropositionAgreement.SINGLE;
}
