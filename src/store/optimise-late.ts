import { setFlagsFromString } from 'node:v8';

/**
 * How much WebAssembly of one function V8 runs before it optimises that function, in bytes of code, roughly. By default so
 * little that an opening alone sets off the optimising of PostgreSQL's largest functions. That takes longer than all else
 * that a short command does, and on Node 24 half a gigabyte. What a service uses much comes to a billion within seconds.
 */
const threshold = 1_000_000_000;

/** To be called before PostgreSQL is loaded into this process; what is loaded later is optimised late too. */
export function optimiseLate(): void {
  setFlagsFromString(`--wasm-tiering-budget=${threshold}`);
}
