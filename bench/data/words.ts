/** Words that the invented news is made of. Names are invented; the rest is ordinary English about public life. */
const list = (words: string) => words.trim().split(/\s+/);

export const things = list(`
  bridge reservoir tariff harbour pipeline election budget ferry airport railway hospital treaty border wage pension
  harvest vaccine glacier quarry stadium tunnel refinery museum orchard fishery satellite tower market school prison
  factory canal turbine archive embassy convoy subsidy licence audit census drought flood strike curfew ceasefire
  merger bailout dockyard substation landslide sanctuary cathedral warehouse laboratory courthouse parliament ministry
  monument plantation aqueduct observatory incinerator depot checkpoint barracks sawmill vineyard causeway levee
  printworks brewery shipyard terminal greenhouse foundry reactor crossing viaduct
`);

export const adjectives = list(`
  northern disputed unfinished coastal emergency regional ageing provisional privately-run secret damaged expanded
  abandoned temporary costly joint rural western historic underfunded planned contested sealed central outdated
  overcrowded southern promised shared idle
`);

export const units = list(`
  workers residents tonnes families crews households inspectors soldiers passengers patients farmers teachers vessels
  engineers traders volunteers pupils lorries protesters drivers tenants nurses miners pilots
`);

/** Verbs that take "so many of something": "will cost 40 families". */
export const effects = list(`
  displaced employed endangered served delayed sheltered isolated supplied attracted injured
`);

export const outcomes = [
  'would reopen before the winter',
  'cannot be repaired in time',
  'must be paid for by the state',
  'was built without a permit',
  'will be handed over to the region',
  'has failed two inspections',
  'should be closed at once',
  'is safe for everybody nearby',
  'had been planned for ten years',
  'will need a second vote',
  'is to be sold to a foreign buyer',
  'has cost twice what was promised',
];

/** What happens in the sentences that no one is quoted in. */
export const actions = list(`
  crossed blocked reached surrounded inspected left filled passed emptied lined watched rebuilt searched joined
`);

export const prepositions = ['near', 'behind', 'beside', 'opposite', 'beyond', 'above'];

export const times = [
  'on the second day',
  'shortly before noon',
  'for most of the week',
  'after the first meeting',
  'as in earlier years',
  'during the night',
  'in the space of an hour',
  'while the talks went on',
  'before the season had begun',
  'since the spring',
];

export const roles = [
  'mayor',
  'minister',
  'spokeswoman',
  'director',
  'general',
  'professor',
  'chairman',
  'commissioner',
];

/** Descriptions of speakers whom nobody names. */
export const unnamed = ['a senior official', 'two diplomats', 'a local resident', 'three engineers', 'a union member'];

export const documents = ['an interview', 'a statement', 'a report', 'an editorial', 'a letter', 'a leaked memo'];

const syllables = list(
  'ba dor el fin gar hol ist kem lu mar nor os pel ru sta tev vi wen yo zar bri cho dun fal gre hul jor kal',
);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Numbers below this get names of three syllables, of which neighbours are not alike; any others get longer ones. */
const shortNames = syllables.length ** 3;

/** An invented name: each number has its own, whatever else is made. */
export function nameOf(number: number): string {
  const base = syllables.length;
  let rest = number < shortNames ? (number * 7919) % shortNames : number;
  let name = '';
  for (let place = 0; place < 3 || rest > 0; place += 1) {
    name = `${syllables[(rest * 11 + place * 5) % base] as string}${name}`;
    rest = Math.floor(rest / base);
  }
  return capital(name);
}
