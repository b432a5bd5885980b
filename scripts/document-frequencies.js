// Counts in how many passages of general English each word stem occurs, for src/language/en/weights/.
//
//   npm run build && node scripts/document-frequencies.js FOLDER
//
// FOLDER holds treebanks as *-train.conllu.gz (UD English-EWT and UD English-GUM). A passage is about 400 words in
// their order, like a short article. Stems of a single passage are left out: the rarest words weigh the same anyway.
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { gunzipSync } = require('node:zlib');
const { words } = require('../dist/src/language/en/words.js');

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/document-frequencies.js FOLDER');
  process.exit(2);
}
const counts = new Map();
let passages = 0;
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('-train.conllu.gz'))
  .sort()) {
  let passage = new Set();
  let length = 0;
  const close = () => {
    for (const stem of passage) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    passages += 1;
    passage = new Set();
    length = 0;
  };
  for (const line of gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split('\n')) {
    if (!line.startsWith('# text = ')) continue;
    for (const { stem } of words(line.slice('# text = '.length))) {
      length += 1;
      if (/^[a-z.]{2,20}$/.test(stem)) passage.add(stem);
    }
    if (length >= 400) close();
  }
  if (length) close();
}
const stems = {};
for (const [stem, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  if (count > 1) stems[count] = stems[count] ? `${stems[count]} ${stem}` : stem;
const target = join(__dirname, '../src/language/en/weights/document-frequencies.json');
writeFileSync(target, JSON.stringify({ passages, stems }, null, 1) + '\n');
console.log(`${passages} passages, ${Object.values(stems).join(' ').split(' ').length} stems -> ${target}`);
