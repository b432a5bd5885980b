import type { Word } from '../../language/en/words.js';

/** A number as it is written: where it stands and what it is worth. */
export interface WrittenNumber {
  /** First and last word of the number, by position in the word list. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Half of what its last written digit is worth: how far rounding reaches. */
  readonly rounding: number;
  /** "dozens", "hundreds of": only a magnitude. */
  readonly isVague: boolean;
}

const units: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, 20 + index * 10]),
);
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['dozen', 12],
]);
const vague: ReadonlyMap<string, number> = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
  ['billions', 2e9],
]);

const longestNumber = 24;

/**
 * The numbers of a sentence: digits ("1,500", "4.4", "2.5 billion", "50m"), words ("twenty-one", "a dozen") and magnitudes
 * ("dozens"). A lone "one" is left out: it is mostly a pronoun. Ordinals and years are not told apart here.
 * Known failure: "a hundred and fifty" is read as 100; fractions ("a third", "half") are not read.
 */
export function writtenNumbers(words: readonly Word[]): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const number = numberAt(words, index);
    if (!number) continue;
    found.push(number);
    index = number.to;
  }
  return found;
}

function numberAt(words: readonly Word[], index: number): WrittenNumber | null {
  const word = words[index]!.lower;
  const magnitude = vague.get(word);
  if (magnitude !== undefined) return { from: index, to: index, value: magnitude, rounding: 0, isVague: true };
  if (/^\p{Nd}/u.test(word)) return fromDigits(words, index);
  let value = units.get(word) ?? tens.get(word) ?? (word === 'dozen' ? 1 : undefined);
  if (value === undefined || (word === 'one' && !scales.has(words[index + 1]?.lower ?? ''))) {
    const scale = word === 'dozen' ? undefined : scales.get(word);
    if (scale === undefined || scale < 100 || !isArticle(words[index - 1]?.lower)) return null;
    return { from: index, to: index, value: scale, rounding: scale * 0.05, isVague: false };
  }
  let to = word === 'dozen' ? index - 1 : index;
  const unit = tens.has(word) ? units.get(words[to + 1]?.lower ?? '') : undefined;
  if (unit !== undefined && unit < 10) {
    value += unit;
    to += 1;
  }
  return scaled(words, index, to, value, 0);
}

function fromDigits(words: readonly Word[], index: number): WrittenNumber | null {
  const match = /^(\d[\d,]*(?:\.\d+)?)(m|mn|bn|k)?$/.exec(words[index]!.lower);
  // Longer runs are no quantities (account numbers, noise), and would cost time.
  if (!match || match[1]!.length > longestNumber) return null;
  const digits = match[1]!.replaceAll(',', '');
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const suffix = match[2] === 'k' ? 1e3 : match[2] ? scales.get(match[2])! : 1;
  const zeros = decimals === 0 ? /0*$/.exec(digits)![0].length : 0;
  // A figure with three or more zeros is a rounded one; up to two, people count ("100 were hurt" is taken at its word).
  const step = decimals > 0 ? 10 ** -decimals : zeros >= 3 ? 10 ** zeros : suffix > 1 ? 1 : 0;
  return scaled(words, index, index, value * suffix, (step * suffix) / 2);
}

/** Takes the scale words that follow ("2.5 billion", "three hundred thousand") into the number. */
function scaled(words: readonly Word[], from: number, to: number, value: number, rounding: number): WrittenNumber {
  let result = { value, rounding, to };
  for (let next = to + 1; next < words.length; next += 1) {
    const scale = scales.get(words[next]!.lower);
    if (scale === undefined || words[next]!.start - words[next - 1 < from ? from : next - 1]!.end > 1) break;
    const step = result.rounding > 0 ? result.rounding : scale >= 1e6 ? 0.5 : 0;
    result = { value: result.value * scale, rounding: step * scale, to: next };
  }
  return { from, to: Math.max(result.to, from), value: result.value, rounding: result.rounding, isVague: false };
}

function isArticle(word: string | undefined): boolean {
  return word === 'a' || word === 'the' || word === 'some' || word === 'about';
}
