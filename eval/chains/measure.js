// How right the claims of a stage are against annotated ones: claims, speakers, links, owners. Pure: values in, values out.

const spansOf = (claim) => claim.spans ?? [[claim.start, claim.end]];

function commonLength(a, b) {
  let sum = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum;
}
const lengthOf = (spans) => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** Characters that both contents have, over those that one of them has. */
function jaccard(a, b) {
  const common = commonLength(spansOf(a), spansOf(b));
  return common / (lengthOf(spansOf(a)) + lengthOf(spansOf(b)) - common || 1);
}

function coversHalf(a, b) {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common > 0 && 2 * common >= Math.max(a.end - a.start, b.end - b.start);
}

/** Whether a found span and an annotated one, with its apposition or without, cover half of each other or more. */
const overlapsByHalf = (gold, found) =>
  coversHalf(gold, found) || (gold.full !== undefined && coversHalf(gold.full, found));

/** One name in two spellings: the same words in order, or one a run of the other's, articles left aside. */
function sameName(a, b) {
  const flat = (name) =>
    (name ?? '')
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !/^(?:an?|the|his|her|its|their)$/.test(word))
      .join(' ') ?? '';
  const [one, other] = [` ${flat(a)} `, ` ${flat(b)} `];
  return one.trim() !== '' && other.trim() !== '' && (one.includes(other) || other.includes(one));
}

/** The words that speak, or inside a document's words the owner alone. */
const sameSpeaker = (gold, found) =>
  overlapsByHalf(gold, found) ||
  (gold.name !== undefined && gold.start <= found.start && found.end <= gold.end && sameName(gold.name, found.text));

/** Pairs of annotated and found claims, the most alike first, each used once: `[goldIndex, foundIndex][]`. */
function pairClaims(gold, found) {
  const pairs = [];
  gold.forEach((one, i) =>
    found.forEach((other, j) => {
      const likeness = jaccard(one, other);
      if (likeness >= 0.5) pairs.push([i, j, likeness]);
    }),
  );
  pairs.sort((a, b) => b[2] - a[2]);
  const [usedGold, usedFound] = [new Set(), new Set()];
  return pairs.flatMap(([i, j]) => {
    if (usedGold.has(i) || usedFound.has(j)) return [];
    usedGold.add(i);
    usedFound.add(j);
    return [[i, j]];
  });
}

/** What counts as found: claims attributed to somebody in the text; the outlet's own voice, beliefs and intentions do not. */
const isCounted = (claim) =>
  claim.kind !== 'ASSERTION' && claim.in !== 'HEADLINE' && (claim.attitude ?? 'SPEECH') === 'SPEECH';

const none = () => ({ gold: 0, found: 0, right: 0 });
const emptyCounts = () => ({
  claims: none(),
  speakers: none(),
  links: none(),
  names: none(),
  owners: none(),
  chains: none(),
});

function addTo(counts, more) {
  for (const [name, { gold, found, right }] of Object.entries(more)) {
    counts[name].gold += gold;
    counts[name].found += found;
    counts[name].right += right;
  }
}

const brief = (claim) => ({
  content: spansOf(claim).length > 1 ? claim.text : claim.text.slice(0, 160),
  speaker: claim.speaker?.text ?? null,
  chain: claim.chain.map(({ text, owner }) => (owner ? `${text} (${owner})` : text)),
});

/**
 * Counts one case.
 * @param row the annotated case
 * @param predicted the claims of the stage for its text
 * @returns `counts`: for claims, speakers, links and whole chains how many are annotated, found and right; for names (only
 *   where the speaker's name differs from its words) and owners (only of right links) how many are right of `gold`.
 *   `errors`: what differs, to be read.
 */
