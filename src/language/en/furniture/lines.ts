/** What a line of links begins with; the colon may be missing where the words can be nothing else. */
const label = '(?:read|watch|listen|related|more|see)';
const labelled = new RegExp(
  [
    `^(?:${label}|read (?:more|also|this|next)|also read|watch (?:below|live|now)|see (?:also|more)|more (?:on|from) [^:]{2,40}|related (?:stories|story|coverage|articles?|links?|content|videos?)|recommended|don't miss|trending|photos|gallery|video) ?:`,
    '^related (?:stories|story|coverage|articles?|links?|content|videos?) ',
    '^(?:more|other|top|latest|related) (?:news|stories|headlines)$',
  ].join('|'),
  'iu',
);

/** "see also Mayor defends bridge", "READ Why the bridge fell" */
const seeAlso =
  /^(?:[Ss]ee [Aa]lso|SEE ALSO|R(?:ead M|EAD M)(?:ore|ORE)|READ|WATCH|R(?:elated|ELATED)) \p{Lu}\p{Ll}.*(?:[^.]|\.\.\.?)$/u;

/** "Mayor defends bridge Read more" */
const readMore = /\s(?:Read more|Continue reading|Learn more)\.?$/;

/** Words on buttons, and who made a film or a picture. */
const player =
  /^(?:CLOSE (?=\p{Lu})|(?:Play|Watch) [Vv]ideo (?:\d|$)|(?:Video|Photo|Image)s? (?:provided|courtesy|credit))|(?: – (?:video|in pictures|live|audio|podcast)|Video (?:provided|courtesy) (?:by|of) [^.!?]{2,60}\.?)$/u;

/** What a page asks its readers to do for it. */
const asked = new RegExp(
  [
    '\\bby signing up,? you agree\\b',
    '\\bprotected by re ?captcha\\b',
    '\\bsign up (?:here|now|today|to receive|to get|for (?:our|the [^.]{1,60} newsletter)|below)\\b',
    '\\b(?:in|to) your inbox\\b',
    '\\bsubscribe (?:now|today|here|to (?:our|the [^.]{1,60} (?:newsletter|podcast)))\\b',
    '^(?:get|click here for) [^.]{1,60} newsletter\\b',
    '\\bdownload (?:our|the [^.]{1,40}) app\\b',
    '^(?:click|tap) here\\b',
    '^like (?:us|what you see)\\b',
    '^join (?:our|the) (?:newsletter|conversation)\\b',
  ].join('|'),
  'iu',
);

const follow =
  /(?:^|[.!?] ?["”)]? |, )(?:F|(?<=, )f)ollow \S{1,30}(?: \S{1,30}){0,8} (?:on|at) (?:Twitter|Facebook|Instagram|@)/;

/** Whose opinions they are. */
const opinions =
  /^(?:the |these )?(?:views|opinions)(?: (?:and opinions|and views))? expressed (?:here|herein|by (?:\S+ )?(?:contributors|columnists|authors?|writers?)|in th(?:is|ese) \S+) (?:are|do|is)\b/i;

const rights = /^[(*•]? ?(?:copyright|©|\(c\) ?\d{4}|all rights reserved|this material may not be published)/iu;

/** "Ann Lee and Bo Hale contributed to this report.", "Reporting by Ann Lee; editing by Bo Hale". */
const contributed =
  /\bcontributed (?:reporting |research )?(?:to|for) (?:this|the) (?:report|story|article|piece|post|dispatch)\b|^\(? ?(?:additional )?(?:reporting|writing|editing) by |^contributing ?: |^[•*] .* contributed\.$/iu;

/** Longer ones hold prose besides. */
const longestLine = 300;
const longestBox = 500;

/**
 * Whether a paragraph is no prose: a line of links, words of a player, a box that asks for something, rights, contributors. What is
 * long is taken for prose, whatever it begins with. All looks are bounded by that.
 * Known failure: a box or a line without any of its usual words.
 */
export function isFurnitureLine(paragraph: string): boolean {
  if (paragraph.length > longestBox) return false;
  if (player.test(paragraph) || asked.test(paragraph) || follow.test(paragraph) || rights.test(paragraph)) return true;
  if (paragraph.length > longestLine) return false;
  return (
    labelled.test(paragraph) ||
    seeAlso.test(paragraph) ||
    readMore.test(paragraph) ||
    contributed.test(paragraph) ||
    opinions.test(paragraph)
  );
}
