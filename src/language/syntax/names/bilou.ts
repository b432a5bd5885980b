/** What a name is of. */
export const nameKinds = ['PERSON', 'ORGANIZATION', 'PLACE'] as const;

export type NameKind = (typeof nameKinds)[number];

/** A name in a sentence: words from `start`, `end` exclusive. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

/**
 * Names as a tag for each word: outside, or beginning, inside, last or only word of a name of a kind. BILOU does
 * better than BIO, which leaves the end of a name unsaid: L. Ratinov and D. Roth, "Design challenges and
 * misconceptions in named entity recognition", CoNLL 2009.
 *
 * A tag is a number: 0 outside, then four for each kind.
 */
export const outside = 0;
export const tagCount = 1 + 4 * nameKinds.length;

const begin = 1;
const inside = 2;
const last = 3;
const unit = 4;

const positionOf = (tag: number): number => (tag === outside ? 0 : ((tag - 1) & 3) + 1);
const kindOf = (tag: number): number => (tag - 1) >> 2;

/** Whether a tag leaves a name open, so that its next word must be inside or last. */
export const isOpen = (tag: number): boolean => positionOf(tag) === begin || positionOf(tag) === inside;

/** The kind of a tag as a number, -1 outside. */
export const kindNumberOf = (tag: number): number => (tag === outside ? -1 : kindOf(tag));

/** Whether `tag` can follow `before` (`outside` at the start), and, for the last word of a sentence, end it. */
export function canFollow(before: number, tag: number, isLastWord: boolean): boolean {
  const position = positionOf(tag);
  if (isLastWord && (position === begin || position === inside)) return false;
  if (!isOpen(before)) return position !== inside && position !== last;
  return (position === inside || position === last) && kindOf(before) === kindOf(tag);
}

/** The tags of a sentence with these names, which must not overlap. */
export function tagsOf(length: number, names: readonly NameSpan[]): Uint8Array {
  const tags = new Uint8Array(length);
  for (const { start, end, kind } of names) {
    const base = 4 * nameKinds.indexOf(kind);
    if (end - start === 1) tags[start] = base + unit;
    else {
      tags.fill(base + inside, start, end);
      tags[start] = base + begin;
      tags[end - 1] = base + last;
    }
  }
  return tags;
}

/** The names that tags say, which must follow each other as `canFollow` allows. */
export function namesOf(tags: Uint8Array): NameSpan[] {
  const names: NameSpan[] = [];
  let start = 0;
  for (let index = 0; index < tags.length; index += 1) {
    const position = positionOf(tags[index]);
    if (position === begin || position === unit) start = index;
    if (position === last || position === unit)
      names.push({ start, end: index + 1, kind: nameKinds[kindOf(tags[index])] });
  }
  return names;
}
