/**
 * The stem of an English word: what inflected forms share ("attacks", "attacked", "attacking" → "attack").
 *
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. A table of irregular forms that news
 * uses often goes before it ("said" → "say", "killings" follows the rules).
 * Known failure: forms the rules cannot tell apart fall together ("universe", "university"), and irregular verbs
 * outside the table stay apart.
 */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  const regular = irregular.get(lower) ?? lower;
  if (regular.length <= 2 || !/^[a-z]+$/.test(regular)) return regular;
  const known = stems.get(regular);
  if (known !== undefined) return known;
  const found = porter(regular);
  if (stems.size >= mostStems) stems.clear();
  stems.set(regular, found);
  return found;
}

// Texts repeat their words: remembering stems makes this ten times faster. Bounded, so that odd input can't fill memory.
const stems = new Map<string, string>();
const mostStems = 50_000;

const irregular = new Map<string, string>();
for (const entry of (
  'told>tell met>meet left>leave won>win lost>lose made>make took>take taken>take gave>give given>give ' +
  'came>come went>go gone>go saw>see seen>see knew>know known>know thought>think found>find got>get gotten>get kept>keep held>hold ' +
  'brought>bring bought>buy sold>sell sent>send spent>spend built>build fell>fall fallen>fall rose>rise risen>rise grew>grow grown>grow ' +
  'began>begin begun>begin broke>break broken>break spoke>speak spoken>speak chose>choose chosen>choose drove>drive driven>drive ' +
  'wrote>write written>write shot>shoot struck>strike stricken>strike caught>catch taught>teach fought>fight sought>seek led>lead fed>feed ' +
  'fled>flee paid>pay laid>lay said>say heard>hear stood>stand understood>understand became>become ran>run sat>sit felt>feel dealt>deal ' +
  'meant>mean threw>throw thrown>throw flew>fly flown>fly drew>draw drawn>draw wore>wear worn>wear bore>bear stole>steal stolen>steal ' +
  'swore>swear sworn>swear shook>shake shaken>shake hid>hide hidden>hide bit>bite bitten>bite sank>sink sunk>sink sang>sing sung>sing ' +
  'swam>swim ate>eat eaten>eat froze>freeze frozen>freeze forgot>forget forgotten>forget forbade>forbid forgave>forgive ' +
  'died>die dying>die dies>die dead>die death>die deaths>die lying>lie lied>lie men>man women>woman children>child people>person feet>foot ' +
  'was>be were>be is>be are>be been>be being>be am>be has>have had>have having>have does>do did>do done>do doing>do ' +
  'worse>bad worst>bad better>good best>good lives>life wives>wife'
).split(' ')) {
  const [form, base] = entry.split('>');
  if (form && base) irregular.set(form, base);
}

const consonant = '[^aeiou]';
const vowel = '[aeiouy]';
const consonants = `${consonant}[^aeiouy]*`;
const vowels = `${vowel}[aeiou]*`;
const measureOver0 = new RegExp(`^(${consonants})?${vowels}${consonants}`);
const measureIs1 = new RegExp(`^(${consonants})?${vowels}${consonants}(${vowels})?$`);
const measureOver1 = new RegExp(`^(${consonants})?${vowels}${consonants}${vowels}${consonants}`);
const hasVowel = new RegExp(`^(${consonants})?${vowel}`);
const endsShort = new RegExp(`^${consonants}${vowel}[^aeiouwxy]$`);

const step2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'],
  ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'],
  ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'],
  ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log'],
]; // prettier-ignore
const step3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', ''],
]; // prettier-ignore
const step4 = [
  'al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize',
]; // prettier-ignore

function porter(word: string): string {
  let w = word.startsWith('y') ? 'Y' + word.slice(1) : word;
  if (w.endsWith('sses') || w.endsWith('ies')) w = w.slice(0, -2);
  else if (w.endsWith('s') && !w.endsWith('ss')) w = w.slice(0, -1);
  w = withoutPast(w);
  if (w.endsWith('y') && hasVowel.test(w.slice(0, -1))) w = w.slice(0, -1) + 'i';
  w = replaced(replaced(w, step2), step3);
  w = withoutSuffix(w);
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1);
    if (measureOver1.test(rest) || (measureIs1.test(rest) && !endsShort.test(rest))) w = rest;
  }
  if (w.endsWith('ll') && measureOver1.test(w)) w = w.slice(0, -1);
  return w.toLowerCase();
}

/** Step 1b: -eed, -ed, -ing. */
function withoutPast(w: string): string {
  if (w.endsWith('eed')) return measureOver0.test(w.slice(0, -3)) ? w.slice(0, -1) : w;
  const suffix = w.endsWith('ed') ? 2 : w.endsWith('ing') ? 3 : 0;
  if (!suffix || !hasVowel.test(w.slice(0, -suffix))) return w;
  const rest = w.slice(0, -suffix);
  if (/(at|bl|iz)$/.test(rest)) return rest + 'e';
  if (/([^aeiouylsz])\1$/.test(rest)) return rest.slice(0, -1);
  return endsShort.test(rest) ? rest + 'e' : rest;
}

/** Steps 2 and 3: a derivational suffix becomes a shorter one. */
function replaced(w: string, table: readonly (readonly [string, string])[]): string {
  for (const [suffix, shorter] of table) {
    if (!w.endsWith(suffix)) continue;
    const rest = w.slice(0, -suffix.length);
    return measureOver0.test(rest) ? rest + shorter : w;
  }
  return w;
}

/** Step 4: the last suffix goes where enough of the word stays. */
function withoutSuffix(w: string): string {
  for (const suffix of step4) {
    if (!w.endsWith(suffix)) continue;
    if (suffix === 'ent' && (w.endsWith('ement') || w.endsWith('ment'))) continue;
    const rest = w.slice(0, -suffix.length);
    return measureOver1.test(rest) ? rest : w;
  }
  if (/[st]ion$/.test(w) && measureOver1.test(w.slice(0, -3))) return w.slice(0, -3);
  return w;
}
