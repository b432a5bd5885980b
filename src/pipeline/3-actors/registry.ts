import { isPronoun } from '../../language/words.js';
import { nameHint } from '../../language/name-hints.js';
import { bodyOf } from '../../language/en/gazetteer/bodies.js';
import { ActorKind, type ActorMention, type ListedActor } from '../values.js';
import { countryName } from '../../language/en/gazetteer/index.js';
import { nameOfDescription } from './described-name.js';
import { DescribedActors, nounsOfRole } from './described-actors.js';
import { genderOf, initialsOf, isCompany, lastWord, type Draft } from './draft.js';
import { isGroupNoun, organizationNouns, organizationWords } from './lexicon.js';
import { formsOfName } from './listed-forms.js';
import { normaliseName } from '../../language/normalise-name.js';
import { isParticle } from './person-name.js';
import { nameIn } from './telling.js';
import type { PhraseReading } from './phrase.js';

const lastPart = (name: string): string => name.split(' ').at(-1)!;

/** The actors of one article. Known failure: two people of one surname; the one named last is meant. */
export class Registry {
  readonly drafts: Draft[] = [];
  private readonly byForm = new Map<string, Draft>();
  private readonly bySurname = new Map<string, Draft>();
  private readonly byHead = new DescribedActors();
  private position = -1;
  private readonly acronyms = new Map<string, string>();
  private readonly listed: ReadonlyMap<string, ListedActor>;

  /** @param listed the actors of a user's table whose names may stand in the article */
  constructor(listed: readonly ListedActor[] = []) {
    this.listed = new Map(listed.flatMap((actor) => actor.forms.map((form) => [form, actor])));
  }

  /** "Port Safety Board (PSB)": from now on both mean the same. */
  addAcronym(acronym: string, name: string): void {
    this.acronyms.set(normaliseName(acronym), name);
  }

  private add(kind: ActorKind, name: string, isNamed: boolean): Draft {
    const draft: Draft = {
      kind,
      name,
      isNamed,
      listed: null,
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
    const role = reading.role?.replace(/^(?:the|an?)(?: |$)/i, '');
    if (reading.role && role && draft.isNamed) {
      draft.roles.add(role);
      for (const noun of nounsOfRole(reading.role)) this.byHead.add(noun, this.position, draft);
    }
    return draft;
  }

  /** The actor a name means; a new one when the article has not named it before. */
  named(reading: PhraseReading): Draft {
    let name = reading
      .name!.replace(/\s+/g, ' ')
      .replace(/^The /, '')
      .replace(/["“] ?(\S+) ?["”]/, '“$1”');
    name = this.acronyms.get(normaliseName(name)) ?? name;
    // "Jordan" said, where Jordan Stewart has been named.
    const person = this.bySurname.get(normaliseName(name));
    if (reading.kind === ActorKind.COUNTRY && reading.country && person?.kind !== ActorKind.PERSON) {
      const known = this.byForm.get(reading.country) ?? this.add(ActorKind.COUNTRY, countryName(reading.country), true);
      this.byForm.set(reading.country, known);
      known.country = reading.country;
      known.aliases.add(name);
      return known;
    }
    const form = normaliseName(name);
    let draft = this.byForm.get(form);
    const words = form.split(' ');
    const listed = this.listedAs(name);
    // A surname alone is first whoever the article itself calls so.
    if (listed && !draft && !(words.length === 1 && listed.kind === ActorKind.PERSON && this.bySurname.has(form)))
      return this.asListed(listed, name, reading);
    // "Médecins Sans Frontières said": a known body, though its words read like a person's name.
    if (reading.kind !== ActorKind.ORGANIZATION && reading.role === null && bodyOf(name))
      reading = { ...reading, kind: ActorKind.ORGANIZATION };
    if (!draft && words.length === 1 && reading.kind !== ActorKind.ORGANIZATION) draft = this.bySurname.get(form);
    // "De Blasio", where Bill de Blasio has been named.
    if (!draft && words.length === 2 && isParticle(words[0]!)) draft = this.bySurname.get(words[1]!);
    // "the Post", where the Washington Post has been named.
    if (!draft && words.length === 1 && reading.kind === ActorKind.ORGANIZATION) draft = this.endingIn(form);
    draft ??= this.byInitials(name);
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
      // "Ann said", "Hua said": the first word of a person's name may stand for it.
      const isPerson = draft.kind === ActorKind.PERSON || nameHint(words[0]!) !== null;
      if (words.length > 1 && isPerson && !this.bySurname.has(words[0]!)) this.bySurname.set(words[0]!, draft);
    }
    if (draft.kind === ActorKind.ORGANIZATION || draft.kind === ActorKind.UNKNOWN) {
      for (const word of words.length > 1 ? words : [])
        if (organizationWords.has(word) || organizationNouns.has(word)) this.byHead.add(word, this.position, draft);
    }
    // "Harbour Energy" may be "Harbour" later; a public body is not called by its place alone.
    const [first] = words;
    if (draft.kind === ActorKind.ORGANIZATION && isCompany(words) && !this.byForm.has(first!)) {
      this.byForm.set(first!, draft);
    }
    return this.note(draft, reading);
  }

  /** The one body named before whose name ends in a word. */
  private endingIn(word: string): Draft | undefined {
    return this.only(
      ({ isNamed, kind, name }) =>
        isNamed && kind === ActorKind.ORGANIZATION && name.includes(' ') && lastWord(name) === word,
    );
  }

