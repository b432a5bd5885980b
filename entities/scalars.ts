import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** Of a value that is refused, so much is shown. */
const longestShown = 100;

const shownValue = (value: unknown) => JSON.stringify(value) ?? 'undefined';

function refusal(name: string, description: string, shown: string, node: ValueNode | null): GraphQLError {
  const short = shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
  return new GraphQLError(`${short} is no ${name}. ${description}`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A scalar that is text: read strictly from clients, shown as it is stored, so that no answer fails on old rows. */
function textScalar(name: string, description: string, specifiedByURL: string, read: (text: string) => string | null) {
  const parse = (value: unknown, node?: ValueNode): string => {
    const text = typeof value === 'string' ? read(value) : null;
    if (text !== null) return text;
    throw refusal(name, description, node ? print(node) : shownValue(value), node ?? null);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value as string,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

const dateTimeDescription =
  'A point in time, ISO 8601 with date, time and zone: `2023-05-22T09:30:00.000Z`. Answers are in UTC.';

/** Reads a time, or says what one looks like: the package's own sentence does not. */
function readTime<Value>(read: () => Value, shown: string, node: ValueNode | null): Value {
  try {
    return read();
  } catch {
    throw refusal('DateTime', dateTimeDescription, shown, node);
  }
}

/** Clients' times are read as graphql-scalars does (RFC 3339); times kept as text inside JSON are shown as others are. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)),
  parseValue: (value) => readTime(() => GraphQLDateTime.parseValue(value), shownValue(value), null),
  parseLiteral: (node) => readTime(() => GraphQLDateTime.parseLiteral(node), print(node), node),
  description: dateTimeDescription,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

/** graphql-scalars' Locale knows a fixed list of tags only; Intl reads all that are well formed, and writes them one way. */
export const Language = textScalar(
  'Language',
  'A language, BCP 47: `en`, `pt-BR`, `zh-Hant`.',
  'https://www.rfc-editor.org/rfc/rfc5646',
  (text) => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? null;
    } catch {
      return null;
    }
  },
);

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The codes that ISO 3166-1 leaves to whoever needs one. */
const userAssigned = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** graphql-scalars' CountryCode refuses what ISO leaves to users, such as XK, also in answers. */
export const CountryCode = textScalar(
  'CountryCode',
  'A country, ISO 3166-1 alpha-2: `GB`, `JP`. Small letters are taken too.',
  'https://www.iso.org/iso-3166-country-codes.html',
  (text) => {
    const code = text.toUpperCase();
    return /^[A-Z]{2}$/.test(code) && (userAssigned.test(code) || regions.of(code) !== undefined) ? code : null;
  },
);

const longestUrl = 2_048;

/** graphql-scalars' URL takes any scheme (`javascript:`), and fails an answer when a stored one does not parse. */
export const Url = textScalar(
  'URL',
  'An address on the web, http or https, whole: `https://www.example.org/news/1`.',
  'https://url.spec.whatwg.org/',
  (text) => (text.length <= longestUrl && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null),
);
