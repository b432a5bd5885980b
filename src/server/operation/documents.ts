import { createHash } from 'node:crypto';
import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type Token,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkDocument, documentLimits } from '../limits/check-document.js';
import { checkText } from '../limits/check-text.js';

/** A document that was looked at: parsed and checked against the schema. */
export interface KnownDocument {
  /** SHA-256 of its text, in hexadecimal digits; empty for texts too long to be looked at. */
  readonly hash: string;
  /** Null when something is wrong with it. */
  readonly document: DocumentNode | null;
  /** What is wrong with it, each error with its code. */
  readonly errors: readonly GraphQLError[];
  /** Whether it may ask in what state the data is, which must be read before the data. */
  readonly asksDataVersion: boolean;
}

/** What the known documents hold together, in tokens; a document as written by hand has a few hundred. */
const rememberedTokens = 150_000;

/** Errors of a document that are told; finding more costs more, and nobody mends more at a time. */
const mostErrors = 10;

/**
 * Finds documents by their text. What was parsed and checked once is remembered, whatever came of it, so that neither a
 * client that asks the same again nor one that sends the same nonsense again costs more than looking it up.
 */
export class Documents {
  readonly #known = new LRUCache<string, KnownDocument>({
    maxSize: rememberedTokens,
    sizeCalculation: ({ document }) => (document ? countTokens(document) : 1_000),
  });

  /** @param suggests whether a misspelt name is answered with what may have been meant */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly suggests: boolean,
  ) {}

  find(text: string): KnownDocument {
    const known = this.#known.get(text);
    if (known) return known;
    const found = this.#check(text);
    if (text.length <= documentLimits.characters) this.#known.set(text, found);
    return found;
  }

  #check(text: string): KnownDocument {
    // Hashing a text that is far too long would cost more than all else here.
    const hash = text.length > documentLimits.characters ? '' : createHash('sha256').update(text).digest('hex');
    const asksDataVersion = text.includes('dataVersion');
    const document = parseOrRefuse(text);
    if (document instanceof GraphQLError) return { hash, document: null, errors: [document], asksDataVersion };
    const tooComplex = checkDocument(document);
    if (tooComplex) return { hash, document: null, errors: [tooComplex], asksDataVersion };
    const errors = validateOrRefuse(this.schema, document, this.suggests);
    return { hash, document: errors.length > 0 ? null : document, errors, asksDataVersion };
  }
}

function countTokens({ loc }: DocumentNode): number {
  let count = 0;
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next) count += 1;
  return count;
}

function parseOrRefuse(text: string): DocumentNode | GraphQLError {
  try {
    return checkText(text) ?? parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, source, positions } = error;
    return new GraphQLError(message, { source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

/** A rule of graphql-js throws instead of reporting: where a variable decides on the field of a subscription. */
function validateOrRefuse(schema: GraphQLSchema, document: DocumentNode, suggests: boolean): readonly GraphQLError[] {
  try {
    return validate(schema, document, specifiedRules, { maxErrors: mostErrors, hideSuggestions: !suggests });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error];
  }
}
