import { ParallaxError } from '../errors.js';
import { DocumentFormat, Genre, type DeclaredFields } from '../pipeline/values.js';
import { jsonLdMediaType, typesOf } from './json-ld.js';
import {
  contentOf,
  genreOf,
  isObject,
  isWebAddress,
  listOf,
  looksLikeHtml,
  namesOf,
  stringOf,
  withoutAbsent,
  type JsonObject,
  type LinkedRecord,
  type ReadContent,
} from './json-values.js';

/** After the types that schema.org has for trust (https://schema.org/docs/news.html). A bare NewsArticle says nothing. */
const genreByType: Readonly<Record<string, Genre>> = {
  ReportageNewsArticle: Genre.REPORTAGE,
  OpinionNewsArticle: Genre.OPINION,
  ReviewNewsArticle: Genre.OPINION,
  AnalysisNewsArticle: Genre.ANALYSIS,
  BackgroundNewsArticle: Genre.ANALYSIS,
};

function readGenre(node: JsonObject): Genre | undefined {
  for (const type of typesOf(node)) {
    const genre = genreByType[type];
    if (genre) return genre;
  }
  const labels = [...listOf(node.genre), ...listOf(node.articleSection)].filter((label) => typeof label === 'string');
  return labels.map(genreOf).find((genre) => genre !== undefined);
}

/** `url`, else the page that it is the main entity of, else its own id, where that is an address. */
function addressOf(node: JsonObject): string | undefined {
  const candidates = [node.url, node.mainEntityOfPage, node['@id']].flatMap(listOf);
  const addresses = candidates.map((value) => stringOf(isObject(value) ? (value['@id'] ?? value.url) : value));
  return addresses.find((address) => address !== undefined && isWebAddress(address));
}

/** "en", or a Language with `alternateName: "en"` or `name: "English"`. */
function languageOf(node: JsonObject): string | undefined {
  const [value] = listOf(node.inLanguage);
  return isObject(value) ? (stringOf(value.alternateName) ?? stringOf(value.name)) : stringOf(value);
}

/** true, "True", "http://schema.org/True". */
function readAccess(node: JsonObject): boolean | undefined {
  const [value] = listOf(node.isAccessibleForFree);
  if (typeof value === 'boolean') return value;
  const word = /(?:^|\/)(true|false)$/i.exec(stringOf(value) ?? '')?.[1];
  return word === undefined ? undefined : word.toLowerCase() === 'true';
}

function identifierOf(node: JsonObject): string | undefined {
  const [value] = listOf(node.identifier);
  const identifier = isObject(value) ? stringOf(value.value) : stringOf(value);
  const id = identifier ?? stringOf(node['@id']);
  return id === undefined || isWebAddress(id) ? undefined : id;
}

/** The text; that of a live blog is its updates one after another, each under its headline. */
function bodyOf(node: JsonObject): string | undefined {
  const body = stringOf(node.articleBody);
  if (body !== undefined || !typesOf(node).includes('LiveBlogPosting')) return body;
  const updates = listOf(node.liveBlogUpdate).filter(isObject);
  const texts = updates.map((update) => {
    const [headline, text] = [stringOf(update.headline), stringOf(update.articleBody)];
    const isMarked = text !== undefined && looksLikeHtml(text);
    const parts = [isMarked && headline !== undefined ? `<p>${headline}</p>` : headline, text];
    return parts.filter((part) => part !== undefined).join('\n\n');
  });
  return stringOf(texts.filter((text) => text !== '').join('\n\n'));
}

/**
 * Reads one article of schema.org as `articlesOf` gives it.
 * @param where what messages call it
 * @param declared holds where the node says nothing
 * @returns the document; of an article whose text stands elsewhere, where that is
 * @throws ParallaxError ARTICLE_TYPE_UNSUPPORTED, DOCUMENT_EMPTY
 */
export function readSchemaOrgArticle(
  node: JsonObject,
  where: string,
  declared: DeclaredFields,
): ReadContent | LinkedRecord {
  const url = addressOf(node);
  const authors = namesOf(node.author);
  const [source] = [node.publisher, node.sourceOrganization, node.provider].flatMap(namesOf);
  const own: DeclaredFields = {
    id: identifierOf(node),
    url,
    source,
    headline: stringOf(node.headline) ?? stringOf(node.name),
    byline: authors.length > 0 ? authors.join(', ') : undefined,
    publishedAt: stringOf(node.datePublished) ?? stringOf(node.dateCreated) ?? stringOf(node.dateModified),
    language: languageOf(node),
    genre: readGenre(node),
    isAccessibleForFree: readAccess(node),
  };
  const said = { ...declared, ...withoutAbsent(own) };
  const body = bodyOf(node);
  if (body === undefined) {
    const { headline, ...rest } = said;
    if (url !== undefined) return { link: { url, declared: rest } };
    const what = headline === undefined ? '' : ` ("${headline.slice(0, 60)}")`;
    throw new ParallaxError(
      'DOCUMENT_EMPTY',
      `${where}${what} has no articleBody, and no address to find its text at.`,
    );
  }
  const record = { '@context': 'https://schema.org', ...node };
  return contentOf(
    record,
    jsonLdMediaType,
    looksLikeHtml(body) ? DocumentFormat.HTML : DocumentFormat.TEXT,
    body,
    said,
  );
}
