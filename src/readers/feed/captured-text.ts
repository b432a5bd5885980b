import { decodeXmlReferences, escapeMarkup } from './markup.js';
import { textType, type MarkedText } from './raw.js';
import type { Attributes } from './xml-events.js';

/** Elements of HTML that hold nothing; any other that closes itself needs an end tag to mean the same in HTML. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The content of one element of a feed, collected until its end, with the markup in it. */
export class CapturedText {
  /** How often each element is open inside. */
  readonly #open = new Map<string, number>();
  readonly #pieces: { readonly kind: 'text' | 'literal' | 'tag'; readonly text: string }[] = [];
  #hasTags = false;

  constructor(
    /** The element with its prefix. */
    readonly name: string,
    readonly attributes: Attributes,
  ) {}

  text(text: string): void {
    this.#pieces.push({ kind: 'text', text });
  }

  literal(text: string): void {
    this.#pieces.push({ kind: 'literal', text });
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
    this.#pieces.push({ kind: 'tag', text });
  }

  /** The content as markup: what it is where it holds elements or is declared to be XHTML. */
  markup(): string {
    const isXhtml = this.#said() === 'xhtml';
    return this.#pieces.map(({ kind, text }) => (kind === 'literal' && isXhtml ? escapeMarkup(text) : text)).join('');
  }

  /** The content as characters, tags left out. */
  plain(): string {
    return this.#pieces
      .map(({ kind, text }) => (kind === 'tag' ? '' : kind === 'text' ? decodeXmlReferences(text) : text))
      .join('');
  }

  #said(): MarkedText['type'] | null {
    return textType(this.attributes.get('type'));
  }

  /** The content with its type, as Atom declares it; null for what is no text, such as an image. */
  marked(): MarkedText | null {
    const type = this.#said();
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
