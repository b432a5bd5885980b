import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Numbers that follow from a seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the operations may speak of: ids and cursors that the service gave out. */
export interface Known {
  readonly ids: readonly string[];
  readonly cursors: string[];
}

type Values = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly query: string;
  readonly variables: Values;
  /** Others that its document takes as well. */
  readonly otherVariables: Values;
}

/** Of each scalar that not any text is. */
const words: Readonly<Record<string, readonly string[]>> = {
  Language: ['en', 'en-GB', 'de'],
  CountryCode: ['US', 'de'],
  URL: ['https://orrel.example/1'],
};

/** Texts to search for in the small world, and some that are hard to read as a search. */
const searched = [
  'claim',
  'claims',
  'outlet or alias',
  '"claim 1"',
  'headline -two',
  'event*',
  'the',
  '',
  '"',
  '-',
  '%_\\',
];

/** Of the things whose ids an argument or a filter's field of this name takes. */
const typesByName: Readonly<Record<string, string>> = {
  actor: 'Actor:',
  article: 'Article:',
  claim: 'Claim:',
  event: 'Event:',
  proposition: 'Proposition:',
  source: 'Source:',
  articles: 'Article:',
  events: 'Event:',
  propositions: 'Proposition:',
  sources: 'Source:',
  speakers: 'Actor:',
};

const mostFields = 60;
const deepest = 7;

