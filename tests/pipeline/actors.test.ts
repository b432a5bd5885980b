import { findClaims } from '../../src/pipeline/2-claims/index.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import { normaliseName } from '../../src/language/normalise-name.js';
import type { ActorResult, ResolvedActor } from '../../src/pipeline/values.js';

function read(text: string, source: string | null = null): ActorResult {
  const input = { text, headline: null, source, publishedAt: null, language: null };
  return resolveActors(input, findClaims(input).claims);
}

function actor(result: ActorResult, key: string): ResolvedActor {
  const found = result.actors.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`No ${key} among ${result.actors.map((candidate) => candidate.key).join(', ')}.`);
  return found;
}

const speakers = (result: ActorResult): (string | null)[] =>
  result.claims.filter((claim) => claim.kind !== 'ASSERTION').map((claim) => claim.speaker?.name ?? null);

test.each([
  ['The São Paulo Port Authority', 'sao paulo port authority'],
  ['  Ann  O’Hara', 'ann ohara'],
  ['U.S. Coast Guard', 'us coast guard'],
  ['an official', 'official'],
])('%s is keyed as %s', (name, key) => expect(normaliseName(name.replace('’', ''))).toBe(key));

describe('identity', () => {
  test('full names, bodies and countries reach beyond the article; the rest does not', () => {
    const result = read(
      'Foreign Minister Ann Marlow said the treaty was dead. NATO said it was not. Norway said nothing had changed. ' +
        'A senior official said talks went on. Two diplomats said they had failed. The Oldhaven Port Authority said ships were late.',
    );
    const scopes = Object.fromEntries(result.actors.map(({ key, scope }) => [key, scope]));
    expect(scopes).toMatchObject({
      'person:ann marlow': 'EVERYWHERE',
      'organization:north atlantic treaty organization': 'EVERYWHERE',
      'country:NO': 'EVERYWHERE',
      'organization:oldhaven port authority': 'EVERYWHERE',
      'person:senior official': 'ARTICLE',
      'group:two diplomats': 'ARTICLE',
    });
  });

  test('titles and roles are kept apart from the name', () => {
    const marlow = actor(read('Foreign Minister Ann Marlow said the treaty was dead.'), 'person:ann marlow');
    expect(marlow).toMatchObject({ name: 'Ann Marlow', kind: 'PERSON', roles: ['Foreign Minister'] });
  });

  test('a role before the name is a role, whatever hangs on it', () => {
    const result = read(
      'The mayor of Orrel, Bram Okoye, denied that anybody had left. Okoye said so. The mayor said so.',
    );
    expect(new Set(speakers(result))).toEqual(new Set(['Bram Okoye']));
    expect(actor(result, 'person:bram okoye')).toMatchObject({ scope: 'EVERYWHERE', roles: ['mayor of Orrel'] });
  });

  test('a company is called by its first word, a public body is not', () => {
    const result = read(
      'Verrinol Chemicals said the tank was old. Verrinol said it would pay. Orrel Hospital said all were well. ' +
        'The police said Orrel was calm.',
    );
    expect(speakers(result)).toEqual(['Verrinol Chemicals', 'Verrinol Chemicals', 'Orrel Hospital', 'the police']);
    expect(actor(result, 'organization:verrinol chemicals').kind).toBe('ORGANIZATION');
  });

  test('a bare surname grows into the full name', () => {
    const result = read('Mr. Hale said the engine had failed. Jonas Hale, the captain, said the crew was safe.');
    expect(speakers(result)).toEqual(['Jonas Hale', 'Jonas Hale']);
    expect(actor(result, 'person:jonas hale').scope).toBe('EVERYWHERE');
  });

  test('a country speaks through its capital', () => {
    const result = read('Beijing said the ships had left. China said they would not return.');
    expect(speakers(result)).toEqual(['China', 'China']);
    expect(actor(result, 'country:CN')).toMatchObject({ country: 'CN', aliases: ['Beijing'] });
  });

  test('initials in brackets mean the name before them', () => {
    const result = read('The Oldhaven Fishing Council (OFC) said the catch was poor. The OFC said jobs would go.');
    expect(speakers(result)).toEqual(['Oldhaven Fishing Council', 'Oldhaven Fishing Council']);
  });
});

describe('pronouns and descriptions', () => {
  test('he and she go to whom their gender fits', () => {
    const result = read('Marta Lindqvist met Jonas Hale on Monday. She said the bridge was safe. He said it was not.');
    expect(speakers(result)).toEqual(['Marta Lindqvist', 'Jonas Hale']);
  });

  test('the speaker goes on speaking', () => {
    const result = read(
      'Jonas Hale said the captain was wrong. He added that Peter Renn had left.\n\nHe said no more.',
    );
    expect(new Set(speakers(result))).toEqual(new Set(['Jonas Hale']));
  });

  test('a role points back to its holder', () => {
    const result = read(
      'Jonas Hale, a spokesman for the board, said the crane was old. The spokesman said it would go.',
    );
    expect(speakers(result)).toEqual(['Jonas Hale', 'Jonas Hale']);
  });

  test('an office belongs to whom its pronoun means, else to nobody', () => {
    expect(speakers(read('Orrel Hospital is full. Mayor Bram Okoye left. His office said he was ill.'))).toEqual([
      "Bram Okoye's office",
    ]);
    expect(speakers(read('Orrel Hospital is full. Their office said nobody was ill.'))).toEqual([null]);
  });

  test('a pronoun that nothing fits stays open', () => {
    expect(speakers(read('The road was closed. She said it would open again.'))).toEqual([null]);
  });
});

test('the outlet speaks its assertions, without a mention', () => {
  const result = read('The bridge closed in 2019.', 'Coastal Courier');
  expect(result.claims).toMatchObject([
    { kind: 'ASSERTION', speaker: { text: '', name: 'Coastal Courier', actor: 'organization:coastal courier' } },
  ]);
  expect(actor(result, 'organization:coastal courier').mentions).toEqual([]);
});
