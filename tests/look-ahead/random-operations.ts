import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
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

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, boolean>>;
}

/** Of each scalar that not any text is. */
const words: Readonly<Record<string, readonly string[]>> = {
  Language: ['en', 'en-GB', 'de'],
  CountryCode: ['US', 'de'],
  URL: ['https://orrel.example/1'],
};

const mostFields = 60;
const deepest = 7;

/** Makes random operations of a schema: valid ones, whose arguments are now and then wrong in what they mean. */
export class RandomOperations {
  #fields = 0;
  #fragments: string[] = [];
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
    const root = this.#selection(this.schema.getQueryType() as GraphQLObjectType, 0);
    const text = `${root}\n${this.#fragments.join('\n')}`;
    const used = ['$yes: Boolean! = true', '$no: Boolean! = false'].filter((variable) =>
      text.includes(variable.split(':')[0] as string),
    );
    return {
      query: `query ${used.length > 0 ? `(${used.join(', ')})` : ''} ${text}`,
      variables: text.includes('$no') && this.#chance(0.3) ? { no: true } : {},
    };
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #oneOf<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }

  #selection(type: GraphQLObjectType | GraphQLInterfaceType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        !this.without.has(`${type.name}.${field.name}`) &&
        (depth < deepest || !('getFields' in getNamedType(field.type))),
    );
    const count = depth === 0 ? 1 + Math.floor(this.#random() * 2) : 1 + Math.floor(this.#random() * 4);
    const parts: string[] = [];
    for (let index = 0; index < count; index += 1) parts.push(this.#field(this.#oneOf(fields), depth));
    if (this.#chance(0.1)) parts.push('__typename');
    if (isInterfaceType(type)) {
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
    const isComposite = isObjectType(named) || isInterfaceType(named);
    // Pages and things with arguments get a name of their own, so that the same one may be asked twice in other ways.
    // Now and then two fields share one, which is valid where their parents have different names.
    const name = this.#chance(0.1)
      ? `${this.#oneOf(['x', 'y'])}: ${field.name}`
      : field.args.length > 0 || this.#chance(0.2)
        ? `a${this.#fields}: ${field.name}`
        : field.name;
    const given = field.args.map((argument) => this.#argument(argument)).filter((text) => text !== '');
    const inside = !isComposite ? '' : this.#fields < mostFields ? this.#selection(named, depth + 1) : '{ __typename }';
    return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.#directive()} ${inside}`;
  }

  #directive(): string {
    if (!this.#chance(0.08)) return '';
    return ` @${this.#oneOf(['include', 'skip'])}(if: ${this.#oneOf(['$no', '$yes', 'true', 'false'])})`;
  }

  #argument({ name, type }: GraphQLArgument): string {
    const leftOut: Readonly<Record<string, number>> = { filter: 0.6, first: 0.3, orderBy: 0.7 };
    if (!isNonNullType(type) && this.#chance(leftOut[name] ?? 0.85)) return '';
    return `${name}: ${this.#value(name, type)}`;
  }

  #value(name: string, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#value(name, type.ofType as GraphQLInputType);
    if (isListType(type)) {
      // Lists that are empty are refused where they filter, so they come seldom.
      const length = this.#chance(0.1) ? 0 : 1 + Math.floor(this.#random() * 3);
      return `[${Array.from({ length }, () => this.#value(name, type.ofType as GraphQLInputType)).join(', ')}]`;
    }
    if (isEnumType(type)) return this.#oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(({ type }) => isNonNullType(type) || this.#chance(0.25));
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.name, field.type)}`).join(', ')} }`;
    }
    switch (type.name) {
      case 'Int':
        return name === 'first' || name === 'last'
          ? String(this.#oneOf([0, 1, 2, 3, 3, 5, 5, 20, 100, -1, 101]))
          : String(this.#oneOf([0, 1, 2, 3]));
      case 'ID':
        return JSON.stringify(this.#chance(0.03) ? 'no id' : this.#oneOf(this.known.ids));
      case 'Boolean':
        return String(this.#chance(0.5));
      case 'DateTime':
        return this.#oneOf(['"2025-03-04T12:00:00.000Z"', '"2025-03-04T11:00:00Z"', '"2024-01-01T00:00:00Z"']);
      default:
        if (name === 'after' || name === 'before') {
          return JSON.stringify(this.#chance(0.05) ? 'no cursor' : this.#oneOf([...this.known.cursors, 'none']));
        }
        return JSON.stringify(this.#oneOf(words[type.name] ?? ['Outlet', 'en', 'e', 'Orrel', 'US']));
    }
  }
}
