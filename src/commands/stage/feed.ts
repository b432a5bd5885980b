import { readFeed } from '../../readers/feed/index.js';
import { eachRow, optionalString, requiredString, type Filter } from './filter.js';

/**
 * The `feed` filter: `{id, base64, mediaType?, url?}` in; `{id, title, link, language, items: [{id, url, title, byline,
 * publishedAt, updatedAt, language, source, html or text, summary, enclosures}]}` out.
 */
export const filter: Filter = eachRow((row) => {
  const bytes = Buffer.from(requiredString(row, 'base64'), 'base64');
  const feed = readFeed(bytes, optionalString(row, 'mediaType'), optionalString(row, 'url'));
  return {
    title: feed.title,
    link: feed.link,
    language: feed.language,
    items: feed.items.map(({ content, summary, ...item }) => ({
      ...item,
      ...(content && !content.isTooLong ? { [content.format]: content.value } : {}),
      summary: summary?.value ?? null,
    })),
  };
});
