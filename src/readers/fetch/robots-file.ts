/** The name by which a robots.txt speaks of this program (RFC 9309 §2.2.1), in lower case. */
const PRODUCT_TOKEN = 'parallax';

interface Rule {
  readonly isAllowed: boolean;
  /** What must follow each other in the path; between two of them anything may stand. */
  readonly pieces: readonly string[];
  /** The path ends with the last piece. */
  readonly isWhole: boolean;
  /** In octets; the longest rule that fits counts. */
  readonly length: number;
}

interface Group {
  readonly rules: Rule[];
  /** Seconds; null where nothing is said. */
  crawlDelay: number | null;
}

export interface RobotsFile {
  /** Seconds between two requests that the host wants; 0 where it says nothing. Not in the RFC, but widely written. */
  readonly crawlDelay: number;
  isAllowed(url: URL): boolean;
}

/** One spelling for each path: octets beyond ASCII escaped, unreserved characters not (RFC 9309 §2.2.2). */
function normalise(path: string): string {
  return path.replace(/[^\0-\x7f]+/g, encodeURIComponent).replace(/%([0-9a-f]{2})/gi, (escaped, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}

function readRule(pattern: string, isAllowed: boolean): Rule {
  const normal = normalise(pattern);
  const isWhole = normal.endsWith('$');
  const pieces = (isWhole ? normal.slice(0, -1) : normal).split(/\*+/);
  return { isAllowed, pieces, isWhole, length: normal.length };
}

/** Each piece is taken where it first occurs, which leaves most room for the next: no going back. */
function fits({ pieces, isWhole }: Rule, path: string): boolean {
  const first = pieces[0] ?? '';
  if (!path.startsWith(first)) return false;
  const last = pieces.length - 1;
  if (last === 0) return !isWhole || path.length === first.length;
  let at = first.length;
  for (let index = 1; index <= last; index += 1) {
    const piece = pieces[index] ?? '';
    if (index === last && isWhole) return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

/**
 * Reads a robots.txt as RFC 9309 says: the groups for this program together, else those for all (`*`); of the rules that fit a
 * path the longest, and of two as long the one that allows. Lines that are none are passed over, and do not end a group.
 * Time grows with the length of the file, memory too: docs/decisions/robots.md.
 */
export function readRobotsFile(text: string): RobotsFile {
  const groups = new Map<string, Group>();
  /** Groups that the lines now belong to. */
  let current = new Set<Group>();
  let isNaming = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [statement = ''] = line.split('#', 1);
    const colon = statement.indexOf(':');
    if (colon < 0) continue;
    const key = statement.slice(0, colon).trim().toLowerCase();
    const value = statement.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!isNaming) current = new Set();
      isNaming = true;
      const name = value.toLowerCase().split(/[/\s]/, 1)[0] ?? '';
      if (name !== PRODUCT_TOKEN && name !== '*') continue;
      const group = groups.get(name) ?? { rules: [], crawlDelay: null };
      groups.set(name, group);
      current.add(group);
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (value === '') continue;
      for (const { rules } of current) rules.push(readRule(value, key === 'allow'));
    } else if (key === 'crawl-delay') {
      isNaming = false;
      for (const group of current) group.crawlDelay ??= Number(value) || 0;
    }
  }
  const { rules, crawlDelay } = groups.get(PRODUCT_TOKEN) ?? groups.get('*') ?? { rules: [], crawlDelay: null };
  return {
    crawlDelay: Math.max(0, crawlDelay ?? 0),
    isAllowed: (url) => {
      const path = normalise(url.pathname + url.search);
      let strongest: Rule | null = null;
      for (const rule of rules) {
        const isStronger =
          strongest === null ||
          rule.length > strongest.length ||
          (rule.length === strongest.length && rule.isAllowed && !strongest.isAllowed);
        if (isStronger && fits(rule, path)) strongest = rule;
      }
      return strongest?.isAllowed ?? true;
    },
  };
}
