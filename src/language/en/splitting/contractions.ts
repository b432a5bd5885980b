/**
 * Words that Universal Dependencies counts as two, written as one: where the second begins (and the third). In lower
 * case. Source: multiword tokens of the training parts of EWT and GUM.
 */
const fused = new Map<string, readonly number[]>(
  Object.entries({
    cannot: [3],
    gonna: [3],
    gotta: [3],
    wanna: [3],
    gimme: [3],
    lemme: [3],
    outta: [3],
    dunno: [2, 3],
    alot: [1],
    im: [1],
    ive: [1],
    dont: [2],
    doesnt: [4],
    didnt: [3],
    cant: [2],
    wont: [2],
    isnt: [2],
    arent: [3],
    wasnt: [3],
    werent: [4],
    hasnt: [3],
    havent: [4],
    hadnt: [3],
    couldnt: [5],
    wouldnt: [5],
    shouldnt: [6],
    thats: [4],
    theres: [5],
    whats: [4],
    heres: [4],
    youre: [3],
    theyre: [4],
    theyve: [4],
    youve: [3],
    weve: [2],
    hes: [2],
    shes: [3],
    "i'ma": [1, 3],
    'i’ma': [1, 3],
  }),
);

const longestFused = 8;

/** "n't", "'s", "'re": the part at the end that is a word of its own. */
const clitic = /(?:(?<=\p{L})n['’`´ʼ]t|['’`´ʼ](?:s|re|ve|ll|d|m))$/iu;

/** Elisions in front: "d'you", "y'all", "c'mon". */
const proclitic = /^(?:(d['’`])(?=you)|(y['’`])(?=all)|(c['’`]m)(?=on$))/i;

/** "the '80s", "1930's": the apostrophe is part of the number. */
const decade = /^\d+['’]s$/u;

/**
 * Where a run of letters and apostrophes falls into words: "shouldn't've" -> [6, 9]. Offsets in the run, without its
 * beginning and its end. Only the end and the beginning are looked at, so a long run costs no more than a short one.
 */
export function contractionBoundaries(run: string): number[] {
  if (run.length <= longestFused) {
    const places = fused.get(run.toLowerCase());
    if (places) return [...places];
  }
  if (!/['’`´ʼ]/u.test(run)) return [];
  const places: number[] = [];
  let end = run.length;
  for (let count = 0; count < 3; count += 1) {
    // No clitic is longer than three characters; the fourth is what it hangs on.
    const tail = run.slice(Math.max(0, end - 4), end);
    const match = clitic.exec(tail);
    if (!match || match[0].length === end || decade.test(run)) break;
    end -= match[0].length;
    places.unshift(end);
  }
  const front = proclitic.exec(run.slice(0, 8));
  if (front && front[0].length < (places[0] ?? run.length)) places.unshift(front[0].length);
  return places;
}
