import type { Submission } from '../../src/jobs/jobs.js';
import type { DeclaredFields } from '../../src/pipeline/values.js';
import type { InventedArticle } from './article.js';
import { makeDataSet } from './data-set.js';

/**
 * Articles of `events` events of `size` articles each, in the order of events, as they come in from outside.
 * @param days between the beginnings of two events; less than three weeks apart their articles are held against each other
 * @param firstDay when the first begins, counted from the first day of a data set
 */
export function inventedArticles(
  seed: number,
  { events, size, days, firstDay = 0 }: { events: number; size: number; days: number; firstDay?: number },
): InventedArticle[] {
  const numbers = Array.from({ length: events }, (_, number) => number);
  const dataSet = makeDataSet({
    seed,
    sources: 20,
    sizes: numbers.map(() => size),
    days: numbers.map((number) => firstDay + number * days),
  });
  return numbers.flatMap((number) => [...dataSet.event(number).articles]);
}

function declaredOf({ externalId, source, url, clean }: InventedArticle): DeclaredFields {
  const { publishedAt } = clean;
  return { id: externalId, source: source.name, publishedAt, ...(url === null ? {} : { url }) };
}

/** One line of JSON Lines. */
export function asJsonLine(article: InventedArticle): string {
  const { headline, text, language } = article.clean;
  return JSON.stringify({ ...declaredOf(article), headline, text, language });
}

/** Plain text, headline first. */
export function asText(article: InventedArticle): Submission {
  const bytes = Buffer.from(`${article.clean.headline}\n\n${article.clean.text}\n`);
  return { bytes, mediaType: 'text/plain; charset=utf-8', name: null, declared: declaredOf(article) };
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page as outlets have them: the article among navigation, teasers and a footer. */
export function asPage(article: InventedArticle): Submission {
  const { clean, source } = article;
  const links = Array.from({ length: 40 }, (_, place) => `<li><a href="/section/${place}">Section ${place}</a></li>`);
  const teasers = Array.from({ length: 12 }, (_, place) => {
    return `<div class="teaser"><h3><a href="/story/${place}">Another story</a></h3><p>Read on.</p></div>`;
  });
  const page = `<!doctype html><html lang="en"><head><title>${escaped(clean.headline)} | ${source.name}</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${escaped(clean.headline)}">
    <meta property="article:published_time" content="${clean.publishedAt}"></head><body>
    <nav><ul>${links.join('')}</ul></nav><main><article><h1>${escaped(clean.headline)}</h1>
    ${clean.text
      .split('\n\n')
      .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
      .join('\n')}
    </article><aside>${teasers.join('')}</aside></main><footer>All rights reserved.</footer></body></html>`;
  return {
    bytes: Buffer.from(page),
    mediaType: 'text/html; charset=utf-8',
    name: null,
    declared: declaredOf(article),
  };
}
