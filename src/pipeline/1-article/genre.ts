import { Genre } from '../values.js';
import { listOf, typesOf, type JsonObject } from './json-ld.js';
import { firstTag, type MetaTags } from './meta.js';

/** After the trust types of schema.org (https://schema.org/docs/news.html). A bare NewsArticle says nothing: outlets put it on everything. */
const byType: Readonly<Record<string, Genre>> = {
  ReportageNewsArticle: Genre.REPORTAGE,
  OpinionNewsArticle: Genre.OPINION,
  ReviewNewsArticle: Genre.OPINION,
  AnalysisNewsArticle: Genre.ANALYSIS,
  BackgroundNewsArticle: Genre.ANALYSIS,
};

const opinion =
  /^(?:opinions?|op-?eds?|editorials?|comment(?:ary|aries|isfree)?|columns?|columnists?|leaders?|viewpoints?|views?|letters?)$/;
const analysis = /^(?:analys[ie]s|news-analysis|explainers?|explained|background)$/;

/** The genre that one word of a section, a path or a label names. */
function fromWord(word: string): Genre | null {
  const name = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (opinion.test(name)) return Genre.OPINION;
  return analysis.test(name) ? Genre.ANALYSIS : null;
}

/** "Opinion: Why the talks failed", "Analysis | …": a label before the headline. */
export function genreOfHeadline(headline: string): Genre | null {
  const label = /^([\p{L} -]{4,20})\s?[:|]\s/u.exec(headline)?.[1];
  return label ? fromWord(label) : null;
}

/**
 * What sort of piece the page says it is: the JSON-LD type, else its section, its path or a label before the headline.
 * Known failure: a reportage that no type declares is UNKNOWN, since its section ("World") also holds columns.
 */
export function readGenre(jsonLd: JsonObject | null, tags: MetaTags, url: string | null, headline: string): Genre {
  for (const type of jsonLd ? typesOf(jsonLd) : []) {
    const genre = byType[type];
    if (genre) return genre;
  }
  const sections = [...listOf(jsonLd?.articleSection), ...listOf(jsonLd?.genre), firstTag(tags, ['article:section'])];
  const path = url && URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1) : [];
  for (const word of [...sections, ...path]) {
    const genre = typeof word === 'string' ? fromWord(word) : null;
    if (genre) return genre;
  }
  return genreOfHeadline(headline) ?? Genre.UNKNOWN;
}
