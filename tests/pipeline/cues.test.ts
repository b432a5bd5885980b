import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findClaims } from '../../src/pipeline/2-claims/index.js';

/** A case is a folder whose cases.txt has a line for each sentence; its README tells the form. */
const folder = join(__dirname, '../cases/cues');
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readFileSync(join(folder, name, 'cases.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [name, ...line.split(' | ')] as [string, string, string, string]),
  );

function read(sentence: string): string[] {
  const { claims } = findClaims({ headline: null, text: sentence, source: null, publishedAt: null, language: 'en' });
  return claims.flatMap(({ attitude, cue }) => {
    if (cue === null) return [];
    const { class: cueClass, tense, aspect, modality, voice, negated } = cue;
    const said = [attitude, cueClass, tense, aspect, modality, voice, negated ? 'negated' : null];
    return [`${cue.text} | ${said.map((value) => value ?? '-').join(' ')}`];
  });
}

test.each(cases)('%s: %s', (_, sentence, cue, expected) => {
  expect(read(sentence)).toContain(`${cue} | ${expected}`);
});
