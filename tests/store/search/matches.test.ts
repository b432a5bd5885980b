import { bestSnippet, snippetLength } from '../../../src/store/search/matches';
import type { Sequence } from '../../../src/store/search/readings';
import { wordsOf } from '../../../src/store/search/words';

const phrase = (...words: string[]): Sequence => words.map((lexeme, offset) => ({ lexeme, offset, kind: 'word' }));

/** The snippet with its highlights in brackets. */
function show(field: string, sequences: Sequence[], stems: Record<string, string[]> = {}): string | null {
  const snippet = bestSnippet(field, wordsOf(field), sequences, new Map(Object.entries(stems)));
  if (snippet === null) return null;
  let at = snippet.start;
  let shown = '';
  for (const { start, end } of snippet.highlights) {
    shown += `${field.slice(at, start)}[${field.slice(start, end)}]`;
    at = end;
  }
  return shown + field.slice(at, snippet.end);
}

const filler = (word: string, count: number) => Array.from({ length: count }, () => word).join(' ');

test('a short field is shown whole, a field without a match not at all', () => {
  expect(show('“The dam,” she said, “is safe.”', [phrase('safe')])).toBe('“The dam,” she said, “is [safe].”');
  expect(show('The dam holds.', [phrase('safe')])).toBeNull();
  expect(show('', [phrase('safe')])).toBeNull();
});

test('only whole phrases are marked', () => {
  expect(show('The office of the liaison; a liaison office.', [phrase('liaison', 'office')])).toBe(
    'The office of the liaison; a [liaison] [office].',
  );
});

test('stems and prefixes are marked as the words that stand there', () => {
  const stem: Sequence = [{ lexeme: 'elect', offset: 0, kind: 'stem' }];
  const prefix: Sequence = [{ lexeme: 'minis', offset: 0, kind: 'prefix' }];
  expect(show('Elections: the Ministry and a minister', [stem, prefix], { elections: ['elect'] })).toBe(
    '[Elections]: the [Ministry] and a [minister]',
  );
});

test('of a long text the sentence is shown in which most different terms stand', () => {
  const text = `${filler('dam', 60)}. Nothing here. The dam of Orrel is safe, they say. ${filler('word', 90)}.`;
  expect(show(text, [phrase('dam'), phrase('orrel'), phrase('safe')])).toMatch(
    /The \[dam\] of \[Orrel\] is \[safe\], they say\. word/,
  );
});

test('a snippet keeps to its length, to whole words and characters, and to its paragraph', () => {
  const text = `One.\n\n${filler('🙂long', 60)} dam ${filler('🙂tail', 60)}\n\nLast.`;
  const snippet = bestSnippet(text, wordsOf(text), [phrase('dam')], new Map());
  const shown = text.slice(snippet!.start, snippet!.end);
  expect(shown.length).toBeGreaterThan(snippetLength / 2);
  expect(shown.length).toBeLessThanOrEqual(snippetLength + 20);
  expect(shown).toMatch(/^🙂long (🙂long )*dam( 🙂tail)+$/u);
});

test('text without spaces is cut between characters', () => {
  const text = `${'東京都'.repeat(200)}北京${'東京都'.repeat(200)}`;
  const snippet = bestSnippet(text, wordsOf(text), [phrase('北', '京')], new Map());
  expect(text.slice(snippet!.start, snippet!.end)).toContain('北京');
  expect(snippet!.end - snippet!.start).toBeLessThanOrEqual(snippetLength + 2);
});

test('every snippet of any text is a piece of it whose highlights are in it, in order', () => {
  let state = 11;
  const random = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const pieces = ['dam', 'Safe', ' ', ' ', '\n', '. ', '🙂', 'e\u0301', '北', '"', '\ud83d', '\u00ad', 'office '];
  for (let run = 0; run < 500; run += 1) {
    const text = Array.from({ length: 1 + random(400) }, () => pieces[random(pieces.length)]).join('');
    const snippet = bestSnippet(
      text,
      wordsOf(text),
      [phrase('dam'), phrase('北'), phrase('safe', 'office')],
      new Map(),
    );
    if (snippet === null) continue;
    let at = snippet.start;
    for (const { start, end } of snippet.highlights) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(snippet.highlights.length).toBeGreaterThan(0);
    expect(at).toBeLessThanOrEqual(snippet.end);
    expect(text.slice(snippet.start, snippet.end).trim()).toBe(text.slice(snippet.start, snippet.end));
  }
});

test.each(['🙂', '-', '_🙂'])('of a run of %s beside a word only a little is shown, in whole characters', (sign) => {
  const run = sign.repeat(40_000);
  for (const text of [`The dam${run}`, `${run}dam`, `${run}dam${run}`, `dam${run}dam`, `a${run}dam_${run}b`]) {
    const snippet = bestSnippet(text, wordsOf(text), [phrase('dam')], new Map());
    const shown = text.slice(snippet!.start, snippet!.end);
    expect(shown).toContain('dam');
    expect(shown.length).toBeLessThanOrEqual(snippetLength + 100);
    expect(shown).toBe(shown.replace(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g, ''));
  }
});
