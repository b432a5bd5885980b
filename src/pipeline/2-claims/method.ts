import type { Method } from '../values.js';

/** Name and version of this engine; the version changes whenever its output may. */
export const method: Method = { engine: 'parallax-claims', version: '14' };
