import { EventEmitter } from 'node:events';

/** Tells whoever checks keys inside this process that one was made or revoked. */
export class KeySignal extends EventEmitter<{ changed: [] }> {
  constructor() {
    super();
    this.setMaxListeners(0);
  }
}

/** The channel on which PostgreSQL tells other processes the same. */
export const keyChannel = 'parallax_keys';
