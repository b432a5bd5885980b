/** A part of `pg` that its types leave out, and that pg-cursor uses as well. */
declare module 'pg/lib/utils.js' {
  /** What is sent for a value. @throws TypeError for what holds itself */
  export function prepareValue(value: unknown): string | Buffer | null;
}
