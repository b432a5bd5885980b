import { closeSync, openSync, readSync } from 'node:fs';
import { ParallaxError } from './errors.js';

/** More than any value of ours, and little enough that a wrong path, such as that of a device, does no harm. In bytes. */
const longestValue = 16 * 1024;

/** Why a file could not be read, with what to do about it. */
const readFailures: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES:
    'this user may not read it: in a container it keeps the owner and mode of the host, so make it readable to others ' +
    '(chmod 444) in a folder that only you may enter (chmod 700)',
  EISDIR: 'it is a folder, which is what a container gets when the file on the host is missing',
};

/**
 * One variable: its own value, or the first and only line of the file whose path is in NAME_FILE. That is how secrets
 * reach a container without standing in its environment, which every look at the container shows.
 *
 * Line ends after the value are cut, as PostgreSQL's image does with the same file; nothing else is.
 * @returns null when neither is set; an empty variable counts as not set
 * @throws ParallaxError CONFIGURATION_INVALID, when both are set, or the file cannot be used; it never shows the value
 */
export function readVariable(environment: NodeJS.ProcessEnv, name: string): string | null {
  const value = environment[name];
  const path = environment[`${name}_FILE`];
  if (path === undefined || path.trim() === '') return value === undefined || value.trim() === '' ? null : value;
  if (value !== undefined && value.trim() !== '') {
    throw invalid(`${name} and ${name}_FILE are both set: keep one of them.`);
  }
  return readValue(`${name}_FILE`, path);
}

function readValue(name: string, path: string): string {
  const bytes = readStart(name, path);
  if (bytes.length > longestValue) {
    throw invalid(`${name}: ${path} has more than ${longestValue} bytes: it should hold one line, the value.`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw invalid(`${name}: ${path} is not UTF-8 text.`, error);
  }
  const value = text.replace(/[\r\n]+$/, '');
  if (value.trim() === '') throw invalid(`${name}: ${path} is empty.`);
  // PostgreSQL's image would make another password of it: it takes the first line, and a byte order mark as part of it.
  if (/[\p{Cc}\uFEFF]/u.test(value)) {
    throw invalid(`${name}: ${path} must hold one line of plain text, without control characters or byte order mark.`);
  }
  return value;
}

/** The bytes of a file, one more than the limit at most. */
function readStart(name: string, path: string): Buffer {
  const buffer = Buffer.alloc(longestValue + 1);
  let length = 0;
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    for (;;) {
      const count = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += count;
      if (count === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw invalid(`${name}: ${path} cannot be read: ${readFailures[code ?? ''] ?? message}.`, error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function invalid(sentence: string, cause?: unknown): ParallaxError {
  return new ParallaxError('CONFIGURATION_INVALID', sentence, { cause });
}