function countCase(row, predicted) {
  const counts = emptyCounts();
  const errors = [];
  const candidates = predicted.filter(isCounted);
  const pairs = pairClaims(row.claims, candidates);
  // A claim marked optional may be found or not: neither it nor what was found for it counts.
  const ignored = new Set(pairs.filter(([i]) => row.claims[i].optional).map(([, j]) => j));
  const partner = new Map(pairs);
  const paired = new Set(partner.values());
  candidates.forEach((claim, j) => {
    if (ignored.has(j)) return;
    counts.claims.found += 1;
    counts.links.found += claim.chain.length;
    counts.chains.found += claim.chain.length > 0 ? 1 : 0;
    counts.speakers.found += claim.speaker ? 1 : 0;
    if (!paired.has(j)) errors.push({ id: row.id, spurious: brief(claim) });
  });
  row.claims.forEach((claim, i) => {
    if (claim.optional) return;
    counts.claims.gold += 1;
    counts.links.gold += claim.chain.length;
    counts.chains.gold += claim.chain.length > 0 ? 1 : 0;
    counts.speakers.gold += claim.speaker ? 1 : 0;
    const found = partner.has(i) ? candidates[partner.get(i)] : null;
    if (!found) {
      errors.push({ id: row.id, missed: brief(claim) });
      return;
    }
    counts.claims.right += 1;
    const speakerRight = Boolean(claim.speaker && found.speaker && sameSpeaker(claim.speaker, found.speaker));
    counts.speakers.right += speakerRight ? 1 : 0;
    if (claim.speaker?.name) {
      counts.names.gold += 1;
      counts.names.right += sameName(claim.speaker.name, found.speaker?.name) ? 1 : 0;
    }
    let links = 0;
    for (const link of claim.chain) {
      const hop = found.chain.find((other) => other.depth === link.depth);
      if (!hop || !overlapsByHalf(link, hop)) continue;
      links += 1;
      if (link.owner === undefined) continue;
      counts.owners.gold += 1;
      counts.owners.right += sameName(link.owner, hop.owner) ? 1 : 0;
    }
    counts.links.right += links;
    const whole = links === claim.chain.length && links === found.chain.length;
    counts.chains.right += whole && links > 0 ? 1 : 0;
    if (!whole || (claim.speaker ? !speakerRight : found.speaker))
      errors.push({ id: row.id, wanted: brief(claim), got: brief(found) });
  });
  return { counts, errors };
}

const percent = (part, whole) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 10);
const figuresOf = ({ gold, found, right }) => ({
  p: percent(right, found),
  r: percent(right, gold),
  f1: percent(2 * right, gold + found),
});

/** The shape of a case: its id without number and part ("told-medium-03" is "told-medium"). */
const shapeOf = (id) => id.replace(/-\d+(?:-typography)?$/, '');

/**
 * Scores a part: precision, recall and F1 in percent of claims, speakers, links and whole chains, the share of right names
 * and owners, and by shape the F1 of claims and of links (null where there are none, annotated or found).
 * @param cases annotated cases
 * @param answers map of case id to the claims of the stage
 */
function measure(cases, answers) {
  const total = emptyCounts();
  const shapes = new Map();
  const errors = [];
  for (const row of cases) {
    const one = countCase(row, answers.get(row.id) ?? []);
    addTo(total, one.counts);
    const shape = shapeOf(row.id);
    if (!shapes.has(shape)) shapes.set(shape, emptyCounts());
    addTo(shapes.get(shape), one.counts);
    errors.push(...one.errors);
  }
  return {
    figures: {
      cases: cases.length,
      claims: figuresOf(total.claims),
      speakers: figuresOf(total.speakers),
      links: figuresOf(total.links),
      chains: figuresOf(total.chains),
      names: percent(total.names.right, total.names.gold),
      owners: percent(total.owners.right, total.owners.gold),
    },
    byShape: Object.fromEntries(
      [...shapes].map(([shape, counts]) => [
        shape,
        { claims: figuresOf(counts.claims).f1, links: figuresOf(counts.links).f1 },
      ]),
    ),
    errors,
  };
}

module.exports = { measure, shapeOf };
