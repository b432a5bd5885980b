import { normalise } from '../../language/normalise.js';
import { nameHint } from '../../language/name-hints.js';
import { ActorKind, ActorScope, TextPart, type ActorMention, type ResolvedActor } from '../values.js';
import { countryName } from '../../language/en/gazetteer/index.js';
import {
  companyWords,
  femaleTitles,
  isGroupNoun,
  isPersonNoun,
  maleTitles,
  organizationNouns,
  organizationWords,
} from './lexicon.js';
import { normaliseName } from './normalise-name.js';
import type { PhraseReading } from './phrase.js';

export type Gender = 'MALE' | 'FEMALE' | null;

/** An actor while its article is being read. */
export interface Draft {
  kind: ActorKind;
  name: string;
  country: string | null;
  gender: Gender;
  owner: string | null;
  /** Whether `name` is a proper name rather than a description. */
  isNamed: boolean;
  readonly aliases: Set<string>;
  readonly roles: Set<string>;
  readonly mentions: Map<string, ActorMention>;
}

function genderOf(reading: PhraseReading): Gender {
  const words = `${reading.role ?? ''} ${reading.head ?? ''}`.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => maleTitles.has(word))) return 'MALE';
  if (words.some((word) => femaleTitles.has(word))) return 'FEMALE';
  const hint = reading.name ? nameHint(reading.name.split(' ')[0]!) : null;
  return hint === 'MALE' || hint === 'FEMALE' ? hint : null;
}

const lastWord = (name: string): string =>
  normaliseName(name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, ''))
    .split(' ')
    .at(-1) ?? '';

/** Whether a name is a company's, whose first word may stand for it: it has a name of its own before the words for companies. */
const isCompany = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.length <= 4 &&
  companyWords.has(words.at(-1)!) &&
  !organizationWords.has(words[0]!) &&
  words[0] !== 'of';

/** The actors of one article. Known failure: two people of one surname; the one named last is meant. */
export class Registry {
  readonly drafts: Draft[] = [];
  private readonly byForm = new Map<string, Draft>();
  private readonly bySurname = new Map<string, Draft>();
  private readonly byHead = new Map<string, Draft>();
  private readonly acronyms = new Map<string, string>();

  /** "Port Safety Board (PSB)": from now on both mean the same. */
  addAcronym(acronym: string, name: string): void {
    this.acronyms.set(normaliseName(acronym), name);
  }

  private add(kind: ActorKind, name: string, isNamed: boolean): Draft {
    const draft: Draft = {
      kind,
      name,
      isNamed,
      country: null,
      gender: null,
      owner: null,
      aliases: new Set(),
      roles: new Set(),
      mentions: new Map(),
    };
    this.drafts.push(draft);
    return draft;
  }

  private note(draft: Draft, reading: PhraseReading): Draft {
    draft.gender ??= genderOf(reading);
    if (reading.country && draft.kind !== ActorKind.PERSON) draft.country ??= reading.country;
    if (reading.owner) draft.owner ??= reading.owner;
    if (reading.role && draft.isNamed) {
      draft.roles.add(reading.role);
      for (const word of reading.role.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [])
        if (isPersonNoun(word)) this.byHead.set(word, draft);
    }
    return draft;
  }

  /** The actor a name means; a new one when the article has not named it before. */
  named(reading: PhraseReading): Draft {
    let name = reading.name!.replace(/\s+/g, ' ').replace(/^The /, '');
    name = this.acronyms.get(normaliseName(name)) ?? name;
    if (reading.kind === ActorKind.COUNTRY && reading.country) {
      const known = this.byForm.get(reading.country) ?? this.add(ActorKind.COUNTRY, countryName(reading.country), true);
      this.byForm.set(reading.country, known);
      known.country = reading.country;
      known.aliases.add(name);
      return known;
    }
    const form = normaliseName(name);
    let draft = this.byForm.get(form);
    const words = form.split(' ');
    if (!draft && words.length === 1 && reading.kind !== ActorKind.ORGANIZATION) draft = this.bySurname.get(form);
    if (!draft && reading.kind === ActorKind.PERSON && words.length > 1) {
      // "Mr Lee" first, "Ann Lee" later: the bare surname grows into the full name.
      const bare = this.bySurname.get(lastWord(name));
      if (bare && !bare.name.includes(' ')) draft = bare;
    }
    if (!draft && reading.kind === ActorKind.ORGANIZATION && isCompany(words)) {
      // "Harbour" first, "Harbour Energy" later.
      const short = this.byForm.get(words[0]!);
      if (short?.isNamed && short.kind === ActorKind.UNKNOWN) {
        draft = short;
        draft.aliases.add(draft.name);
        draft.name = name;
      }
    }
    draft ??= this.add(reading.kind, name, true);
    if (draft.kind === ActorKind.UNKNOWN) draft.kind = reading.kind;
    if (
      name.length > draft.name.length &&
      draft.kind === ActorKind.PERSON &&
      normaliseName(name).endsWith(lastWord(draft.name))
    ) {
      draft.aliases.add(draft.name);
      draft.name = name;
    }
    if (name !== draft.name) draft.aliases.add(name);
    this.byForm.set(form, draft);
    if (draft.kind === ActorKind.PERSON || draft.kind === ActorKind.UNKNOWN) {
      this.bySurname.set(lastWord(name), draft);
      if (words.length > 1 && nameHint(words[0]!) !== null && !this.bySurname.has(words[0]!))
        this.bySurname.set(words[0]!, draft);
    }
    if (draft.kind === ActorKind.ORGANIZATION || draft.kind === ActorKind.UNKNOWN) {
      for (const word of words)
        if (organizationWords.has(word) || organizationNouns.has(word)) this.byHead.set(word, draft);
    }
    // "Harbour Energy" may be "Harbour" later; a public body is not called by its place alone.
    const [first] = words;
    if (draft.kind === ActorKind.ORGANIZATION && isCompany(words) && !this.byForm.has(first!)) {
      this.byForm.set(first!, draft);
    }
    return this.note(draft, reading);
  }

