import type { ResultOf } from '@graphql-typed-document-node/core';
import { EventPage } from './documents.js';

/** Compiles only while what a fragment asks for is hidden from those who do not read that fragment. */
export function titleOf({ event }: ResultOf<typeof EventPage>): unknown {
  // @ts-expect-error EventPage spreads EventHeading, which alone asks for the title.
  return event?.title;
}
