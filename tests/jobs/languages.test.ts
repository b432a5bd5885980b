import { databaseKinds } from '../support/databases';
import texts from '../language/texts.json';
import { emptyTables, openJobs, textSubmission, type JobsOnStore } from './support';

const english = (name: string) => `Velmo dam holds, Runa Alvdal says (${name})

12 March 2024

The dam at Velmo holds, water minister Runa Alvdal said on Tuesday. Engineers found no cracks in the wall above Altsee, the ministry said. "Nobody in Altsee needs to leave," mayor Odd Fjell told ${name}.

The 4,300 residents of Altsee should stay away from the river until Sunday, Odd Fjell said.
`;
const french = `Le barrage de Velmo tient, assure Runa Alvdal

2024-03-12

Le barrage de Velmo a tenu malgré la pluie, a déclaré mardi la ministre Runa Alvdal. Le mur au-dessus d'Altsee n'a aucune fissure. À Altsee, le maire Odd Fjell a demandé aux 4,300 habitants d'éviter la rivière : « Personne à Altsee ne doit partir », a dit Odd Fjell.
`;

describe.each(databaseKinds)('texts in other languages on the %s database', (kind) => {
  let open: JobsOnStore;
  beforeAll(async () => {
    open = await openJobs(kind);
  });
  afterAll(() => open.close());
  beforeEach(() => emptyTables(open.store));

  const ingest = async (...submissions: ReturnType<typeof textSubmission>[]) => {
    for (const submission of submissions) await open.jobs.accept(submission);
    await open.jobs.settle();
    expect(open.failures).toEqual([]);
  };

  test('language and basis are kept, and the reason why nothing was looked for', async () => {
    await ingest(
      textSubmission(english('Norden'), { source: 'Norden' }),
      textSubmission(french, { source: 'Le Vallon' }),
      textSubmission(`Dammen håller\n\n2024-03-12\n\n${texts.sv}`, { source: 'Kust', language: 'en' }),
    );
    const rows = await open.store.dataSource.query(
      `SELECT s.name, a.language, a.language_basis AS basis, v.analysis_state AS state, v.analysis_note AS note,
              (SELECT count(*)::integer FROM claim c WHERE c.article_id = a.id) > 0 AS "hasClaims"
       FROM article a JOIN source s ON s.id = a.source_id JOIN article_version v ON v.article_id = a.id ORDER BY s.name`,
    );
    const eventNote = expect.stringMatching(/there are rules for English only\. Its event was found by names/);
    expect(rows).toEqual([
      { name: 'Kust', language: 'en', basis: 'DECLARED', state: 'DONE', note: eventNote, hasClaims: false },
      { name: 'Le Vallon', language: 'fr', basis: 'DETECTED', state: 'DONE', note: eventNote, hasClaims: false },
      { name: 'Norden', language: 'en', basis: 'DETECTED', state: 'DONE', note: null, hasClaims: true },
    ]);
    expect(rows[0].note).toMatch(/^Declared "en", but the text reads as Swedish \(sv\)/);
  });

  test('a comparison says of an outlet that it could not read that nothing was read, not that nothing was reported', async () => {
    await ingest(
      textSubmission(english('Norden'), { source: 'Norden' }),
      textSubmission(english('Kyst'), { source: 'Kyst' }),
      textSubmission(french, { source: 'Le Vallon' }),
    );
    const [event] = await open.store.dataSource.query('SELECT id FROM event ORDER BY article_count DESC LIMIT 1');
    // Which event it is in is for stage 4; here it is to be in this one.
    await open.store.dataSource.query('UPDATE article SET event_id = $1', [event.id]);
    const comparison = await open.jobs.compare(event.id, null);
    const [source] = await open.store.dataSource.query(`SELECT id FROM source WHERE name = 'Le Vallon'`);
    const cells = comparison!.propositions.flatMap((row) => row.cells).filter((cell) => cell.sourceId === source.id);
    expect(cells.length).toBeGreaterThan(0);
    expect([...new Set(cells.map((cell) => cell.status))]).toEqual(['NOT_READ']);
    expect(cells.flatMap((cell) => cell.searchedArticleIds)).toEqual([]);
    expect(comparison!.blindspots.filter((blindspot) => blindspot.sourceId === source.id)).toEqual([]);
    const limit = comparison!.limits.find(({ code }) => code === 'TEXTS_NOT_READ');
    expect(limit?.sentence).toMatch(/^No claims were looked for in 1 of 3 texts.*: Le Vallon\.$/);
  });
});
