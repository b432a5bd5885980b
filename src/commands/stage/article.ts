import { ParallaxError } from '../../errors.js';
import { readArticle } from '../../pipeline/1-article/index.js';
import { DocumentFormat, type DeclaredFields } from '../../pipeline/values.js';
import { eachRow, optionalString, type Filter } from './filter.js';

/** The `article` filter: `{id, url?, html}` or `{id, text}` in; the clean article out. Other declared fields of a document are taken too. */
export const filter: Filter = eachRow((row) => {
  const html = optionalString(row, 'html');
  const content = html ?? optionalString(row, 'text');
  if (content === null) throw new ParallaxError('BAD_USER_INPUT', 'Give "html" or "text".');
  const fields = ['url', 'headline', 'byline', 'publishedAt', 'language'] as const;
  const declared: DeclaredFields = Object.fromEntries(
    fields.map((field) => [field, optionalString(row, field) ?? undefined]),
  );
  return { ...readArticle({ format: html === null ? DocumentFormat.TEXT : DocumentFormat.HTML, content, declared }) };
});
