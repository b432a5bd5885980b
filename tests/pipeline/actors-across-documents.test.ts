import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findClaims } from '../../src/pipeline/2-claims/index.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import { formsOfName } from '../../src/pipeline/3-actors/listed-forms.js';
import { ActorScope, type ListedActor, type ResolvedActor } from '../../src/pipeline/values.js';

interface Input {
  readonly documents: readonly { readonly source: string; readonly text: string }[];
  /** Rows of a user's table. */
  readonly listed?: readonly (Omit<ListedActor, 'forms'> & { readonly aliases: readonly string[] })[];
}

/** An actor by where it speaks, `NUMBER WORDS`: the document's number, and the speaker's words there. */
type Expected = Partial<Omit<ResolvedActor, 'roles'>> & { readonly speakers: readonly string[] };

const folder = join(__dirname, '../cases/actors');
const read = <Content>(name: string, file: string) =>
  JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as Content;

/** The actor of each speaker's words, its key as it is stored: one that an article keeps to itself has another elsewhere. */
function speakersOf({ documents, listed = [] }: Input): ReadonlyMap<string, ResolvedActor> {
  const listedActors = listed.map(({ aliases, ...actor }) => ({
    ...actor,
    forms: [actor.name, ...aliases].flatMap(formsOfName),
  }));
  const found = new Map<string, ResolvedActor>();
  for (const [number, { source, text }] of documents.entries()) {
    const input = { headline: null, text, source, publishedAt: null, language: 'en', listedActors };
    const { actors, claims } = resolveActors(input, findClaims(input).claims);
    for (const { speaker } of claims) {
      const actor = actors.find(({ key }) => key === speaker?.actor);
      if (!speaker || !actor) continue;
      const key = actor.scope === ActorScope.EVERYWHERE ? actor.key : `${number} ${actor.key}`;
      found.set(`${number} ${speaker.text}`, { ...actor, key });
    }
  }
  return found;
}

test.each(readdirSync(folder))('actors across documents: %s', (name) => {
  const found = speakersOf(read(name, 'input.json'));
  const { actors } = read<{ actors: Expected[] }>(name, 'expected.json');
  const keys = actors.map(({ speakers, ...expected }) => {
    const own = speakers.map((speaker) => {
      const actor = found.get(speaker);
      if (!actor) throw new Error(`Nobody speaks as "${speaker}", but: ${[...found.keys()].join(' | ')}`);
      expect(actor).toMatchObject(expected);
      return actor.key;
    });
    expect(new Set(own).size).toBe(1);
    return own[0];
  });
  expect(new Set(keys).size).toBe(keys.length);
});
