/** The names of the questions that the service is compared by with PostGraphile and SQL written by hand. */
export const comparedQuestions = ['q1', 'q2', 'q3', 'q4', 'q4-ids'] as const;
export type ComparedQuestion = (typeof comparedQuestions)[number];

/** Those that only show how an answer's cost grows with the database. */
export const pageQuestions = ['first page', 'deep page'] as const;
export type PageQuestion = (typeof pageQuestions)[number];

export type Question = ComparedQuestion | PageQuestion;

const claimsPage = `nodes { id text kind cue publishedAt speaker { id name kind } }`;

/** What a client sends. */
export const operations: Readonly<Record<Question, string>> = {
  q1: `query Q1($id: ID!) { event(id: $id) { id title articleCount articles(first: 20) { nodes {
    id headline publishedAt source { name domain }
    claims(first: 10) { nodes { id text kind speaker { name kind } } } } } } }`,
  q2: `query Q2($to: DateTime!) { claims(first: 50, filter: { publishedAt: { to: $to } }) { ${claimsPage} } }`,
  q3: `query Q3($id: ID!) { article(id: $id) { id headline url byline genre language publishedAt firstSeenAt } }`,
  q4: `query Q4($id: ID!) { event(id: $id) { id claimCounts { claims source { name } speaker { name kind } } } }`,
  'q4-ids': `query Q4Ids($id: ID!) { event(id: $id) { id claimCounts { claims source { id } speaker { id } } } }`,
  'first page': `query FirstPage { claims(first: 50) { ${claimsPage} } }`,
  'deep page': `query DeepPage($after: String!) { claims(first: 50, after: $after) { ${claimsPage} } }`,
};

export const titles: Readonly<Record<Question, string>> = {
  q1: 'an event, 20 of its articles with their outlets, 10 claims of each with their speakers',
  q2: '50 claims with their speakers',
  q3: 'an article by its id',
  q4: 'claims per outlet and speaker of an event',
  'q4-ids': 'the same with ids alone, which PostGraphile groups by',
  'first page': 'the first 50 of all claims, with their speakers',
  'deep page': '50 claims with their speakers, nine tenths down the list of all',
};
