import { decodeXmlReferences, escapeMarkup, TextBuilder } from './markup.js';
import { LONGEST_TEXT, textType, type MarkedText } from './raw.js';
import type { Attributes } from './xml-events.js';

/** Elements of HTML that hold nothing; any other that closes itself needs an end tag to mean the same in HTML. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The content of one element of a feed, collected until its end, with the markup in it. */
export class CapturedText {
  /** How often each element is open inside. */
  readonly #open = new Map<string, number>();
  /** As XML: what stood in CDATA sections is escaped. */
  readonly #content = new TextBuilder();
  #hasTags = false;
  #length = 0;

  constructor(
    /** The element with its prefix. */
    readonly name: string,
    readonly attributes: Attributes,
  ) {}

  text(raw: string): void {
    this.#add(raw);
  }

  literal(text: string): void {
    this.#add(escapeMarkup(text.slice(0, LONGEST_TEXT + 1)));
  }

  /** Beyond the limit only so much is kept as shows that it was passed. */
  #add(piece: string): void {
    if (this.#length > LONGEST_TEXT) return;
    this.#length += piece.length;
    this.#content.add(piece);
  }

  open(name: string, raw: string, isSelfClosing: boolean): void {
    const local = localName(name);
    const end = isSelfClosing && !voidElements.has(local) ? `</${local}>` : '';
    this.#tag(`<${local}${raw}>${end}`);
    if (!isSelfClosing) this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  /** @returns false for an end tag of nothing that began inside */
  close(name: string): boolean {
    const open = this.#open.get(name) ?? 0;
    if (open === 0) return false;
    this.#open.set(name, open - 1);
    this.#tag(`</${localName(name)}>`);
    return true;
  }

  #tag(text: string): void {
    this.#hasTags = true;
    this.#add(text);
  }

  /** The content as markup: what it is where it holds elements or is declared to be XHTML. */
  markup(): string {
    return this.#content.toString();
  }

  /** The content as characters, elements in it left out. */
  plain(): string {
    const content = this.#content.toString();
    return decodeXmlReferences(this.#hasTags ? content.replace(/<[^<>]*>/g, '') : content);
  }

  /** The content with its type, as Atom declares it; null for what is no text, such as an image. */
  marked(): MarkedText | null {
    const type = textType(this.attributes.get('type'));
    if (type === null) return null;
    const base = this.attributes.get('xml:base');
    const bases = base === undefined ? [] : [base];
    if (this.attributes.get('mode')?.toLowerCase() === 'base64') {
      return { value: Buffer.from(this.plain(), 'base64').toString('utf8'), type, bases };
    }
    if (type === 'xhtml') return { value: this.markup(), type, bases };
    return this.#hasTags ? { value: this.markup(), type: 'html', bases } : { value: this.plain(), type, bases };
  }
}
