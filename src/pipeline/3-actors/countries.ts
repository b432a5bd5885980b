/** Countries: names by Intl.DisplayNames; adjectives, capitals and seats of government that stand for them are our own table. */
const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW HK XK'.split(
    ' ',
  );

/** code: other names and adjectives | capitals and metonyms */
const others = `US: u.s. us usa america united states of america the united states american | washington,white house
GB: u.k. uk britain great britain british english england | london,downing street
CN: chinese | beijing
RU: russian | moscow,kremlin
JP: japanese | tokyo
DE: german | berlin
FR: french | paris
CA: canadian | ottawa
KR: south korean | seoul
KP: north korean | pyongyang
IN: indian | new delhi
IR: iranian | tehran
IL: israeli | jerusalem
UA: ukrainian | kyiv,kiev
TR: turkey turkish | ankara
IT: italian | rome
ES: spanish | madrid
PL: polish | warsaw
AU: australian | canberra
MX: mexican | mexico city
BR: brazilian | brasilia
SA: saudi | riyadh
SY: syrian | damascus
IQ: iraqi | baghdad
AF: afghan | kabul
PK: pakistani | islamabad
EG: egyptian | cairo
GR: greek | athens
NL: dutch | the hague
BE: belgian |
SE: swedish | stockholm
NO: norwegian | oslo
FI: finnish | helsinki
DK: danish | copenhagen
CH: swiss | bern
AT: austrian | vienna
HU: hungarian | budapest
CZ: czech republic czech | prague
UY: uruguayan |
AR: argentine argentinian | buenos aires
VE: venezuelan | caracas
CU: cuban | havana
TW: taiwanese | taipei
VN: vietnamese | hanoi
ID: indonesian | jakarta
PH: filipino philippine | manila
TH: thai | bangkok
ZA: south african | pretoria
NG: nigerian | abuja
KE: kenyan | nairobi
ET: ethiopian | addis ababa
QA: qatari | doha
AE: uae emirati | abu dhabi
LB: lebanese | beirut
JO: jordanian | amman
YE: yemeni | sanaa
PS: palestinian palestinians | ramallah
BY: belarusian | minsk
GE: georgian | tbilisi
MM: burma burmese | naypyidaw
NZ: | wellington
IE: irish | dublin
PT: portuguese | lisbon
RS: serbian | belgrade
CL: chilean |
CO: colombian | bogota
PE: peruvian | lima`;

const display = new Intl.DisplayNames(['en'], { type: 'region' });
const byName = new Map<string, string>();
const metonyms = new Map<string, string>();
for (const code of codes) byName.set((display.of(code) ?? code).toLowerCase().replace(/^the /, ''), code);
for (const line of others.split('\n')) {
  const [code, rest] = line.split(':') as [string, string];
  const [names, seats] = rest.split('|') as [string, string];
  // Names of several words are the known ones; single words are separated by blanks.
  const several = [
    'united states of america',
    'the united states',
    'great britain',
    'south korean',
    'north korean',
    'south african',
    'czech republic',
  ];
  let left = names;
  for (const name of several) {
    if (!left.includes(name)) continue;
    byName.set(name.replace(/^the /, ''), code);
    left = left.replace(name, ' ');
  }
  for (const name of left.trim().split(/\s+/)) if (name !== '') byName.set(name, code);
  for (const seat of seats.split(',')) if (seat.trim() !== '') metonyms.set(seat.trim(), code);
}

/** The country that a name or adjective means. @returns ISO 3166-1 alpha-2, or null */
export function countryOf(name: string): string | null {
  const lower = name.toLowerCase().replace(/^the /, '');
  return byName.get(lower) ?? null;
}

/** The country a capital or seat of government stands for when it speaks: "Beijing said". */
export function countryOfSeat(name: string): string | null {
  return metonyms.get(name.toLowerCase().replace(/^the /, '')) ?? null;
}

export const countryName = (code: string): string => display.of(code) ?? code;