  /** "IRCC" for "Immigration, Refugees and Citizenship Canada", named before: the one body with these initials. */
  private byInitials(name: string): Draft | undefined {
    if (!/^\p{Lu}{3,6}$/u.test(name)) return undefined;
    return this.only(
      ({ isNamed, kind, name: whole }) => isNamed && kind !== ActorKind.PERSON && initialsOf(whole) === name,
    );
  }

  /** The one actor that fits; undefined where none or several do. Asked only of names that are new to the article. */
  private only(fits: (draft: Draft) => boolean): Draft | undefined {
    const first = this.drafts.findIndex(fits);
    return first >= 0 && !this.drafts.some((draft, index) => index > first && fits(draft))
      ? this.drafts[first]
      : undefined;
  }

  /**
   * The first words of people's names may stand for them, once it is known who is a person.
   * @returns the names that turned out to be parts of others, with whose
   */
  learnFirstNames(): ReadonlyMap<Draft, Draft> {
    const joined = new Map<Draft, Draft>();
    for (const draft of [...this.drafts]) {
      const [first, second] = normaliseName(draft.name).split(' ');
      if (draft.kind !== ActorKind.PERSON || !draft.isNamed || second === undefined) continue;
      const known = this.bySurname.get(first!);
      if (!known) this.bySurname.set(first!, draft);
      // "Jayme", named before the article was known to speak of Jayme Closs.
      else if (known !== draft && known.isNamed && !known.name.includes(' ') && known.kind !== ActorKind.ORGANIZATION) {
        this.join(known, draft);
        joined.set(known, draft);
      }
    }
    return joined;
  }

  /** Where the article is being read, in UTF-16 code units; headlines stand in front of all. */
  readFrom(position: number): void {
    this.position = position;
  }

  /**
   * Who a definite description means where it stands: "the spokesman", "the ministry".
   * @param words of the phrase before its noun
   */
  definite(words: readonly string[], noun: string): Draft | null {
    return this.byHead.find(words, noun, this.position);
  }

  /** Who "his lawyer" means: one of whom it is said whose he is. @param possessor the name of who "his" means */
  definiteOf(possessor: string, noun: string): Draft | null {
    return this.byHead.find(['', lastPart(possessor)], noun, this.position, true);
  }

  /** An actor without a name, known by its description inside this article. */
  described(reading: PhraseReading, words: string): Draft {
    const { text, description } = nameOfDescription(words);
    // "a statement" is another each time.
    const isAnother = reading.kind === ActorKind.DOCUMENT && /^an? /i.test(words);
    const form = '~' + normaliseName(text) + (isAnother ? ` ${this.position}` : '');
    const draft = this.byForm.get(form) ?? this.add(reading.kind, description, false);
    this.byForm.set(form, draft);
    const isDetermined = /^(?:the|an?|one|another|his|her|their|its)\b|['’]s /.test(description);
    if (reading.head && isDetermined && !isGroupNoun(reading.head)) this.byHead.add(reading.head, this.position, draft);
    return this.note(draft, reading);
  }

  /** A description turned out to be of somebody named. */
  merge(role: Draft, named: Draft): void {
    named.kind = ActorKind.PERSON;
    named.gender ??= role.gender;
    named.roles.add(role.name.replace(/^(?:the|an?) /i, ''));
    for (const [form, draft] of this.byForm) if (draft === role) this.byForm.set(form, named);
    this.byHead.replace(role, named);
    const index = this.drafts.indexOf(role);
    if (index >= 0 && role !== named) this.drafts.splice(index, 1);
  }

  /** A name turned out to be part of somebody's full name. */
  private join(part: Draft, whole: Draft): void {
    whole.gender ??= part.gender;
    for (const [place, mention] of part.mentions) whole.mentions.set(place, mention);
    for (const alias of [part.name, ...part.aliases]) whole.aliases.add(alias);
    for (const role of part.roles) whole.roles.add(role);
    this.byHead.replace(part, whole);
    for (const forms of [this.byForm, this.bySurname])
      for (const [form, draft] of forms) if (draft === part) forms.set(form, whole);
    const index = this.drafts.indexOf(part);
    if (index >= 0) this.drafts.splice(index, 1);
  }

  mention(draft: Draft, mention: ActorMention): void {
    draft.mentions.set(`${mention.in} ${mention.start} ${mention.end}`, mention);
    const alias = draft.isNamed ? nameIn(mention.text) : mention.text;
    if (alias !== '' && alias !== draft.name && alias.length <= 80 && !isPronoun(alias)) draft.aliases.add(alias);
  }

  private listedAs(name: string): ListedActor | null {
    for (const form of formsOfName(name)) {
      const listed = this.listed.get(form);
      if (listed) return listed;
    }
    return null;
  }

  private asListed(listed: ListedActor, name: string, reading: PhraseReading): Draft {
    const form = normaliseName(listed.name);
    const draft = this.byForm.get(form) ?? this.add(listed.kind, listed.name, true);
    draft.kind = listed.kind;
    draft.listed = listed;
    draft.country = listed.country ?? draft.country;
    if (name !== draft.name) draft.aliases.add(name);
    this.byForm.set(form, draft).set(normaliseName(name), draft);
    if (listed.kind === ActorKind.PERSON) this.bySurname.set(lastWord(listed.name), draft);
    return this.note(draft, reading);
  }
}
