import { isKnownMedium } from '../../language/en/gazetteer/index.js';
import { ActorKind } from '../values.js';
import type { Draft } from './draft.js';
import { adherents, mediaNouns, mediaWords, publicWords, titles } from './lexicon.js';
import type { Mention } from './mentions.js';

/** "the 61-year-old": whoever was named before. */
export const aged = /^the \d{1,3}-year-old$/i;

/** How many speakers back "the source" reaches. */
const sourceReach = 6;

/** "The Republican" is not the Democratic senator. */
export function unlessOfAnother(noun: string, draft: Draft | null): Draft | null {
  if (!draft || !adherents.has(noun)) return draft;
  const words = [...draft.roles].flatMap((role) => role.toLowerCase().split(/[^\p{L}]+/u));
  const parties = words.map((word) => word.replace(/ic$/, '')).filter((word) => adherents.has(word));
  return parties.length > 0 && !parties.includes(noun) ? null : draft;
}

/** "The president" and "the source" need not be who was named before; "the Republican" is. */
export const isOffice = (head: string): boolean => (titles.has(head) && !adherents.has(head)) || isUnnamedSource(head);

export const isUnnamedSource = (head: string): boolean => /^(?:source|insider|informant)$/.test(head);

/** "The source went on": who spoke last without a name. */
export const lastUnnamed = (speakers: readonly Mention[]): Draft | null =>
  speakers.slice(-sourceReach).findLast(({ draft }) => !draft.isNamed && draft.kind !== ActorKind.DOCUMENT)?.draft ??
  null;

/** "The company" is no ministry, no hospital and no medium; "the newspaper" is a medium. */
export function mayBe(noun: string, body: Draft, media: ReadonlySet<Draft>): boolean {
  const words = body.name.toLowerCase().split(/[^\p{L}]+/u);
  const isMedium = media.has(body) || isKnownMedium(body.name) || words.some((word) => mediaWords.has(word));
  if (mediaNouns.has(noun)) return isMedium;
  return !isMedium && !(/^(?:company|firm)$/.test(noun) && words.some((word) => publicWords.has(word)));
}
