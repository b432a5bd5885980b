import { searchedLength } from '../../search/save-search-rows.js';
import type { Store } from '../../store.js';
import { SearchType } from './sought.js';

/** Which field of a thing was searched. */
export enum SearchField {
  HEADLINE = 'HEADLINE',
  TEXT = 'TEXT',
  NAME = 'NAME',
  ALIAS = 'ALIAS',
  TITLE = 'TITLE',
}

export interface SearchedField {
  readonly field: SearchField;
  /** Its place among aliases; null for other fields. */
  readonly index: number | null;
  /** The part of it that is searched; offsets count from its start, which is the field's. */
  readonly text: string;
}

/** Of each type, its rows with the texts of its fields, and which these are; whatever follows is an alias. */
const searchedTexts: Readonly<Record<SearchType, { readonly query: string; readonly fields: readonly SearchField[] }>> =
  {
    ARTICLE: {
      query: `SELECT article.id, ARRAY[article.headline, left(version.text, ${searchedLength})] AS texts FROM article
      JOIN article_version version ON version.article_id = article.id AND version.ordinal = article.latest_ordinal`,
      fields: [SearchField.HEADLINE, SearchField.TEXT],
    },
    CLAIM: { query: 'SELECT claim.id, ARRAY[claim.text] AS texts FROM claim', fields: [SearchField.TEXT] },
    ACTOR: { query: 'SELECT actor.id, actor.name || actor.aliases AS texts FROM actor', fields: [SearchField.NAME] },
    EVENT: { query: 'SELECT event.id, ARRAY[event.title] AS texts FROM event', fields: [SearchField.TITLE] },
  };

/**
 * What is searched of these things? In the order of each one's fields, none of one that is no longer there. One statement for
 * things of all types.
 */
export async function searchedFields(
  store: Store,
  things: readonly { readonly type: SearchType; readonly id: string }[],
): Promise<SearchedField[][]> {
  if (things.length === 0) return [];
  const types = [...new Set(things.map(({ type }) => type))];
  const rows = await store.reader.query<{ id: string; texts: string[] }[]>(
    types
      .map((type, index) => `${searchedTexts[type].query} WHERE ${type.toLowerCase()}.id = ANY($${index + 1}::uuid[])`)
      .join(' UNION ALL '),
    types.map((type) => things.filter((thing) => thing.type === type).map(({ id }) => id)),
  );
  const texts = new Map(rows.map((row) => [row.id, row.texts]));
  return things.map(({ type, id }) => {
    const { fields } = searchedTexts[type];
    return (texts.get(id) ?? []).map((text, place) => ({
      field: fields[place] ?? SearchField.ALIAS,
      index: place < fields.length ? null : place - fields.length,
      // PostgreSQL counts characters.
      text: text.slice(0, searchedLength),
    }));
  });
}
