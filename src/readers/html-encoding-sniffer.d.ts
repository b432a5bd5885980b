/** The package carries no types of its own. */
declare module 'html-encoding-sniffer' {
  interface SniffOptions {
    /** The charset of the Content-Type header. */
    transportLayerEncodingLabel?: string;
    defaultEncoding?: string;
  }
  /** @returns a name of the Encoding standard, e.g. `UTF-8`, `windows-1252`; for a label such as "constructor" no string */
  function sniffHtmlEncoding(bytes: Uint8Array, options?: SniffOptions): unknown;
  export = sniffHtmlEncoding;
}