  /** Who a definite description means: "the spokesman", "the ministry". */
  definite(head: string): Draft | null {
    return this.byHead.get(head) ?? null;
  }

  /** An actor without a name, known by its description inside this article. */
  described(reading: PhraseReading, text: string): Draft {
    const description = normalise(text)
      .text.replace(/\s+/g, ' ')
      .replace(/^(?:the|an?|some|many|several|two|three|four|other|another|one|his|her|their|its) /i, (word) =>
        word.toLowerCase(),
      )
      // "Residents said": the capital is the sentence's.
      .replace(/^\p{Lu}\p{Ll}+/u, (word) => (isGroupNoun(word.toLowerCase()) ? word.toLowerCase() : word));
    const form = '~' + normaliseName(text);
    const draft = this.byForm.get(form) ?? this.add(reading.kind, description, false);
    this.byForm.set(form, draft);
    if (reading.head && !isGroupNoun(reading.head)) this.byHead.set(reading.head, draft);
    return this.note(draft, reading);
  }

  /** A description turned out to be of somebody named. */
  merge(role: Draft, named: Draft): void {
    named.kind = ActorKind.PERSON;
    named.gender ??= role.gender;
    named.roles.add(role.name.replace(/^(?:the|an?) /i, ''));
    for (const [form, draft] of this.byForm) if (draft === role) this.byForm.set(form, named);
    for (const [head, draft] of this.byHead) if (draft === role) this.byHead.set(head, named);
    const index = this.drafts.indexOf(role);
    if (index >= 0 && role !== named) this.drafts.splice(index, 1);
  }

  mention(draft: Draft, mention: ActorMention): void {
    draft.mentions.set(`${mention.in} ${mention.start} ${mention.end}`, mention);
    if (
      mention.text !== draft.name &&
      mention.text.length <= 80 &&
      !/^(?:he|she|they|it|we|i|who|which|that)$/i.test(mention.text)
    )
      draft.aliases.add(mention.text);
  }

  /** Scope and key by design §1: only full person names, named organisations and countries reach beyond the article. */
  keyOf(draft: Draft): { key: string; scope: ActorScope } {
    const form = normaliseName(draft.name);
    const words = form.split(' ');
    if (draft.kind === ActorKind.COUNTRY && draft.country)
      return { key: `country:${draft.country}`, scope: ActorScope.EVERYWHERE };
    const generic = words.every(
      (word) =>
        organizationWords.has(word) ||
        /^(?:of|for|the|and|on|city|foreign|health|defense|defence|affairs|finance|justice|interior|education|state|public|local)$/.test(
          word,
        ),
    );
    const everywhere =
      draft.isNamed &&
      ((draft.kind === ActorKind.PERSON && words.length >= 2) || (draft.kind === ActorKind.ORGANIZATION && !generic));
    return {
      key: `${draft.kind.toLowerCase()}:${form}`,
      scope: everywhere ? ActorScope.EVERYWHERE : ActorScope.ARTICLE,
    };
  }

  results(): ResolvedActor[] {
    const byKey = new Map<string, ResolvedActor>();
    for (const draft of this.drafts) {
      const { key, scope } = this.keyOf(draft);
      const other = byKey.get(key);
      const mentions = [...(other?.mentions ?? []), ...draft.mentions.values()].sort((a, b) =>
        a.in === b.in ? a.start - b.start : a.in === TextPart.HEADLINE ? -1 : 1,
      );
      byKey.set(key, {
        key,
        scope,
        name: other?.name ?? draft.name,
        kind: draft.kind,
        aliases: [...new Set([...(other?.aliases ?? []), ...draft.aliases])].filter(
          (alias) => alias !== (other?.name ?? draft.name),
        ),
        roles: [...new Set([...(other?.roles ?? []), ...draft.roles])],
        country: draft.country,
        wikidataId: null,
        mentions,
        confidence: draft.isNamed ? (scope === ActorScope.EVERYWHERE ? 0.85 : 0.6) : 0.5,
      });
    }
    return [...byKey.values()];
  }
}
