/**
 * The questions as a client asks them of PostGraphile. Aliases give its answers the shape of ours, which costs it nothing:
 * it plans them like other names.
 */
import { decodeId } from '../../resolvers/relay/global-id.js';
import type { ComparedQuestion } from './questions.js';
import type { Variables } from './sql-answers.js';

const speaker = 'speaker: actorBySpeakerId';
const notRetracted = 'condition: { retractedAt: null }';

export const postGraphileOperations: Readonly<Record<ComparedQuestion, string>> = {
  q1: `query Q1($id: UUID!) { event: eventByRowId(rowId: $id) { id: rowId title articleCount
    articles: articlesByEventId(first: 20, orderBy: [PUBLISHED_AT_DESC, ROW_ID_DESC]) { nodes {
      id: rowId headline publishedAt source: sourceBySourceId { name domain }
      claims: claimsByArticleId(first: 10, ${notRetracted}, orderBy: [PART_ASC, START_ASC, ROW_ID_ASC]) {
        nodes { id: rowId text kind ${speaker} { name kind } } } } } } }`,
  q2: `query Q2($to: Datetime!) { claims: allClaims(first: 50, ${notRetracted},
      filter: { publishedAt: { lessThan: $to } }, orderBy: [PUBLISHED_AT_DESC, ROW_ID_DESC]) {
    nodes { id: rowId text kind cue publishedAt ${speaker} { id: rowId name kind } } } }`,
  q3: `query Q3($id: UUID!) { article: articleByRowId(rowId: $id) {
    id: rowId headline url byline genre language publishedAt firstSeenAt } }`,
  // From the view of bench/postgraphile/claim-count.sql.
  q4: `query Q4($id: UUID!) { event: eventByRowId(rowId: $id) { id: rowId
    claimCounts: claimCountsByEventIdList(orderBy: [CLAIMS_DESC, SOURCE_ID_ASC, SPEAKER_ID_ASC]) {
      claims source: sourceBySourceId { name } ${speaker} { name kind } } } }`,
  // By @graphile/pg-aggregates, which groups by columns of the table itself and gives their values alone.
  'q4-ids': `query Q4Ids($id: UUID!) { event: eventByRowId(rowId: $id) { id: rowId
    claims: claimsByEventId(${notRetracted}) {
      groupedAggregates(groupBy: [SOURCE_ID, SPEAKER_ID]) { keys distinctCount { rowId } } } } }`,
};

/** What is asked of ours, as PostGraphile is asked: by the ids of the tables. */
export function postGraphileVariables(variables: Variables): Variables {
  if (variables.id === undefined) return variables;
  return { ...variables, id: decodeId(variables.id, 'id').id };
}
