// Reads the marked form of the chain cases (*.txt; README.md tells the signs) into cases with offsets.

const head = /^== (\S+)$/;
const answerLine = /^([\d,]+)(\??): (.+)$/;
const itemForm = /^([a-z])(?:\((.+)\))?(?:([=*])(.+))?$/;

const opening = /^(?:\{(\d) |\[([A-Za-z]) )/;

/** Takes the marks out of a text: `{ text, pieces: Map of number to spans, mentions: Map of letter to span }`. */
function takeMarks(marked, id) {
  const pieces = new Map();
  const mentions = new Map();
  const open = [];
  let text = '';
  for (let k = 0; k < marked.length; k += 1) {
    const mark = /[{[]/.test(marked[k]) ? opening.exec(marked.slice(k, k + 3)) : null;
    if (mark) {
      open.push({ number: mark[1], letter: mark[2], start: text.length });
      k += 2;
    } else if (/[}\]]/.test(marked[k])) {
      const { number, letter, start } = open.pop() ?? {};
      if (start === undefined || (marked[k] === '}') !== (number !== undefined))
        throw new Error(`${id}: a mark is closed that is not open, near "${text.slice(-20)}".`);
      const span = { start, end: text.length };
      if (number) pieces.set(number, [...(pieces.get(number) ?? []), span]);
      else if (mentions.has(letter)) throw new Error(`${id}: the letter ${letter} stands for two mentions.`);
      else mentions.set(letter, span);
    } else text += marked[k];
  }
  if (open.length > 0) throw new Error(`${id}: a mark is not closed.`);
  return { text, pieces, mentions };
}

/** Reads "b > d(the ministry) > a=Ana Brel" against the mentions: `{ speaker, chain }`. */
function readAnswer(words, text, mentions, id) {
  const extract = (letter) => {
    const span = mentions.get(letter);
    if (!span) throw new Error(`${id}: there is no mention ${letter}.`);
    const full = mentions.get(letter.toUpperCase());
    return {
      ...span,
      text: text.slice(span.start, span.end),
      ...(full ? { full: { ...full, text: text.slice(full.start, full.end) } } : {}),
    };
  };
  const hop = (letter, owner) => ({ ...extract(letter), ...(owner ? { owner } : {}) });
  const items = words.split(' > ');
  const last = items.pop();
  const hops = items.map((item) => {
    const [, letter, owner, sign] = itemForm.exec(item) ?? [];
    if (!letter || sign) throw new Error(`${id}: "${item}" is no hop.`);
    return hop(letter, owner);
  });
  let speaker = null;
  if (last !== '-') {
    const [, letter, owner, sign, name] = itemForm.exec(last) ?? [];
    if (!letter || owner) throw new Error(`${id}: "${last}" is no speaker.`);
    // A document that speaks for its owner is the last hop and, in the same words, the speaker.
    if (sign === '*') hops.push(hop(letter, name));
    speaker = { ...extract(letter), ...(name ? { name } : {}) };
  }
  return { speaker, chain: hops.map((found, index) => ({ depth: index + 1, ...found })) };
}

function readCase(id, lines) {
  const firstAnswer = lines.findIndex((line) => answerLine.test(line));
  const body = (firstAnswer < 0 ? lines : lines.slice(0, firstAnswer)).join('\n').trim();
  const { text, pieces, mentions } = takeMarks(body, id);
  const answers = new Map();
  for (const line of firstAnswer < 0 ? [] : lines.slice(firstAnswer)) {
    if (line === '') continue;
    const [, numbers, optional, words] = answerLine.exec(line) ?? [];
    if (!numbers) throw new Error(`${id}: "${line}" is no answer.`);
    for (const number of numbers.split(','))
      answers.set(number, { ...readAnswer(words, text, mentions, id), ...(optional ? { optional: true } : {}) });
  }
  for (const number of new Set([...pieces.keys(), ...answers.keys()]))
    if (!pieces.has(number) || !answers.has(number)) throw new Error(`${id}: claim ${number} is not whole.`);
  const claims = [...pieces]
    .map(([number, spans]) => ({
      start: spans[0].start,
      end: spans.at(-1).end,
      ...(spans.length > 1 ? { spans: spans.map(({ start, end }) => [start, end]) } : {}),
      text: text.slice(spans[0].start, spans.at(-1).end),
      ...answers.get(number),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { id, text, claims };
}

/**
 * The cases of a marked file, `{ id, text, claims: [{ start, end, spans?, text, speaker, chain, optional? }] }`, offsets in
 * UTF-16 code units. Throws with the case's id where the marks are broken.
 */
function readMarked(source) {
  const cases = [];
  for (const line of source.split('\n')) {
    const begins = head.exec(line);
    if (begins) cases.push({ id: begins[1], lines: [] });
    else if (cases.length > 0) cases.at(-1).lines.push(line);
  }
  return cases.map(({ id, lines }) => readCase(id, lines));
}

const toLines = (cases) => cases.map((row) => `${JSON.stringify(row)}\n`).join('');

module.exports = { readMarked, toLines };
