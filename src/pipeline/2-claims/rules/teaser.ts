import type { Sentence } from '../../../language/document.js';

/**
 * "READ MORE: Mayor says bridge is safe": the headline of another article, whose claims are not this one's.
 * Known failure: teasers without a label.
 */
export function isTeaser({ units }: Sentence): boolean {
  const colon = units.slice(0, 4).findIndex((unit) => unit.text === ':');
  if (colon < 1) return false;
  return /^(?:read more|read also|also read|read|watch|watch below|related|see also|listen|more)$/.test(
    units
      .slice(0, colon)
      .map((unit) => unit.lower)
      .join(' '),
  );
}
