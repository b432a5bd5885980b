/** A quotation. Offsets count in the normalised text and take the marks in. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly words: number;
  /** Whether the paragraph ends before the closing mark: the quotation runs into the next paragraph. */
  readonly isOpen: boolean;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

/** Elisions that begin with an apostrophe; never the beginning of a quotation. */
const elision = /^'(?:s|t|re|ve|ll|d|m|em|til|tis|twas|cause|n|\d\ds?)(?![\p{L}\p{N}])/iu;
const letter = /[\p{L}\p{N}]/u;

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => letter.test(word)).length;
}

/**
 * Pairs the quotation marks of one paragraph. Marks with a direction (“ ”) say themselves what they are; for straight
 * marks the space around them decides, else they alternate. Single marks count only in paragraphs without double ones.
 * A mark that opens and is never closed counts where the next paragraph opens with a mark again, or where it stands at
 * the paragraph's beginning.
 * Known failure: inch and minute signs (6'2") in a paragraph with a quotation.
 * @param text the normalised text
 * @param start @param end the paragraph in it
 * @param paragraph its index
 * @param nextOpens whether the next paragraph begins with an opening mark
 */
export function findQuotations(
  text: string,
  start: number,
  end: number,
  paragraph: number,
  nextOpens: boolean,
): Quotation[] {
  const found: Quotation[] = [];
  const add = (from: number, to: number, isOpen: boolean): void => {
    const innerEnd = isOpen ? to : to - 1;
    const words = countWords(text.slice(from + 1, innerEnd));
    if (words > 0) found.push({ start: from, end: to, innerStart: from + 1, innerEnd, words, isOpen, paragraph });
  };
  let open = -1;
  let doubles = 0;
  for (let i = start; i < end; i += 1) {
    const mark = text[i];
    if (mark !== '"' && mark !== '“' && mark !== '”') continue;
    doubles += 1;
    const spaceBefore = i === start || /[\s([—–-]/.test(text[i - 1]!);
    const spaceAfter = i + 1 >= end || /\s/.test(text[i + 1]!);
    if (open < 0) {
      // A closing mark where only an opening one makes sense: "He says,” there are people”".
      const isTurned = mark === '”' && (i === start || /[\s,:]/.test(text[i - 1]!)) && hasClosing(text, i + 1, end);
      if (mark === '“' || isTurned || (mark === '"' && !(spaceAfter && !spaceBefore))) open = i;
    } else if (
      mark === '“' ||
      (mark === '"' &&
        spaceBefore &&
        !spaceAfter &&
        text[open] === '"' &&
        /[.!?,]\s*$/.test(text.slice(Math.max(open, i - 3), i)) === false)
    ) {
      // Opening again without having closed: the first mark was a stray one.
      open = i;
    } else {
      add(open, i + 1, false);
      open = -1;
    }
  }
  if (
    open >= 0 &&
    (nextOpens || text.slice(start, open).trim() === '' || /[:,]\s*$/.test(text.slice(Math.max(start, open - 2), open)))
  ) {
    add(open, end, true);
  }
  return doubles > 0 ? found : findSingle(text, start, end, paragraph);
}

/** Whether the next directed mark is a closing one. */
function hasClosing(text: string, from: number, end: number): boolean {
  for (let k = from; k < end; k += 1) if (/[“”]/.test(text[k]!)) return text[k] === '”';
  return false;
}

/** Quotations in single marks. Example: The minister said: 'We will wait.' Known failure: a plural possessive inside. */
function findSingle(text: string, start: number, end: number, paragraph: number): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (let i = start; i < end; i += 1) {
    const mark = text[i];
    if (mark !== "'" && mark !== '‘') continue;
    const before = i > start ? text[i - 1]! : ' ';
    const after = i + 1 < end ? text[i + 1]! : ' ';
    if (open < 0) {
      const opens = mark === '‘' || (/[\s([—–]/.test(before) && letter.test(after));
      if (opens && !elision.test("'" + text.slice(i + 1, i + 8))) open = i;
    } else if (!letter.test(after) && !/\s/.test(before)) {
      // "the ministers' plan": a plural possessive only closes when nothing later does.
      if (
        before === 's' &&
        /\s/.test(after) &&
        /[.,!?]'(?![\p{L}\p{N}])/u.test(text.slice(i + 1, Math.min(end, i + 400)))
      )
        continue;
      const inner = text.slice(open + 1, i);
      const words = countWords(inner);
      if (words > 0)
        found.push({ start: open, end: i + 1, innerStart: open + 1, innerEnd: i, words, isOpen: false, paragraph });
      open = -1;
    }
  }
  return found;
}
