/** Letters that NFKD does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Honorifics before a name; offices are told apart where the phrase is read. */
const honorifics = new Set('mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr'.split(' '));

/** What stands behind a name and is no part of it. */
const afterName = new Set('mp mep mpp msp phd md qc kc obe cbe mbe esq'.split(' '));

const generations: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  sr: 'sr',
  senior: 'sr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
};

/** Words of surnames that are no surname by themselves. */
const particles = new Set(
  'al el bin bint ibn ben abu van von zu vom zum der den ter ten de del della di da das do dos du la le las los y e st'.split(
    ' ',
  ),
);

/** Whether a word, in small letters, belongs to the surname behind it: "de". */
export const isParticle = (word: string): boolean => particles.has(word);

/** Given names that are spelled in several ways in English: the first stands for all. */
const spellings = new Map(
  [
    'mohammed mohamed muhammad mohammad mohamad muhammed mohamud mahomed',
    'ahmed ahmad',
    'hussein hussain husayn hossein husain',
    'abdullah abdallah abdulla',
    'yusuf youssef yousef yousuf youssouf',
    'mahmoud mahmud',
    'mustafa mostafa moustafa',
    'omar umar',
    'dmitry dmitri dmitriy dmitrii',
    'sergey sergei serguei',
    'alexey alexei aleksey aleksei',
    'alexander aleksandr alexandr aleksander',
    'andrey andrei',
    'yury yuri yuriy iurii yurii',
    'yevgeny evgeny yevgeni evgeni yevgeniy evgenii',
    'mikhail mikhael mihail',
    'nikolay nikolai',
    'volodymyr wolodymyr',
    'oleksandr olexandr',
    'serhiy serhii',
    'muammar moammar muamar',
    'gaddafi qaddafi gadhafi kadafi qadhafi',
  ].flatMap((line) => {
    const [first, ...others] = line.split(' ');
    return others.map((other) => [other, first!] as const);
  }),
);

/** "Zelenskyy", "Zelenskiy" and "Zelensky": one ending, transliterated in several ways. Polish "-ski" stays. */
const oneSpelling = (word: string): string =>
  spellings.get(word) ?? (word.length > 5 ? word.replace(/(?:yy|iy|yi|ij|yj|ii)$/, 'y') : word);

interface PersonName {
  /** What tells the person, without middle initials. */
  readonly form: string;
  /** The initials between the first word and the surname, joined; '' where there are none. */
  readonly middle: string;
  /** Whether it is a given name and a surname, so that it may mean the same person in other articles. */
  readonly isFull: boolean;
}

/**
 * A person's name as people are told apart by it: without marks, honorifics and middle initials, and in one
 * transliteration. "Leyen, Ursula von der" is "ursula von der leyen"; "Dr. John F. Kennedy" is "john kennedy". "Jr"
 * stays: it tells the son from the father.
 * Known failure: a name whose surname comes first ("Orbán Viktor").
 */
export function readPersonName(name: string): PersonName {
  let plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/g, (letter) => letters[letter]!)
    .replace(/['’‘ʼ`´]/g, '');
  const [before, behind, ...more] = plain.split(',').map((part) => part.trim());
  const isTurned = behind && more.length === 0 && behind.split(/[\s.]+/).some((word) => word && !isAfter(word));
  plain = isTurned ? `${behind} ${before}` : plain;
  let words = plain.split(/[^\p{L}\p{N}&]+/u).filter((word) => word !== '');
  while (words.length > 1 && honorifics.has(words[0]!)) words = words.slice(1);
  while (words.length > 2 && afterName.has(words.at(-1)!)) words = words.slice(0, -1);
  const generation = words.length > 2 ? generations[words.at(-1)!] : undefined;
  if (generation) words = words.slice(0, -1);
  // "J. K. Rowling": initials that stand first are the given name.
  const firstWord = words.findIndex((word) => word.length > 1);
  const leading = firstWord > 0 ? [words.slice(0, firstWord).join('')] : [];
  const rest = words.slice(Math.max(firstWord, 0));
  const isInitial = (word: string, index: number) =>
    word.length === 1 && index + leading.length > 0 && index < rest.length - 1 && !particles.has(word);
  const middle = rest.filter(isInitial).join('');
  const kept = [...leading, ...rest.filter((word, index) => !isInitial(word, index)).map(oneSpelling)];
  const telling = kept.filter((word) => !particles.has(word));
  return {
    form: [...kept, ...(generation ? [generation] : [])].join(' '),
    middle,
    isFull: telling.length > 1 && telling[0]!.length > 1 && telling.at(-1)!.length > 1,
  };
}

const isAfter = (word: string): boolean => word in generations || afterName.has(word) || word.length === 1;
