import { Parser } from 'htmlparser2';
import { ParallaxError } from '../errors.js';
import type { DeclaredFields } from '../pipeline/values.js';
import { decodeFeed } from './feed/decode.js';
import { isTooHeavy } from './feed/weight.js';
import type { RefusedDocument } from './result.js';

/** Outlines inside outlines; lists that people make have three or four. */
const DEEPEST = 200;

/** An address is looked at only so far. */
const LONGEST_ADDRESS = 2048;

interface Outline {
  /** What the list calls it; empty when it does not. */
  readonly name: string;
  /** Address of its feed; null when it has none. */
  readonly feed: string | null;
  hasChildren: boolean;
  /** From 1, in the order of the file. */
  readonly number: number;
}

interface OpmlFile {
  readonly isOpml: boolean;
  /** Those that name a feed, or hold nothing though they should. */
  readonly outlines: readonly Outline[];
}

/** Names of elements and attributes are read in any case: many lists write `xmlurl`. */
function parse(text: string): OpmlFile {
  let isOpml = false;
  let depth = 0;
  let number = 0;
  const open: Outline[] = [];
  const outlines: Outline[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new ParallaxError('FEED_MALFORMED', `The list is nested deeper than ${DEEPEST}.`);
        if (name === 'opml') isOpml = true;
        if (name !== 'outline') return;
        const parent = open.at(-1);
        if (parent) parent.hasChildren = true;
        number += 1;
        const feed = attributes.xmlurl?.trim() || null;
        const title = (attributes.title?.trim() || attributes.text?.trim()) ?? '';
        const outline: Outline = { name: title, feed, hasChildren: false, number };
        open.push(outline);
        outlines.push(outline);
      },
      onclosetag: (name) => {
        depth -= 1;
        if (name === 'outline') open.pop();
      },
    },
    // Entities that the file defines itself are left as they are written: nothing grows.
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return { isOpml, outlines: outlines.filter(({ feed, hasChildren }) => feed !== null || !hasChildren) };
}

function refusedOutline(
  { name, feed, number }: Outline,
  file: string | null,
  declared: DeclaredFields,
): RefusedDocument {
  const place = `outline ${number}`;
  const title = name === '' ? 'An outline' : `"${name.slice(0, 100)}"`;
  if (feed === null) {
    return {
      name: file,
      place,
      error: new ParallaxError('URL_INVALID', `${title} has no address of a feed (xmlUrl).`),
    };
  }
  const url = feed.length <= LONGEST_ADDRESS && URL.canParse(feed) ? new URL(feed) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const error = new ParallaxError('URL_INVALID', `${title} has an address that cannot be fetched.`);
    return { name: file, place, error };
  }
  return {
    name: file,
    place,
    error: new ParallaxError(
      'FEED_ONLY_NAMED',
      `The list only names the feed ${url.href}: take it in by its address, or the list with "parallax ingest", which follows it.`,
    ),
    link: { url: url.href, declared: name === '' ? declared : { ...declared, source: name } },
  };
}

/**
 * Reads a list of feeds (OPML 1.0 and 2.0), tolerantly. It holds no document: each feed is refused with FEED_ONLY_NAMED and the
 * link to follow, with its title as the name of the outlet. Outlines that only hold others are folders; one with neither
 * address nor others is refused with URL_INVALID.
 * @throws ParallaxError ENCODING_INVALID, FEED_MALFORMED, FEED_EMPTY, DOCUMENT_TOO_LARGE
 */
export function* readOpmlFile(
  bytes: Uint8Array,
  mediaType: string | null,
  name: string | null,
  declared: DeclaredFields,
): Generator<RefusedDocument> {
  const text = decodeFeed(bytes, mediaType).content;
  if (isTooHeavy(text)) throw new ParallaxError('DOCUMENT_TOO_LARGE', 'The list has too many elements to be read.');
  const { isOpml, outlines } = parse(text);
  if (!isOpml) throw new ParallaxError('FEED_MALFORMED', 'The text is no OPML: it has no element "opml".');
  if (outlines.length === 0) throw new ParallaxError('FEED_EMPTY', 'The list names no feed.');
  for (const outline of outlines) yield refusedOutline(outline, name, declared);
}
