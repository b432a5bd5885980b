// Checks on a set that every stretch that claims point at stands where they say: content and its pieces, cue, speaker, hops.
//   node eval/offsets.js FILE ...   (JSON lines with `text`, perhaps `headline`, perhaps packed)
const { readFileSync } = require('node:fs');
const { gunzipSync } = require('node:zlib');
const { findClaims } = require('../dist/src/pipeline/2-claims/index.js');
const { resolveActors } = require('../dist/src/pipeline/3-actors/index.js');

/** The stretches of some claims, each with whether it is exact. */
function stretches({ claims, headline, text }) {
  return claims.flatMap((claim) => {
    const whole = claim.in === 'TEXT' ? text : headline;
    const isExact = ({ start, end, text: exact }) =>
      start >= 0 && start <= end && end <= whole.length && whole.slice(start, end) === exact;
    const extracts = [claim, claim.cue, claim.speaker, ...claim.chain].filter((extract) => extract !== null);
    const pieces = (claim.spans ?? []).map(({ start, end }) => claim.start <= start && start < end && end <= claim.end);
    return [...extracts.map(isExact), ...pieces];
  });
}

/** @returns how many stretches there are in the claims of a set, and how many of them are exact */
function exactOffsets(file) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  let [all, exact] = [0, 0];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const { text, headline = null } = JSON.parse(line);
    const input = { text, headline, source: 'Outlet', publishedAt: null, language: null };
    const { claims } = resolveActors(input, findClaims(input).claims);
    const found = stretches({ claims, headline, text });
    all += found.length;
    exact += found.filter(Boolean).length;
  }
  return { all, exact };
}

module.exports = { exactOffsets, stretches };

if (require.main === module) {
  for (const file of process.argv.slice(2)) {
    const { all, exact } = exactOffsets(file);
    console.log(`${file}: offsets exact: ${exact} of ${all} spans`);
    if (exact < all) process.exitCode = 1;
  }
}
