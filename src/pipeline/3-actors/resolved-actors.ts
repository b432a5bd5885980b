import { ActorKind, ActorScope, TextPart, type ActorMention, type ResolvedActor } from '../values.js';
import { countryOfBody, countryOfRole } from './country-of.js';
import type { Draft } from './draft.js';
import { identify, type Identity } from './identity.js';
import { readPersonName } from './person-name.js';
import { tellingAliases, tellingRoles } from './telling.js';

// What an article's drafts come to once it has been read.

/** Scope and key by design §1, and what tables say of the actor. @param drafts all of the article */
export const identityOf = (draft: Draft, drafts: readonly Draft[]): Identity =>
  identify(draft, hasDouble(draft, drafts), draft.listed !== null);

/** "John A. Smith" where the article has a John B. Smith as well. */
function hasDouble(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.kind !== ActorKind.PERSON || !draft.isNamed || !/\s\p{L}\.?\s/u.test(draft.name)) return false;
  const own = readPersonName(draft.name);
  return drafts.some((other) => {
    if (other === draft || other.kind !== ActorKind.PERSON || !other.isNamed) return false;
    const { form, middle } = readPersonName(other.name);
    return form === own.form && middle !== '' && middle !== own.middle;
  });
}

function countryOf(draft: Draft): string | null {
  if (draft.country !== null) return draft.country;
  if (draft.kind === ActorKind.ORGANIZATION && draft.isNamed) return countryOfBody(draft.name);
  if (draft.kind !== ActorKind.PERSON) return null;
  const said = new Set([...draft.roles].map(countryOfRole).filter((country) => country !== null));
  const [only] = said;
  return said.size === 1 ? only! : null;
}

/** Headlines first. */
const byPlace = (a: ActorMention, b: ActorMention): number =>
  a.in === b.in ? a.start - b.start : a.in === TextPart.HEADLINE ? -1 : 1;

/** The actors of an article; drafts that have one key are one. */
export function resolvedActors(drafts: readonly Draft[]): ResolvedActor[] {
  const byKey = new Map<string, ResolvedActor>();
  for (const draft of drafts) {
    const { key, scope, commonName, country, wikidataId } = identityOf(draft, drafts);
    const other = byKey.get(key);
    const name = commonName ?? other?.name ?? draft.name;
    const aliases = [...(other?.aliases ?? []), ...draft.aliases, draft.name];
    byKey.set(key, {
      key,
      scope,
      name,
      kind: draft.kind,
      aliases: draft.isNamed
        ? tellingAliases(aliases, name, draft.kind)
        : [...new Set(aliases)].filter((alias) => alias !== name),
      roles: tellingRoles([...(other?.roles ?? []), ...draft.roles], draft.kind),
      country: draft.listed?.country ?? country ?? other?.country ?? countryOf(draft),
      wikidataId: draft.listed?.wikidataId ?? wikidataId,
      isListed: draft.listed !== null || (other?.isListed ?? false),
      mentions: [...(other?.mentions ?? []), ...draft.mentions.values()].sort(byPlace),
      confidence: draft.isNamed ? (scope === ActorScope.EVERYWHERE ? 0.85 : 0.6) : 0.5,
    });
  }
  return [...byKey.values()];
}
