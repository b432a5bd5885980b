import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isParallaxError } from '../../src/errors.js';
import { method, readArticle } from '../../src/pipeline/1-article/index.js';
import { DocumentFormat } from '../../src/pipeline/values.js';
import { isRefused, readDocument } from '../../src/readers/index.js';

jest.setTimeout(60_000);

/**
 * A case is a folder with input.html or input.txt, expected.json (fields of the article, or {error: code}) and, where the
 * caller says something of the document, declared.json. Fields that expected.json leaves out are not compared.
 */
const folder = join(__dirname, '../cases/article');
const parse = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'));

/** The article or the code of what was thrown, in the shape of expected.json. */
function answer(read: () => object): object {
  try {
    return read();
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return { error: error.code };
  }
}

describe('cases', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const path = join(folder, name);
    const input = existsSync(join(path, 'input.html')) ? 'input.html' : 'input.txt';
    const declared = existsSync(join(path, 'declared.json')) ? parse(join(path, 'declared.json')) : {};
    const [result] = readDocument({ bytes: readFileSync(join(path, input)), name: input, declared });
    if (!result || isRefused(result)) throw result?.error ?? new Error('The reader gave nothing.');
    expect(answer(() => readArticle(result.document))).toMatchObject(parse(join(path, 'expected.json')));
  });
});

const html = (content: string): object =>
  answer(() => readArticle({ format: DocumentFormat.HTML, content, declared: {} }));
const paragraph =
  '<p>The council met on Monday and decided, after a long debate, to build a wall along the harbour.</p>';

describe('excess', () => {
  const tooLarge = { error: 'DOCUMENT_TOO_LARGE' };

  test('deep nesting is refused', () => {
    expect(html('<title>T</title>' + '<div>'.repeat(1000) + paragraph)).toEqual(tooLarge);
    expect(html('<title>T</title>' + '<div>'.repeat(300_000) + paragraph)).toEqual(tooLarge);
  });

  test('more tags than any page has are refused', () => {
    expect(html('<title>T</title>' + '<br>'.repeat(300_000))).toEqual(tooLarge);
    expect(html('<'.repeat(3_000_000))).toEqual(tooLarge);
    expect(html(`<title>T</title><article>${'<span>a</span> '.repeat(1_000_000)}</article>`)).toEqual(tooLarge);
  });

  test.each([
    ['attributes', `<p ${'a="b" '.repeat(600_000)}>${paragraph}`],
    ['classes of one element', `<p class="${'a '.repeat(200_000)}">${paragraph}`],
    ['characters of text', `<p>${'word '.repeat(1_300_000)}`],
    ['character references', `<p>${'&amp;'.repeat(600_000)}`],
  ])('too many %s are refused', (_, page) => {
    expect(html(`<title>T</title>${page}`)).toEqual(tooLarge);
  });

  test('a style of blanks and a long description of the page hide no article', () => {
    const description = `<script type="application/ld+json">[${'{},'.repeat(1_000_000)}{}]</script>`;
    for (const page of [`<div style="${' '.repeat(300_000)}">x</div>`, description]) {
      const { text } = html(`<title>T</title>${page}<article>${paragraph.repeat(5)}</article>`) as { text: string };
      expect(text).toContain('to build a wall along the harbour.');
    }
  });

  test('boxes inside boxes, layout tables inside layout tables and a class of 5 MB hide no article', () => {
    const boxes = '<div class="share">'.repeat(400) + paragraph + '</div>'.repeat(400);
    const tables = '<table><tr><td>a<br>b<br>'.repeat(100) + paragraph + '</td></tr></table>'.repeat(100);
    const named = `<div class="${'comment'.repeat(700_000)}">${paragraph}</div>`;
    for (const page of [boxes, tables, named]) {
      const { text } = html(`<title>T</title>${page}`) as { text: string };
      expect(text).toContain('to build a wall along the harbour.');
    }
  });

  test('a page of 5 MB is read', () => {
    const count = Math.ceil((5 * 1024 * 1024) / paragraph.length);
    const article = html(`<title>Long</title><article>${paragraph.repeat(count)}</article>`);
    expect(article).toMatchObject({ headline: 'Long' });
    expect((article as { text: string }).text.split('\n\n')).toHaveLength(count);
  });
});

test('the text of the article has no markup, blank edges or empty paragraphs', () => {
  const { text } = html(`<title>T</title><article>${paragraph}<p> &nbsp; </p>\n${paragraph}</article>`) as {
    text: string;
  };
  expect(text.split('\n\n')).toHaveLength(2);
  expect(text).toBe(text.trim());
});

describe('a JSON-LD of another article', () => {
  const other =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rates stay","datePublished":"2020-01-01"}</script>';

  test('gives neither headline nor date', () => {
    const page = `<title>A wall for the harbour</title>${other}<h1>A wall for the harbour</h1>${paragraph}`;
    expect(html(page)).toMatchObject({ headline: 'A wall for the harbour', publishedAt: null });
  });
});

test('the part of a title that a heading shows is the headline', () => {
  const headline = (title: string, heading: string): unknown =>
    (html(`<title>${title}</title><h2>${heading}</h2>${paragraph}`) as { headline: string }).headline;
  expect(headline('The Post: A wall', 'A wall')).toBe('A wall');
  expect(headline('A wall » The Post', 'A wall')).toBe('A wall');
  expect(headline('A wall - what we know so far', 'A wall')).toBe('A wall - what we know so far');
});

test.each([
  ['<title>&lt;b&gt;A wall&lt;/b&gt; for the&amp;nbsp;harbour</title>', 'A wall for the harbour'],
  ['<meta property="og:title" content="A &amp;lt;em&amp;gt;wall&amp;lt;/em&amp;gt; if x &lt; y">', 'A wall if x < y'],
  ['<title>A wa\u00adll\u200b for</title>', 'A wall for'],
])('the title %s has no markup', (head, headline) => {
  expect(html(`${head}${paragraph}`)).toMatchObject({ headline });
});

test('white space alone is an empty document', () => {
  expect(html(' \n\u00a0 ')).toEqual({ error: 'DOCUMENT_EMPTY' });
});

test('the method names engine and version', () => {
  expect(method).toEqual({ engine: 'parallax-article', version: '4' });
});
