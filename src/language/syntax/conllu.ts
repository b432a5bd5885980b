import { SyntaxSentence, Word } from './values.js';

/**
 * A sentence of a treebank. Offsets count in `text`. The text of a word is its FORM: it is what stands at its offsets,
 * except where a multiword token is not just its words in a row ("du" as "de" and "le"); then each word has the
 * offsets of the whole token.
 */
export interface TreebankSentence extends SyntaxSentence {
  /** `# sent_id`; null where there is none. */
  readonly id: string | null;
  /** `# text`, or the words with the spaces that SpaceAfter leaves where there is none or where it doesn't agree. */
  readonly text: string;
  /** The id of the document that begins here ('' where it has none); null inside a document. */
  readonly newDocument: string | null;
  readonly newParagraph: boolean;
  /** Column 10 for each word; a key without a value has ''. */
  readonly misc: readonly ReadonlyMap<string, string>[];
}

/** Thrown where text is not CoNLL-U, with the number of the line, counted from 1. */
export class ConlluError extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`CoNLL-U, line ${line}: ${what}.`);
    this.name = 'ConlluError';
  }
}

/** The lines of one sentence as they are gathered. */
class Gathered {
  readonly comments = new Map<string, string>();
  readonly rows: string[][] = [];
  /** Multiword tokens by the number of their first word. */
  readonly multiword = new Map<number, { last: number; form: string; misc: string }>();
}

/**
 * Reads CoNLL-U (https://universaldependencies.org/format.html). Multiword tokens give offsets only; empty nodes
 * (8.1) are left out, since basic trees don't use them.
 * @throws ConlluError where a line is neither a comment nor ten columns, a number is not the next one, or a head is no
 * word of its sentence.
 */
export function* readConllu(content: string): Generator<TreebankSentence> {
  let gathered = new Gathered();
  let lineNumber = 0;
  for (const line of content.split(/\r?\n/)) {
    lineNumber += 1;
    if (line.trim() === '') {
      if (gathered.rows.length) yield sentenceOf(gathered, lineNumber);
      gathered = new Gathered();
    } else if (line.startsWith('#')) {
      const [, key, value] = /^#\s*([^=\s]+)(?:[^=]*=\s?(.*))?$/.exec(line) ?? [];
      if (key) gathered.comments.set(key, value ?? '');
    } else {
      gather(gathered, line.split('\t'), lineNumber);
    }
  }
  if (gathered.rows.length) yield sentenceOf(gathered, lineNumber);
}

function gather(gathered: Gathered, columns: string[], line: number): void {
  if (columns.length !== 10) throw new ConlluError(line, `${columns.length} columns where there should be 10`);
  const [, first, joint, last] = /^(\d+)(?:([-.])(\d+))?$/.exec(columns[0]) ?? [];
  if (first === undefined) throw new ConlluError(line, `"${columns[0]}" is no number of a word`);
  if (joint === '.') return;
  if (joint === '-') {
    gathered.multiword.set(Number(first), { last: Number(last), form: columns[1], misc: columns[9] });
    return;
  }
  if (Number(first) !== gathered.rows.length + 1) throw new ConlluError(line, `word ${first} is out of order`);
  gathered.rows.push(columns);
}

function sentenceOf({ comments, rows, multiword }: Gathered, line: number): TreebankSentence {
  const heads = rows.map((row) => Number(row[6]));
  if (heads.some((head) => !Number.isInteger(head) || head < 0 || head > rows.length)) {
    throw new ConlluError(line, 'a head in the sentence before is no word of it');
  }
  const forms = rows.map((row) => row[1]);
  const misc = rows.map((row) => miscOf(row[9]));
  const built = place(forms, misc, multiword);
  const declared = comments.get('text');
  const agrees = declared !== undefined && declared.startsWith(built.text);
  return {
    id: comments.get('sent_id') ?? null,
    text: agrees ? declared : built.text,
    newDocument: comments.get('newdoc') ?? null,
    newParagraph: comments.has('newpar') || comments.has('newdoc'),
    start: 0,
    end: built.text.length,
    words: built.words,
    lemmas: rows.map((row) => row[2]),
    upos: rows.map((row) => row[3]),
    xpos: rows.map((row) => row[4]),
    heads,
    relations: rows.map((row) => row[7]),
    misc,
  };
}

function miscOf(column: string): Map<string, string> {
  if (column === '_') return new Map();
  return new Map(
    column.split('|').map((entry) => {
      const equals = entry.indexOf('=');
      return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
    }),
  );
}

/** Puts words in a row with the spaces that SpaceAfter leaves. */
function place(
  forms: readonly string[],
  misc: readonly ReadonlyMap<string, string>[],
  multiword: Gathered['multiword'],
): { text: string; words: Word[] } {
  let text = '';
  const words: Word[] = [];
  for (let index = 0; index < forms.length;) {
    const token = multiword.get(index + 1);
    const parts = forms.slice(index, token ? token.last : index + 1);
    const form = token?.form ?? parts[0];
    const inRow = parts.join('') === form;
    let start = text.length;
    for (const part of parts) {
      const end = inRow ? start + part.length : text.length + form.length;
      words.push({ text: part, start, end });
      if (inRow) start = end;
    }
    text += form;
    const spacing = token ? miscOf(token.misc) : misc[index];
    index += parts.length;
    if (spacing.get('SpaceAfter') !== 'No' && index < forms.length) text += ' ';
  }
  return { text, words };
}
