/**
 * The form of a name by which actors are keyed: NFKD without marks, lower case, no leading article, single spaces.
 * Example: "The São Paulo Port Authority" -> "sao paulo port authority".
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&'. -]+/gu, ' ')
    .replace(/\./g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '')
    .replace(/'s?$/, '');
}