/** Makes random operations of a schema: valid ones, whose arguments are now and then wrong in what they mean. */
export class RandomOperations {
  #fields = 0;
  #fragments: string[] = [];
  #variables: { readonly name: string; readonly type: GraphQLInputType; readonly hint: string }[] = [];
  readonly #random: () => number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    seed: number,
    /** Fields that are left out, as `Type.field`. */
    private readonly without: ReadonlySet<string>,
  ) {
    this.#random = numbersFrom(seed);
  }

  next(): Operation {
    this.#fields = 0;
    this.#fragments = [];
    this.#variables = [];
    const root = this.#selection(this.schema.getQueryType() as GraphQLObjectType, 0);
    const text = `${root}\n${this.#fragments.join('\n')}`;
    const declared = [
      ...['$yes: Boolean! = true', '$no: Boolean! = false'].filter((variable) =>
        text.includes(variable.split(':')[0] as string),
      ),
      ...this.#variables.map(({ name, type }) => `$${name}: ${String(type)}`),
    ];
    return {
      query: `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${text}`,
      variables: this.#values(text),
      otherVariables: this.#values(text),
    };
  }

  /** Values of all variables; such as may be left out are so now and then, or null. */
  #values(text: string): Values {
    const values: Record<string, unknown> = {};
    if (text.includes('$no') && this.#chance(0.3)) values.no = true;
    if (text.includes('$yes') && this.#chance(0.1)) values.yes = false;
    for (const { name, type, hint } of this.#variables) {
      if (isNonNullType(type) || this.#chance(0.8)) values[name] = this.#value(hint, type);
      else if (this.#chance(0.5)) values[name] = null;
    }
    return values;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #oneOf<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }

  #selection(type: GraphQLObjectType | GraphQLAbstractType, depth: number): string {
    const fields = Object.values(isUnionType(type) ? {} : type.getFields()).filter(
      (field) =>
        !this.without.has(`${type.name}.${field.name}`) &&
        (depth < deepest || !isCompositeType(getNamedType(field.type))),
    );
    const count = depth === 0 ? 1 + Math.floor(this.#random() * 2) : 1 + Math.floor(this.#random() * 4);
    const parts: string[] = [];
    for (let index = 0; index < count && fields.length > 0; index += 1) {
      parts.push(this.#field(this.#oneOf(fields), depth));
    }
    // At the deepest, an object of objects has nothing else to ask for.
    if (this.#chance(0.1) || parts.length === 0) parts.push('__typename');
    if (isAbstractType(type)) {
      for (let index = 0; index < 2; index += 1) {
        const implementation = this.#oneOf(this.schema.getPossibleTypes(type));
        parts.push(`... on ${implementation.name} ${this.#selection(implementation, depth + 1)}`);
      }
    }
    if (this.#chance(0.1) && this.#fields < mostFields) {
      const name = `Part${this.#fragments.length}`;
      const place = this.#fragments.push('') - 1;
      this.#fragments[place] = `fragment ${name} on ${type.name} ${this.#selection(type, depth + 1)}`;
      parts.push(`...${name}${this.#directive()}`);
    }
    if (this.#chance(0.1)) parts.push(`...${this.#directive()} ${this.#selection(type, depth + 1)}`);
    return `{ ${parts.join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields += 1;
    const named = getNamedType(field.type);
    const isComposite = isObjectType(named) || isAbstractType(named);
    // Pages and things with arguments get a name of their own, so that the same one may be asked twice in other ways.
    // Now and then two fields share one, which is valid where their parents have different names.
    const name = this.#chance(0.1)
      ? `${this.#oneOf(['x', 'y'])}: ${field.name}`
      : field.args.length > 0 || this.#chance(0.2)
        ? `a${this.#fields}: ${field.name}`
        : field.name;
    const given = field.args.map((argument) => this.#argument(argument, field)).filter((text) => text !== '');
    const inside = !isComposite ? '' : this.#fields < mostFields ? this.#selection(named, depth + 1) : '{ __typename }';
    return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.#directive()} ${inside}`;
  }

  #directive(): string {
    if (!this.#chance(0.08)) return '';
    return ` @${this.#oneOf(['include', 'skip'])}(if: ${this.#oneOf(['$no', '$yes', 'true', 'false'])})`;
  }

  #argument({ name, type }: GraphQLArgument, field: GraphQLField<unknown, unknown>): string {
    const likely: Readonly<Record<string, number>> = { filter: 0.4, first: 0.7, after: 0.06, before: 0.06, last: 0.06 };
    if (!isNonNullType(type) && !this.#chance(likely[name] ?? 0.15)) return '';
    const isCursor = name === 'after' || name === 'before';
    const noun = getNamedType(field.type).name.replace('Connection', '').toLowerCase();
    return `${name}: ${this.#written(isCursor ? `cursor ${noun}` : name === 'id' ? field.name : name, type)}`;
  }

  /** A value, or a variable that stands for one, as it is written in a document. */
  #written(hint: string, type: GraphQLInputType): string {
    if (this.#chance(0.25)) {
      const name = `v${this.#variables.length}`;
      this.#variables.push({ name, type, hint });
      return `$${name}`;
    }
    const inner = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
    if (isInputObjectType(inner)) {
      const fields = this.#fieldsOf(inner).map((field) => `${field.name}: ${this.#written(field.name, field.type)}`);
      return `{ ${fields.join(', ')} }`;
    }
    return literal(inner, this.#value(hint, inner));
  }

  #fieldsOf(type: GraphQLInputObjectType): readonly GraphQLInputField[] {
    return Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.#chance(0.2));
  }

  /** A value as JSON has it. */
  #value(hint: string, type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#value(hint, type.ofType as GraphQLInputType);
    if (isListType(type)) {
      const length = this.#chance(0.02) ? 0 : this.#oneOf([1, 1, 2, 3]);
      return Array.from({ length }, () => this.#value(hint, type.ofType as GraphQLInputType));
    }
    if (isEnumType(type)) return this.#oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      return Object.fromEntries(this.#fieldsOf(type).map((field) => [field.name, this.#value(field.name, field.type)]));
    }
    switch (type.name) {
      case 'Int':
        return hint === 'first' || hint === 'last'
          ? this.#oneOf([0, 1, 2, 3, 3, 5, 5, 20, 100, 100, 1, 2, 3, -1])
          : this.#oneOf([0, 1, 2, 3]);
      case 'ID':
        return this.#id(hint);
      case 'Boolean':
        return this.#chance(0.5);
      case 'DateTime':
        return this.#oneOf(['2025-03-04T12:00:00.000Z', '2025-03-04T11:00:00Z', '2024-01-01T00:00:00Z']);
      default:
        if (hint === 'text') return this.#oneOf(searched);
        if (hint.startsWith('cursor ')) return this.#cursor(hint.slice('cursor '.length));
        return this.#oneOf(words[type.name] ?? ['Outlet', 'en', 'e', 'Orrel', 'US']);
    }
  }

  /** Mostly one of the type that a field of this name wants. */
  #id(hint: string): string {
    if (this.#chance(0.01)) return 'no id';
    const type = typesByName[hint] ?? '';
    return this.#oneOf(this.known.ids.filter((id) => this.#chance(0.005) || atob(id).startsWith(type)));
  }

  /** Mostly one of a list of the same noun, though perhaps in another order. */
  #cursor(noun: string): string {
    const own = this.known.cursors.filter((cursor) => {
      return Buffer.from(cursor, 'base64url').toString('utf8').slice(8).toLowerCase().startsWith(`["${noun}`);
    });
    return own.length === 0 || this.#chance(0.05) ? 'no cursor' : this.#oneOf(own);
  }
}

/** A value as it is written in a document. */
function literal(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return literal(type.ofType as GraphQLInputType, value);
  if (isListType(type)) {
    return `[${(value as unknown[]).map((item) => literal(type.ofType as GraphQLInputType, item)).join(', ')}]`;
  }
  if (isInputObjectType(type)) {
    const fields = Object.entries(value as object).map(
      ([name, inner]) => `${name}: ${literal(type.getFields()[name]?.type as GraphQLInputType, inner)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
