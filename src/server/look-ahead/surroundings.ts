import type { Read } from '../../../resolvers/relay/reads.js';

/** What some rows of an answer stand in. */
export interface Surroundings {
  /** Lists around them, one in the other. */
  readonly lists: number;
  /** Whether one row may stand there many times: the outlet of each of a hundred articles. */
  readonly canRepeat: boolean;
}

/** One row. */
export const alone: Surroundings = { lists: 0, canRepeat: false };

/** What the rows stand in that a field gives. */
export function surroundingsBelow(around: Surroundings, read: Read): Surroundings {
  switch (read.kind) {
    case 'ONE':
      return { lists: around.lists, canRepeat: around.lists > 0 };
    case 'PAGE':
    case 'ROWS':
      return {
        lists: around.lists + 1,
        canRepeat: around.canRepeat || (around.lists > 0 && !isOwned(linkOf(read))),
      };
    case 'BY_IDS':
    case 'REFERRED':
      return { lists: around.lists + 1, canRepeat: around.canRepeat };
    default:
      return around;
  }
}

/**
 * Whether a statement that joins what a field reads would read the same again and again. Below one list PostgreSQL remembers
 * what it joined for a row (Memoize). Below a list in a list it does not: it plans as if the outer one were of one row, where
 * little repeats. There a loader reads it once for all, as it would an outlet's claims for the articles of a hundred events.
 */
export function isReadAnew(around: Surroundings, read: Read): boolean {
  if (!around.canRepeat || around.lists < 2) return false;
  return read.kind === 'PAGE' || (read.kind === 'ROWS' && !isOwned(linkOf(read)));
}

function linkOf(read: Read): string | null {
  if (read.kind === 'ROWS') return read.question.linked.link;
  return read.kind === 'PAGE' ? read.list.link : null;
}

/** Whether each row has one parent only, as its key says. What is grouped is tied by nothing, and is owned by nobody. */
const isOwned = (link: string | null) => link === null || /^row\.\w+ = parent\.id$/.test(link);
