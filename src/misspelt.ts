/** How many letters must be put in, left out or changed to make one word of another (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (let index = 0; index < to.length; index += 1) {
      const changed = (row[index] as number) + (letter === to[index] ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] as number) + 1, (next[index] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}

const prefix = 'PARALLAX_';

/**
 * Sentences that tell of variables which look like ours and are none, each with the right name that is nearest. Names that are
 * like none of ours may be somebody else's and are passed over.
 * @param names the right ones; each also ends in `_FILE`
 */
export function misspeltVariables(environment: NodeJS.ProcessEnv, names: readonly string[]): readonly string[] {
  const known = names.filter((name) => name.startsWith(prefix)).flatMap((name) => [name, `${name}_FILE`]);
  const given = Object.keys(environment).filter(
    (name) => name.toUpperCase().startsWith('PARA') && !known.includes(name),
  );
  return given.flatMap((name) => {
    const [nearest] = known
      .map((right) => ({ right, away: distance(name.toUpperCase(), right) }))
      .sort((a, b) => a.away - b.away);
    if (nearest === undefined || nearest.away > Math.max(2, (nearest.right.length - prefix.length) / 4)) return [];
    return [`${name} is no variable of this service and is ignored: did you mean ${nearest.right}?`];
  });
}
