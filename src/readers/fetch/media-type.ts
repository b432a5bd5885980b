import { ParallaxError } from '../../errors.js';

/** Media types of what is no text whatever its bytes say. `octet-stream` says nothing: servers give it to feeds as well. */
const binary =
  /^(?:image|audio|video|font|model)\/|^application\/(?:pdf|zip|gzip|x-gzip|x-tar|x-7z-compressed|x-rar-compressed|vnd\.rar|epub\+zip|msword|vnd\.ms-|vnd\.openxmlformats|vnd\.oasis|java-archive|wasm|x-shockwave-flash)/;

/**
 * Refuses pictures, films, archives and the like by what the server calls them, before their body is read.
 * @throws ParallaxError DOCUMENT_BINARY
 */
export function refuseBinary(mediaType: string | null, url: URL): void {
  const type = (mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!binary.test(type)) return;
  throw new ParallaxError('DOCUMENT_BINARY', `${url.href} is ${type}: only text, pages and feeds are read.`);
}
