import {
  countries,
  countryName,
  countryOf,
  countryOfSeat,
  lengthOf,
  lookUp,
  meaningsOf,
  meaningsOfText,
  media,
  organizations,
  type Meaning,
} from '../../../src/language/en/gazetteer/index.js';

interface Listed extends Omit<Meaning, 'kind' | 'name'> {
  readonly text: string;
  readonly name: string;
}

/** Every alias of the tables with what it should be found as. */
function listed(): Listed[] {
  const all: Listed[] = [];
  for (const { alpha2: iso, wikidata, names, adjectives, people, capitals, seats } of countries) {
    const name = names[0].text;
    for (const { text, isAmbiguous, isPart } of names) {
      all.push({ text, name, iso, isAmbiguous, sense: isPart ? 'PART' : 'NAME', wikidata: isPart ? null : wikidata });
    }
    for (const { text, isAmbiguous } of adjectives) {
      all.push({ text, name, iso, isAmbiguous, sense: 'ADJECTIVE', wikidata });
    }
    for (const { singular, plural } of people) {
      all.push({ ...singular, name, iso, sense: 'PERSON', wikidata });
      all.push({ ...plural, name, iso, sense: 'PEOPLE', wikidata });
    }
    for (const capital of capitals) all.push({ ...capital, name, iso, sense: 'CAPITAL' });
    for (const { text, isAmbiguous } of seats)
      all.push({ text, name, iso, isAmbiguous, sense: 'SEAT', wikidata: null });
  }
  for (const { names, wikidata } of [...organizations, ...media]) {
    for (const { text, isAmbiguous } of names) {
      all.push({ text, name: names[0].text, iso: null, isAmbiguous, sense: 'NAME', wikidata });
    }
  }
  return all;
}

