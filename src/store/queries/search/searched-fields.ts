import { Actor, Article, Claim, Event, type ArticleVersion } from '../../../../entities/index.js';
import { searchedLength } from '../../search/save-search-rows.js';

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
  /** Its place among fields of the same name; null where there is one. */
  readonly index: number | null;
  /** The part of it that is searched; offsets count from its start, which is the field's. */
  readonly text: string;
}

/**
 * What is searched of a thing, in the order of its fields.
 * @param version the latest version of an article, whose text and headline are searched
 */
export function searchedFields(thing: object, version: ArticleVersion | null): SearchedField[] {
  const one = (field: SearchField, text: string) => ({ field, index: null, text: text.slice(0, searchedLength) });
  if (thing instanceof Article) {
    return [one(SearchField.HEADLINE, thing.headline), one(SearchField.TEXT, version?.text ?? '')];
  }
  if (thing instanceof Claim) return [one(SearchField.TEXT, thing.text)];
  if (thing instanceof Event) return [one(SearchField.TITLE, thing.title)];
  if (!(thing instanceof Actor)) return [];
  const aliases = thing.aliases.map((alias, index) => ({ ...one(SearchField.ALIAS, alias), index }));
  return [one(SearchField.NAME, thing.name), ...aliases];
}
