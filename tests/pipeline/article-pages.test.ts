import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../src/pipeline/1-article/index.js';
import { DocumentFormat } from '../../src/pipeline/values.js';

/** Pages of our own, which `npm run eval` scores too: here none of them may get worse. */
const folder = join(__dirname, '../../eval/pages/tuned');
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));

interface Expected {
  readonly url: string;
  readonly required: readonly string[];
  readonly forbidden: readonly string[];
  readonly headline: string;
  readonly byline: string | null;
  readonly publishedAt: string | null;
}

test.each(names.map((name) => name.slice(0, -'.html'.length)))('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected;
  const content = readFileSync(join(folder, `${name}.html`), 'utf8');
  const article = readArticle({ format: DocumentFormat.HTML, content, declared: { url: expected.url } });
  const text = article.text.replace(/\s+/g, ' ');
  expect(expected.required.filter((snippet) => !text.includes(snippet))).toEqual([]);
  expect(expected.forbidden.filter((snippet) => text.includes(snippet))).toEqual([]);
  const { headline, byline, publishedAt } = expected;
  expect(article).toMatchObject({ headline, byline, publishedAt });
});