describe('the tables of the gazetteer', () => {
  test('hold all codes of ISO 3166-1 and Kosovo, each once and known to Intl', () => {
    const codes = countries.map(({ alpha2 }) => alpha2);
    const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    expect(codes).toHaveLength(250);
    expect(new Set(codes).size).toBe(250);
    expect(codes.filter((code) => display.of(code) === undefined)).toEqual([]);
    expect(new Set(countries.map(({ alpha3 }) => alpha3)).size).toBe(250);
    expect(countries.filter(({ alpha3 }) => !/^[A-Z]{3}$/.test(alpha3))).toEqual([]);
  });

  test('hold the organisations and media that news names most', () => {
    expect(organizations.length).toBeGreaterThanOrEqual(150);
    expect(media.length).toBeGreaterThanOrEqual(100);
    const codes = new Set(countries.map(({ alpha2 }) => alpha2));
    expect(media.filter(({ country }) => !codes.has(country))).toEqual([]);
    expect(new Set(organizations.map(({ kind }) => kind))).toEqual(
      new Set([
        'UNITED_NATIONS',
        'EUROPEAN_UNION',
        'INTERGOVERNMENTAL',
        'COURT',
        'BANK',
        'NONGOVERNMENTAL',
        'SPORT',
        'ARMED_GROUP',
      ]),
    );
    expect(new Set(media.map(({ kind }) => kind))).toEqual(
      new Set(['NEWS_AGENCY', 'BROADCASTER', 'NEWSPAPER', 'MAGAZINE', 'ONLINE']),
    );
  });

  test('give an id of Wikidata to one thing only', () => {
    const ids = [...countries, ...organizations, ...media].map(({ wikidata }) => wikidata).filter((id) => id !== null);
    expect(ids.filter((id) => !/^Q[1-9]\d*$/.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const capitals = countries.flatMap(({ capitals: some }) => some).filter(({ wikidata }) => wikidata !== null);
    // Singapore is a country and its capital at once.
    const shared = capitals.filter(({ wikidata }) => ids.includes(wikidata!)).map(({ text }) => text);
    expect(shared).toEqual(['Singapore']);
  });

  test('every name is found again', () => {
    const lost = listed().filter(
      ({ text, sense, name, iso, wikidata, isAmbiguous }) =>
        !meaningsOfText(text).some(
          (meaning) =>
            meaning.sense === sense &&
            meaning.name === name &&
            meaning.iso === iso &&
            meaning.wikidata === wikidata &&
            meaning.isAmbiguous === isAmbiguous,
        ),
    );
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  test('no name stands twice in one sense unless it is marked as ambiguous', () => {
    const seen = new Map<string, Listed>();
    const twice: string[] = [];
    for (const entry of listed()) {
      const key = `${entry.iso === null ? 'organisation' : entry.sense} ${entry.text.toLowerCase()}`;
      const other = seen.get(key);
      if (other && other.name !== entry.name && !(other.isAmbiguous && entry.isAmbiguous)) twice.push(key);
      seen.set(key, entry);
    }
    expect(twice).toEqual([]);
  });

  test.each(['Georgia', 'Jordan', 'Congo', 'Chad', 'Turkey', 'Time', 'Sputnik'])(
    '%s is marked as ambiguous',
    (text) => {
      expect(meaningsOfText(text)[0].isAmbiguous).toBe(true);
    },
  );
});

describe('lookUp', () => {
  const found = (text: string, index: number): [number, ...string[]] => {
    const number = lookUp(text.split(' '), index);
    return number === 0 ? [0] : [lengthOf(number), ...meaningsOf(number).map(({ sense, name }) => `${sense} ${name}`)];
  };

  test.each<[string, number, [number, ...string[]]]>([
    // The longest name is taken, and what follows it is not.
    ['South Sudan said', 0, [2, 'NAME South Sudan']],
    ['the Democratic Republic of the Congo army', 1, [5, 'NAME Democratic Republic of the Congo']],
    ['UN Security Council members', 0, [3, 'NAME United Nations Security Council']],
    ['UN members', 0, [1, 'NAME United Nations']],
    // A name that goes on otherwise is still the shorter one.
    ['South Korea and', 0, [2, 'NAME South Korea']],
    ['New York Times', 0, [3, 'NAME The New York Times']],
    ['New York', 0, [0]],
    // As tokenisers leave it.
    ['Guinea - Bissau', 0, [3, 'NAME Guinea-Bissau']],
    ['Guinea-Bissau', 0, [1, 'NAME Guinea-Bissau']],
    ["Japan's prime minister", 0, [1, 'NAME Japan']],
    ["Japan 's prime minister", 0, [1, 'NAME Japan']],
    ['People ’s Daily', 0, [3, "NAME People's Daily"]],
    ['Cote d’Ivoire', 0, [2, 'NAME Ivory Coast']],
    ['Washington , D.C.', 0, [3, 'CAPITAL United States']],
    // Case doesn't matter, but acronyms and ambiguous names are told by their capitals.
    ['united kingdom', 0, [2, 'NAME United Kingdom']],
    ['UNITED KINGDOM', 0, [2, 'NAME United Kingdom']],
    ['u.s.', 0, [1, 'NAME United States', 'ADJECTIVE United States']],
    ['us', 0, [0]],
    ['who said', 0, [0]],
    ['WHO said', 0, [1, 'NAME World Health Organization']],
    ['turkey', 0, [0]],
    ['TURKEY', 0, [1, 'NAME Turkey']],
    ['Congo', 0, [1, 'NAME Democratic Republic of the Congo', 'NAME Republic of the Congo']],
    // "The" belongs to few names.
    ['the hague', 0, [2, 'CAPITAL Netherlands']],
    ['William Hague', 1, [0]],
    ['Briton', 0, [1, 'PERSON United Kingdom']],
    ['Japanese', 0, [1, 'ADJECTIVE Japan', 'PERSON Japan', 'PEOPLE Japan']],
    ['Scotland', 0, [1, 'PART United Kingdom']],
    ['the Élysée', 1, [1, 'SEAT France']],
    ['10 Downing Street', 0, [3, 'SEAT United Kingdom']],
    ['10 people', 0, [0]],
  ])('%s, from word %i', (text, index, expected) => {
    expect(found(text, index)).toEqual(expected);
  });

  test('takes time in proportion to the text, also where every word begins a name', () => {
    const words = new Array<string>(100_000).fill('United');
    let sum = 0;
    for (let index = 0; index < words.length; index += 1) sum += lookUp(words, index);
    expect(sum).toBe(0);
  });
});

describe('what a whole text means', () => {
  test.each([
    ['the United States', 'US'],
    ['America’s', 'US'],
    ['UK', 'GB'],
    ['Russian', 'RU'],
    ['Burma', 'MM'],
    ['Türkiye', 'TR'],
    ['Kremlin', null],
    ['Beijing', null],
    ['Scotland', null],
    ['Japan Airlines', null],
    ['us', null],
    ['', null],
  ])('country of %p: %p', (text, iso) => expect(countryOf(text)).toBe(iso));

  test.each([
    ['Beijing', 'CN'],
    ['the Kremlin', 'RU'],
    ['Downing Street', 'GB'],
    ['The Hague', 'NL'],
    // Also a person and other places.
    ['Hamilton', null],
    ['Russia', null],
  ])('seat %p: %p', (text, iso) => expect(countryOfSeat(text)).toBe(iso));

  test('a country by its code', () => {
    expect(countryName('KR')).toBe('South Korea');
    expect(countryName('ZZ')).toBe('ZZ');
  });
});
