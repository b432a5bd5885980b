import type { Context, Question } from '../../src/server/context.js';

/** The rows with these ids, in their order; a row that was removed since the comparison was made is left out. */
export async function loadAll<Row>(
  { loaders }: Context,
  question: Question<void, Row | null>,
  ids: readonly string[],
): Promise<Row[]> {
  const rows = await Promise.all(ids.map((id) => loaders.load(question, id)));
  return rows.filter((row) => row !== null);
}
