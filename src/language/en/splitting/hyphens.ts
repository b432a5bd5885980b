/**
 * Prefixes that keep their hyphen. English treebanks take every other hyphen apart ("well|-|known", "Eye|-|Tracking",
 * "U.S.|-|led"): the rule of OntoNotes 5 and the English Web Treebank, which EWT and GUM follow. Prefixes that both take
 * apart more often than not ("pan-", "quasi-", "vice-", "eco-") are left out.
 * Source: counts in the training parts of both.
 */
const prefixes = new Set(
  (
    'ante anti arch bi co contra counter cross cyber de e ex extra hyper infra inter intra macro mega meta micro mid mini mis ' +
    'mono multi neo non omni over poly post pre pro proto pseudo psycho re semi socio sub super supra trans tri ultra un uni'
  ).split(' '),
);

/** Suffixes that keep their hyphen: "Holocaust-esque", "career-wise". */
const suffixes = new Set(['esque', 'wise']);

/**
 * Whether the letters before and after a hyphen are one word with it: "non-violent", but not "well-known".
 * @param before the letters before the hyphen, back to the last mark @param after the letters after it
 */
export function isHyphenKept(before: string, after: string): boolean {
  // "UN-related", "columns E-J".
  if (before.length > 1 ? before === before.toUpperCase() && after !== after.toUpperCase() : after.length === 1)
    return false;
  return prefixes.has(before.toLowerCase()) || suffixes.has(after.toLowerCase());
}
