import { ParallaxError } from '../errors.js';
import { DocumentFormat, type DeclaredFields, type Genre } from '../pipeline/values.js';
import {
  contentOf,
  genreOf,
  isObject,
  isWebAddress,
  listOf,
  looksLikeHtml,
  namesOf,
  stringOf,
  withoutAbsent,
  type JsonObject,
  type ReadContent,
} from './json-values.js';

const ninjsMediaType = 'application/vnd.iptc.ninjs+json';

/** Fields that only ninjs has, in the spelling of 3.x (camel case), which that of 1.x and 2.x is without its capitals. */
const ownFields = [
  'versioncreated',
  'pubstatus',
  'representationtype',
  'bodies',
  'headlines',
  'body_text',
  'body_xhtml',
  'body_html',
];

/** 3.x writes `versionCreated` where 1.x and 2.x write `versioncreated`: one spelling for all. */
function withLowerCaseNames(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Whether a JSON object is a ninjs item: it has a `uri`, as all must, and a field that is of ninjs alone. */
export function isNinjs(item: JsonObject): boolean {
  if ('@type' in item || '@graph' in item || typeof item.uri !== 'string') return false;
  const { standard } = item;
  if (isObject(standard) && standard.name === 'ninjs') return true;
  const fields = withLowerCaseNames(item);
  return ownFields.some((name) => name in fields) || Object.keys(fields).some((name) => name.startsWith('body_'));
}

interface Piece {
  /** What follows `body_` or `headline_` in 1.x; `role` in 2.x and 3.x. */
  readonly role: string;
  readonly value: string;
}

/** 1.x: `body_text`, `headline`, `headline_extra`; 2.x and 3.x: `bodies: [{role, contenttype, value}]`, `headlines`. */
function piecesOf(fields: JsonObject, single: string, plural: string): Piece[] {
  const pieces: Piece[] = [];
  for (const each of listOf(fields[plural])) {
    const value = isObject(each) ? stringOf(each.value) : undefined;
    if (value !== undefined) pieces.push({ role: stringOf((each as JsonObject).role) ?? '', value });
  }
  for (const [name, value] of Object.entries(fields)) {
    if (name !== single && !name.startsWith(`${single}_`)) continue;
    const text = stringOf(value);
    if (text !== undefined) pieces.push({ role: name.slice(single.length + 1), value: text });
  }
  return pieces;
}

/**
 * The text: plain where it has paragraphs, else the marked-up one; of several the one whose role is "main", else the
 * first. By what it holds and not by its content type, which agencies fill in freely.
 */
function bodyOf(fields: JsonObject): { format: DocumentFormat; content: string } | null {
  const bodies = piecesOf(fields, 'body', 'bodies');
  const mainFirst = [...bodies].sort((a, b) => Number(b.role === 'main') - Number(a.role === 'main'));
  const plain = mainFirst.find(({ value }) => !looksLikeHtml(value));
  const marked = mainFirst.find(({ value }) => looksLikeHtml(value));
  if (plain && (!marked || /\n\s*\S/.test(plain.value))) return { format: DocumentFormat.TEXT, content: plain.value };
  return marked ? { format: DocumentFormat.HTML, content: marked.value } : null;
}

function refuseUnpublished(fields: JsonObject, where: string): void {
  const status = stringOf(fields.pubstatus)?.toLowerCase() ?? 'usable';
  if (/^(?:cancell?ed|withheld)$/.test(status)) {
    throw new ParallaxError('ARTICLE_WITHDRAWN', `${where}: its agency has ${status} it (pubstatus).`);
  }
  const until = stringOf(fields.embargoed);
  if (until === undefined) return;
  const time = Date.parse(until);
  if (Number.isNaN(time)) {
    throw new ParallaxError(
      'ARTICLE_EMBARGOED',
      `${where} is embargoed until "${until.slice(0, 40)}", which is no date.`,
    );
  }
  if (time > Date.now()) {
    throw new ParallaxError('ARTICLE_EMBARGOED', `${where} is embargoed until ${new Date(time).toISOString()}.`);
  }
}

function readGenre(fields: JsonObject): Genre | undefined {
  const labels = [...namesOf(fields.genre), ...namesOf(fields.genres)];
  return labels.map(genreOf).find((genre) => genre !== undefined);
}

/**
 * Reads one item of ninjs (News in JSON) 1.x, 2.x or 3.x.
 * A `uri` of http is its address, any other its id. Published is when its first version was made; the outlet is the holder
 * of the copyright, else the provider, else the first source of information.
 * @param where what messages call it
 * @param declared holds where the item says nothing
 * @throws ParallaxError ARTICLE_WITHDRAWN, ARTICLE_EMBARGOED, ARTICLE_TYPE_UNSUPPORTED, DOCUMENT_EMPTY
 * Source: IPTC, ninjs schemas 1.8, 2.4 and 3.3.
 */
export function readNinjs(item: JsonObject, where: string, declared: DeclaredFields): ReadContent {
  const fields = withLowerCaseNames(item);
  refuseUnpublished(fields, where);
  const type = stringOf(fields.type)?.toLowerCase() ?? 'text';
  const body = bodyOf(fields);
  if (type !== 'text' && !(type === 'composite' && body)) {
    throw new ParallaxError('ARTICLE_TYPE_UNSUPPORTED', `${where} is of type "${type.slice(0, 40)}", not text.`);
  }
  if (!body) throw new ParallaxError('DOCUMENT_EMPTY', `${where} has no body.`);
  const uri = stringOf(fields.uri);
  const isAddress = uri !== undefined && isWebAddress(uri);
  const headlines = piecesOf(fields, 'headline', 'headlines');
  const [source] = [fields.copyrightholder, fields.provider, fields.infosource, fields.infosources].flatMap(namesOf);
  const own: DeclaredFields = {
    id: isAddress ? undefined : uri,
    url: isAddress ? uri : undefined,
    source,
    headline: (headlines.find(({ role }) => role === '' || role === 'main') ?? headlines[0])?.value,
    byline: stringOf(fields.by) ?? stringOf(fields.byline),
    publishedAt: stringOf(fields.firstcreated) ?? stringOf(fields.versioncreated) ?? stringOf(fields.contentcreated),
    language: stringOf(fields.language),
    genre: readGenre(fields),
  };
  return contentOf(item, ninjsMediaType, body.format, body.content, { ...declared, ...withoutAbsent(own) });
}
