// Writes src/language/en/weights/name-hints.json: the names in compromise's word list, by what sort of name each is. The list
// is unpacked by conjugating and inflecting all of its 24,000 words, which took half of the time that a process needed to
// begin with claims. A test fails when the two drift apart.
//   node scripts/name-hints.js
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const compromise = require('compromise');

const hintOfTag = {
  MaleName: 'MALE',
  FemaleName: 'FEMALE',
  FirstName: 'FIRST',
  Person: 'FIRST',
  LastName: 'LAST',
  Organization: 'ORGANIZATION',
  SportsTeam: 'ORGANIZATION',
  Place: 'PLACE',
  City: 'PLACE',
  Region: 'PLACE',
  Country: 'PLACE',
  Demonym: 'DEMONYM',
};

/** The words that compromise knows as names, in lower case and sorted, by sort. Of a word's tags the first one counts that tells. */
function nameHints() {
  const hints = {};
  for (const [word, tags] of Object.entries(compromise.model().one.lexicon)) {
    const tag = [tags].flat().find((one) => hintOfTag[one]);
    if (tag) (hints[hintOfTag[tag]] ??= []).push(word);
  }
  return Object.fromEntries(
    Object.keys(hints)
      .sort()
      .map((hint) => [hint, hints[hint].sort()]),
  );
}

if (require.main === module) {
  const path = join(__dirname, '../src/language/en/weights/name-hints.json');
  writeFileSync(path, JSON.stringify(nameHints(), null, 2) + '\n');
}

module.exports = { nameHints };
