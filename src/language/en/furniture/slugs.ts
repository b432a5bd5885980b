/** Three words in capitals or more, a colon, and the beginning of a sentence that is not all in capitals. */
const slug =
  /^((?:[\p{Lu}\p{N}'’&$%.-]+ ){2,12}[\p{Lu}\p{N}'’&$%.-]*\p{Lu}{2}[\p{Lu}'’.-]*) ?: (?=\p{Lu}\p{Ll}|(?:A|I|U\.S\.) )/u;

/** What the buttons of a box say, with its title, in front of its text. */
const button = /^(?:(?:[^.?!]{1,100}[.?!]? )?Show Hide|CLOSE) (?=\p{Lu})/u;

const lastWord = (label: string): string => label.split(' ').at(-1)!;

/**
 * The words of buttons, or the heading in capitals, that a paragraph begins with: "PORT DELAYS PLAN: |The port authority said". They
 * belong to no sentence.
 * @returns how many characters; 0 where there is none
 */
export function slugLength(paragraph: string): number {
  const head = paragraph.slice(0, 160);
  return (button.exec(head) ?? slug.exec(head))?.[0].length ?? 0;
}

/** Labels in capitals of which one comes back name who speaks: a transcript. */
export function areSpeakers(paragraphs: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const paragraph of paragraphs) {
    const label = /^(\p{Lu}[\p{Lu}\p{M}.'’ -]{1,60}\p{Lu}\.?)(?:, [^:\n]{1,50})? ?:/u.exec(
      paragraph.slice(0, 160),
    )?.[1];
    if (label === undefined) continue;
    if (seen.has(lastWord(label))) return true;
    seen.add(lastWord(label));
  }
  return false;
}
