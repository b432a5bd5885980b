const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The codes of ISO 639-2 for bibliographies, where they are not those of today. */
const bibliographic: Readonly<Record<string, string>> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  wel: 'cy',
};

let codes: ReadonlyMap<string, string> | null = null;

/** Languages by their English name and by the name that they have for themselves, in small letters. */
function codesByName(): ReadonlyMap<string, string> {
  if (codes) return codes;
  const found = new Map<string, string>();
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = names.of(code);
      if (name === undefined) continue;
      const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
      for (const each of [own, name]) if (each !== undefined) found.set(each.toLowerCase(), code);
    }
  }
  return (codes = found);
}

/**
 * A language as documents write it, as BCP 47 in canonical form: "en_us" gives "en-US", "eng" and "English" give "en".
 * @returns null for what names no language ("!!", "xx", "und")
 */
export function languageTag(value: string | null | undefined): string | null {
  const text = (value ?? '').trim().slice(0, 60);
  if (text === '') return null;
  try {
    const [tag] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    const { language } = new Intl.Locale(tag!);
    const code = Object.hasOwn(bibliographic, language) ? bibliographic[language]! : language;
    if (code !== 'und' && code.length <= 3 && names.of(code) !== undefined) return tag!.replace(language, code);
  } catch {
    // No tag at all: it may be a name.
  }
  return codesByName().get(text.toLowerCase()) ?? null;
}

/** The English name of a language: "fr" gives "French". */
export function languageName(tag: string): string {
  return names.of(new Intl.Locale(tag).language) ?? tag;
}

/** Languages that are told apart by name rather than by their letters. */
const kin: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  id: 'ms',
  bs: 'hr',
  sr: 'hr',
  ckb: 'ku',
  prs: 'fa',
  yue: 'zh',
};

/** Whether two tags name one language, regions, scripts and close relatives aside. */
export function isSameLanguage(first: string, second: string): boolean {
  const [a, b] = [first, second].map((tag) => new Intl.Locale(tag).language).map((code) => kin[code] ?? code);
  return a === b;
}
