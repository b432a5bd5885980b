import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = new Map<string, Uint8Array>();

/**
 * The bytes of a file in `weights/`, read once. This is the only file of src/language that touches the file system:
 * weights are too large to be source code, word lists are for linguists to edit, and who takes out src/language to use it
 * elsewhere replaces this file.
 * @throws Error ENOENT when there is no such file.
 */
export function weightsFile(name: string): Uint8Array {
  let bytes = read.get(name);
  if (!bytes) {
    bytes = readFileSync(join(__dirname, 'weights', name));
    read.set(name, bytes);
  }
  return bytes;
}

/**
 * The text of a file in `lists/`: word lists of our own that explain themselves.
 * @throws Error ENOENT when there is no such file.
 */
export function wordList(name: string): string {
  return readFileSync(join(__dirname, 'lists', name), 'utf8');
}
