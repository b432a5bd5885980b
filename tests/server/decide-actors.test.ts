import { Scope } from '../../entities/index';
import { createKey } from '../../src/store/keys/keys';
import { databaseKinds } from '../support/databases';
import { startService, type Service, type Tree } from './support';

jest.setTimeout(120_000);

const decision = `decision { id kind reason madeBy madeByName from { id name } into { id name } articles claims sources revertedAt revertReason }
  actor { id name aliases roles { role firstSeenAt lastSeenAt } } changedClaims`;
const mergeMutation = `mutation ($input: MergeActorsInput!) { mergeActors(input: $input) { ${decision} } }`;
const splitMutation = `mutation ($input: SplitActorInput!) { splitActor(input: $input) { ${decision} } }`;
const revertMutation = `mutation ($input: RevertActorDecisionInput!) { revertActorDecision(input: $input) { ${decision} } }`;

describe.each(databaseKinds)('deciding who is who over HTTP, on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    for (const table of ['source', 'event', 'actor', 'actor_decision', 'claim_change'])
      await service.store.dataSource.query(`DELETE FROM ${table}`);
  });

  const ingest = async (source: string, day: string, text: string) => {
    const documents = [
      { text: `What was said\n\n${text}\n`, source, id: `${source} ${day}`, publishedAt: `2025-03-${day}` },
    ];
    const { data, errors } = await service.ask(
      `mutation ($documents: [DocumentInput!]!) {
        ingest(input: { documents: $documents, waitForAnalysis: true }) { receipts { status article { id source { id } } } } }`,
      { documents },
    );
    expect(errors).toBeUndefined();
    return data.ingest!.receipts![0]!.article as unknown as { id: string; source: { id: string } };
  };
  const analyseAgain = async () => {
    await service.store.dataSource
      .query(`UPDATE article_version SET analysis_state = 'PENDING', analysis_input_hash = NULL
      FROM article a WHERE a.id = article_id AND ordinal = a.latest_ordinal`);
    await service.jobs.settle();
    expect(service.logged).toEqual([]);
  };
  const actors = async () => {
    const { data } = await service.ask(
      '{ actors(filter: { kinds: [PERSON] }) { nodes { id name aliases roles { role } claims { totalCount } } } }',
    );
    return data.actors!.nodes as unknown as { id: string; name: string; claims: { totalCount: number } }[];
  };
  const counts = async () => Object.fromEntries((await actors()).map(({ name, claims }) => [name, claims.totalCount]));
  const idOf = async (name: string) => (await actors()).find((actor) => actor.name === name)!.id;
  const change = async (mutation: string, input: object): Promise<Tree> => {
    const { data, errors } = await service.ask(mutation, { input });
    expect(errors).toBeUndefined();
    return Object.values(data)[0]!;
  };
  const logged = () =>
    service.store.dataSource.query<{ fields: string[]; moved: boolean }[]>(
      `SELECT changed_fields AS fields, previous_speaker_id IS NOT NULL AS moved FROM claim_change
       WHERE kind = 'CHANGED' ORDER BY position`,
    );

  test('a merger moves claims, tells the log, leads the old id to the new actor, and outlasts new analyses', async () => {
    await ingest('A.example', '10', 'Mayor Tom Harrow said the dam was safe. Harrow said nobody had to leave.');
    await ingest('B.example', '12', 'Thomas Harrow, the mayor of Orrel, said the wall was safe.');
    const [tom, thomas] = [await idOf('Tom Harrow'), await idOf('Thomas Harrow')];
    const merged = await change(mergeMutation, { from: [thomas], into: tom, reason: 'He signs both ways.' });
    expect(merged).toMatchObject({
      changedClaims: 1,
      actor: { id: tom, name: 'Tom Harrow', aliases: expect.arrayContaining(['Thomas Harrow']) as unknown },
      decision: {
        kind: 'MERGE',
        reason: 'He signs both ways.',
        madeBy: 'anonymous',
        from: [{ id: thomas, name: 'Thomas Harrow' }],
        into: { id: tom },
      },
    });
    expect(merged.actor!.roles).toHaveLength(2);
    expect(await counts()).toEqual({ 'Tom Harrow': 3 });
    expect(await logged()).toEqual([{ fields: ['speaker'], moved: true }]);
    const asked = await service.ask(
      `query ($id: ID!) {
        node(id: $id) { id ... on Actor { name decisions { kind from { name } } } } actor(id: $id) { id claims { totalCount } }
        nodes(ids: [$id, $id]) { id } search(text: "Thomas", filter: { types: [ACTOR] }) { nodes { node { ... on Actor { id } } } } }`,
      { id: thomas },
    );
    expect(asked.errors?.map(({ message }) => message)).toBeUndefined();
    expect(asked.data).toMatchObject({
      node: { id: tom, name: 'Tom Harrow', decisions: [{ kind: 'MERGE', from: [{ name: 'Thomas Harrow' }] }] },
      actor: { id: tom, claims: { totalCount: 3 } },
      nodes: [{ id: tom }, { id: tom }],
      search: { nodes: [{ node: { id: tom } }] },
    });
    const filtered = await service.ask(
      `query ($one: [ID!], $two: [ID!]) {
        claims(filter: { speakers: $one }) { totalCount } both: claims(filter: { speakers: $two }) { totalCount }
        articles(filter: { speakers: $one }) { totalCount } events(filter: { speakers: $one }) { nodes { id } } }`,
      { one: [thomas], two: [thomas, tom] },
    );
    expect(filtered.data).toMatchObject({
      claims: { totalCount: 3 },
      both: { totalCount: 3 },
      articles: { totalCount: 2 },
      events: { nodes: expect.arrayContaining([expect.anything()]) as unknown },
    });
    await analyseAgain();
    await ingest('B.example', '13', 'Thomas Harrow said the bridge was closed.');
    expect(await counts()).toEqual({ 'Tom Harrow': 4 });

    const reverted = await change(revertMutation, { id: (merged.decision as Tree).id, reason: 'Two brothers.' });
    expect(reverted).toMatchObject({ changedClaims: 2, decision: { revertReason: 'Two brothers.' } });
    expect(await counts()).toEqual({ 'Tom Harrow': 2, 'Thomas Harrow': 2 });
    await analyseAgain();
    expect(await counts()).toEqual({ 'Tom Harrow': 2, 'Thomas Harrow': 2 });
    expect((await service.ask('query ($id: ID!) { actor(id: $id) { id } }', { id: thomas })).data.actor).toEqual({
      id: thomas,
    });
  });

  test('a split by articles, outlets or claims makes another actor, and outlasts new analyses', async () => {
    const singer = await ingest('A.example', '10', 'The singer Ann Marlow said the tour was over.');
    const coach = await ingest('B.example', '12', 'Coach Ann Marlow said the team was tired.');
    await ingest('C.example', '13', 'Ann Marlow said the hall was full.');
    const ann = await idOf('Ann Marlow');
    const split = await change(splitMutation, {
      actor: ann,
      sources: [coach.source.id],
      name: 'Ann Marlow (coach)',
      reason: 'Two people.',
    });
    expect(split).toMatchObject({
      changedClaims: 1,
      actor: { name: 'Ann Marlow (coach)', roles: [{ role: 'coach' }] },
      decision: { kind: 'SPLIT', sources: [coach.source.id], articles: [] },
    });
    await analyseAgain();
    await ingest('B.example', '20', 'Coach Ann Marlow said the next match was hard.');
    expect(await counts()).toEqual({ 'Ann Marlow': 2, 'Ann Marlow (coach)': 2 });
    await change(splitMutation, {
      actor: ann,
      articles: [singer.id],
      name: 'Ann Marlow (singer)',
      reason: 'And a third.',
    });
    const { data } = await service.ask('query ($id: ID!) { actor(id: $id) { claims { nodes { id } } } }', { id: ann });
    const [claim] = (data.actor!.claims as Tree).nodes as unknown as { id: string }[];
    const coachId = await idOf('Ann Marlow (coach)');
    await change(splitMutation, { actor: ann, claims: [claim!.id], into: coachId, reason: 'Wrong one.' });
    await analyseAgain();
    expect(await counts()).toEqual({ 'Ann Marlow': 0, 'Ann Marlow (coach)': 3, 'Ann Marlow (singer)': 1 });
    // Merged back: the later decision counts.
    await change(mergeMutation, { from: [coachId], into: ann, reason: 'One after all.' });
    await analyseAgain();
    expect(await counts()).toEqual({ 'Ann Marlow': 3, 'Ann Marlow (singer)': 1 });
    const first = await change(revertMutation, { id: (split.decision as Tree).id, reason: 'Never mind.' });
    expect(first.changedClaims).toBe(0);
  });

  test('a split that is taken back leaves no empty actor in the lists', async () => {
    const coach = await ingest('B.example', '12', 'Coach Ann Marlow said the team was tired.');
    const ann = await idOf('Ann Marlow');
    const split = await change(splitMutation, { actor: ann, articles: [coach.id], name: 'Another', reason: 'Two.' });
    await change(revertMutation, { id: (split.decision as Tree).id, reason: 'One.' });
    expect(await counts()).toEqual({ 'Ann Marlow': 1 });
    const { data } = await service.ask('query ($id: ID!) { actor(id: $id) { id } }', { id: (split.actor as Tree).id });
    expect(data.actor).toEqual({ id: ann });
  });

  test('the id of a split that was taken back follows the actor that it came from, through mergers and back', async () => {
    const coach = await ingest('B.example', '12', 'Coach Ann Marlow said the team was tired.');
    await ingest('C.example', '13', 'Anna Marlow said the hall was full.');
    const [ann, anna] = [await idOf('Ann Marlow'), await idOf('Anna Marlow')];
    const split = await change(splitMutation, { actor: ann, articles: [coach.id], name: 'Another', reason: 'Two.' });
    const another = (split.actor as Tree).id;
    const deeper = await change(splitMutation, { actor: another, articles: [coach.id], name: 'Third', reason: 'No.' });
    const third = (deeper.actor as Tree).id;
    for (const {
      decision: { id },
    } of [deeper, split] as unknown as { decision: { id: string } }[])
      await change(revertMutation, { id, reason: 'One.' });
    const leadsTo = async (id: unknown) =>
      (await service.ask('query ($id: ID!) { actor(id: $id) { id } }', { id })).data.actor;
    expect([await leadsTo(another), await leadsTo(third)]).toEqual([{ id: ann }, { id: ann }]);
    const merged = await change(mergeMutation, { from: [ann], into: anna, reason: 'She signs both ways.' });
    expect([await leadsTo(another), await leadsTo(third)]).toEqual([{ id: anna }, { id: anna }]);
    await change(revertMutation, { id: (merged.decision as Tree).id, reason: 'Sisters.' });
    expect([await leadsTo(another), await leadsTo(third)]).toEqual([{ id: ann }, { id: ann }]);
    expect(await counts()).toEqual({ 'Ann Marlow': 1, 'Anna Marlow': 1 });
  });

  test('who decided is kept, and needs the scope; followers of the merged actor hear of it', async () => {
    await ingest('A.example', '10', 'Mayor Tom Harrow said the dam was safe.');
    await ingest('B.example', '12', 'Thomas Harrow said the wall was safe.');
    const [tom, thomas] = [await idOf('Tom Harrow'), await idOf('Thomas Harrow')];
    const keyFor = (...scopes: Scope[]) => createKey(service.store, { name: 'Desk', scopes, expiresAt: null });
    const [reader, curator] = [await keyFor(Scope.READ), await keyFor(Scope.CURATE)];
    const input = { from: [thomas], into: tom, reason: 'One.' };
    const shown = ({ secret }: { secret: string }) => ({ authorization: `Bearer ${secret}` });
    const refused = await service.ask(mergeMutation, { input }, shown(reader));
    expect(refused).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });

    const heard = service.client().iterate<{ claimChanges: { changes: { changedFields: string[] }[] } }>({
      query: `subscription ($filter: ClaimChangeFilter) {
        claimChanges(filter: $filter) { changes { changedFields claim { speaker { id } } } } }`,
      variables: { filter: { speakers: [thomas] } },
    });
    expect((await heard.next()).value).toMatchObject({ data: { claimChanges: { changes: [] } } });
    const { data } = await service.ask(mergeMutation, { input }, shown(curator));
    expect(data.mergeActors!.decision).toMatchObject({ madeBy: `key:${curator.key.id}`, madeByName: 'Desk' });
    expect((await heard.next()).value).toMatchObject({
      data: { claimChanges: { changes: [{ changedFields: ['speaker'], claim: { speaker: { id: tom } } }] } },
    });
    await ingest('C.example', '13', 'Tom Harrow said the bridge was closed.');
    expect((await heard.next()).value).toMatchObject({
      data: { claimChanges: { changes: [{ changedFields: [], claim: { speaker: { id: tom } } }] } },
    });
    await heard.return?.();
  });

  test('who was merged into an actor that only an article of the demo knows keeps speaking when the demo goes', async () => {
    await ingest('Demo.example', '10', 'Two officials said the dam was safe.');
    await ingest('B.example', '12', 'Thomas Harrow said the wall was safe.');
    const [officials] = await service.store.dataSource.query<{ id: string }[]>(
      `SELECT encode(convert_to('Actor:' || id, 'UTF8'), 'base64') AS id FROM actor WHERE scope = 'ARTICLE'`,
    );
    const thomas = await idOf('Thomas Harrow');
    await change(mergeMutation, { from: [thomas], into: officials!.id.trim(), reason: 'One of them.' });
    await service.store.dataSource.query(`UPDATE source SET is_demo = true WHERE name ILIKE 'Demo%'`);
    expect(await service.jobs.removeDemo()).toEqual({ articles: 1 });
    await service.jobs.settle();
    const asked = await service.ask(
      'query ($id: ID!) { actor(id: $id) { name aliases claims { nodes { speaker { name } } } } }',
      { id: thomas },
    );
    expect(asked.data.actor).toMatchObject({
      aliases: ['Thomas Harrow'],
      claims: { nodes: [{ speaker: { name: expect.stringMatching(/officials/i) as unknown } }] },
    });
  });

  test('mistakes have codes', async () => {
    await ingest('A.example', '10', 'Mayor Tom Harrow said the dam was safe.');
    const other = await ingest('B.example', '12', 'Thomas Harrow said the wall was safe.');
    const [tom, thomas] = [await idOf('Tom Harrow'), await idOf('Thomas Harrow')];
    const nobody = Buffer.from('Actor:00000000-0000-4000-8000-000000000000').toString('base64');
    const codeOf = async (mutation: string, input: object) => (await service.refusal(mutation, { input })).code;
    const why = { reason: 'Because.' };
    expect(await codeOf(mergeMutation, { from: [nobody], into: tom, ...why })).toBe('ACTOR_NOT_FOUND');
    expect(await codeOf(mergeMutation, { from: [tom], into: tom, ...why })).toBe('BAD_USER_INPUT');
    expect(await codeOf(mergeMutation, { from: [], into: tom, ...why })).toBe('BAD_USER_INPUT');
    expect(await codeOf(mergeMutation, { from: [thomas], into: tom, reason: ' ' })).toBe('BAD_USER_INPUT');
    expect(await codeOf(mergeMutation, { from: Array(101).fill(thomas), into: tom, ...why })).toBe('BAD_USER_INPUT');
    expect(await codeOf(splitMutation, { actor: tom, articles: [other.id], name: 'X', ...why })).toBe(
      'ACTOR_NOT_THE_SPEAKER',
    );
    expect(await codeOf(splitMutation, { actor: tom, name: 'X', ...why })).toBe('BAD_USER_INPUT');
    expect(await codeOf(splitMutation, { actor: tom, articles: [other.id], ...why })).toBe('BAD_USER_INPUT');
    expect(await codeOf(revertMutation, { id: 'nothing', ...why })).toBe('ACTOR_DECISION_NOT_FOUND');
    const merged = await change(mergeMutation, { from: [thomas], into: tom, ...why });
    expect(await codeOf(mergeMutation, { from: [thomas], into: tom, ...why })).toBe('ACTOR_MERGED');
    await change(revertMutation, { id: (merged.decision as Tree).id, ...why });
    expect(await codeOf(revertMutation, { id: (merged.decision as Tree).id, ...why })).toBe('ACTOR_DECISION_REVERTED');
  });
});
