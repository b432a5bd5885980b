const longestClauses = 8;

// What ends one statement and begins the next. Each is found by a plain search; no two can match at one place in a way
// that makes the search go back.
const boundary =
  /[;:]\s|[.!?]["'”’)]*\s+(?=["'“‘]?\p{Lu})|,?\s(?:and|but) that\s|,?\s(?:although|though|whereas|while|because|unless)\s|,\s(?:and|but|as|which|who|when|after|before|with)\s|\sthat\s/gu;

/**
 * The statements that a claim is made of, as pieces of its text: "A, and that B" → "A", "B"; what a reporting clause
 * introduces stands alone ("he repeated that A" → "he repeated", "A"). One piece when there is nothing to divide.
 *
 * Known failure: a relative clause with "that" is cut off its noun; "and" without a comma divides nothing, because it
 * mostly joins words.
 */
export function clauses(text: string): string[] {
  const found: string[] = [];
  let last = 0;
  const take = (end: number): void => {
    const clause = text.slice(last, end).trim();
    if (clause !== '') found.push(clause);
  };
  for (const match of text.matchAll(boundary)) {
    if (found.length === longestClauses - 1) break;
    take(match.index);
    last = match.index + match[0].length;
  }
  take(text.length);
  return found;
}
