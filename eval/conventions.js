// The stage of claims as a filter, its claims cut as one of the annotated sets cuts them, where the sets disagree:
//   joined   a quotation that goes on after its tag is one claim with what stands before it (PolNeAR; GGT has two)
//   bare     the speaker is the name without what hangs on it behind a comma (GGT; PolNeAR takes appositions in)
// It shows how much of a figure is the convention and not the reading. The product has neither: see docs/decisions/claims.md.
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const pieces = (claim) => claim.spans ?? [[claim.start, claim.end]];

function joined(claims, text) {
  const result = [];
  const inOrder = claims
    .filter(({ kind, in: part }) => kind !== 'ASSERTION' && part === 'TEXT')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = null;
  for (const claim of inOrder) {
    const goesOn =
      claim.rule === 'floating-quotation' &&
      last !== null &&
      claim.start >= last.end &&
      /^content-|floating/.test(last.rule) &&
      last.speaker?.start === claim.speaker?.start &&
      !/\n\s*\n/.test(text.slice(last.end, claim.start));
    if (goesOn) {
      last.spans = [...pieces(last), ...pieces(claim)];
      last.end = claim.end;
      continue;
    }
    const copy = { ...claim };
    result.push(copy);
    if (last === null || claim.start >= last.end) last = copy;
  }
  return result;
}

const bare = (claims) =>
  claims.map((claim) => {
    const comma = claim.speaker?.text.indexOf(',') ?? -1;
    if (comma < 1) return claim;
    const speaker = { ...claim.speaker, text: claim.speaker.text.slice(0, comma), end: claim.speaker.start + comma };
    return { ...claim, speaker };
  });

const convention = { joined, bare }[process.argv[2]];
if (!convention) throw new Error('usage: conventions.js joined|bare < JSON lines');
const input = readFileSync(0, 'utf8');
const texts = new Map(
  input
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, text }) => [id, text]),
);
const { stdout, status } = spawnSync(process.execPath, [join(__dirname, '../dist/src/cli.js'), 'stage', 'claims'], {
  input,
  maxBuffer: 1 << 29,
  stdio: ['pipe', 'pipe', 'inherit'],
});
for (const line of stdout.toString().trim().split('\n')) {
  const answer = JSON.parse(line);
  console.log(JSON.stringify({ ...answer, claims: convention(answer.claims ?? [], texts.get(answer.id)) }));
}
process.exitCode = status;
