import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { decodeXmlReferences } from './markup.js';

/** Attributes by lower-case name. A Map, so that an attribute named `__proto__` is one like any other. */
export type Attributes = ReadonlyMap<string, string>;

/** What happens in a text as it is read. Names are in lower case with their prefix. */
export interface XmlHandler {
  /** @param raw the attributes as they stand */
  open(name: string, attributes: Attributes, raw: string, isSelfClosing: boolean): void;
  close(name: string): void;
  /** Text between tags, character references as they stand. */
  text(raw: string): void;
  /** The content of a CDATA section. */
  literal(text: string): void;
}

/** Attributes of a tag that are kept. A feed's first tag has some thirty. */
const MOST_ATTRIBUTES = 1000;

const ignore = (): void => {};

/**
 * Tells what stands in a text that may be XML: every tag where it stands, well-formed or not. Entities that a document declares
 * are not expanded and nothing is fetched, since declarations are passed over. htmlparser2's tokenizer, without its parser, whose
 * stack costs time by the square of the depth.
 * @returns a function that ends the reading before the end of the text
 */
export function readXml(source: string, handlerOf: (stop: () => void) => XmlHandler): void {
  let name = '';
  let afterName = 0;
  let attribute = '';
  let value: string[] = [];
  let attributes = new Map<string, string>();
  const tagEnd = (end: number, isSelfClosing: boolean): void => {
    handler.open(
      name,
      attributes,
      source.slice(afterName, isSelfClosing ? source.lastIndexOf('/', end) : end),
      isSelfClosing,
    );
    attributes = new Map();
  };
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      name = source.slice(start, end).toLowerCase();
      afterName = end;
      // A tag that was cut off may have left some.
      attributes = new Map();
    },
    onattribname: (start, end) => void (attribute = source.slice(start, end).toLowerCase()),
    onattribdata: (start, end) => void value.push(source.slice(start, end)),
    onattribentity: ignore,
    onattribend: () => {
      if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute))
        attributes.set(attribute, decodeXmlReferences(value.join('')));
      value = [];
    },
    onopentagend: (end) => tagEnd(end, false),
    onselfclosingtag: (end) => tagEnd(end, true),
    onclosetag: (start, end) => handler.close(source.slice(start, end).trim().toLowerCase()),
    ontext: (start, end) => handler.text(source.slice(start, end)),
    ontextentity: ignore,
    oncdata: (start, end, offset) => handler.literal(source.slice(start, end - offset)),
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, callbacks);
  const handler = handlerOf(() => tokenizer.pause());
  tokenizer.write(source);
  tokenizer.end();
}
