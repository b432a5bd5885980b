/**
 * PostGraphile as the benchmark runs it: over the service's own tables, as somebody would in production who knows it. It
 * listens on a free port of loopback and prints it. DATABASE_URL says which database.
 *
 * Its caches of plans and its named prepared statements (100 a connection) are on by themselves. Nothing is on that would
 * cost it what the service does not do either: no roles or settings sent along with each statement, no explaining, no
 * watching, no page.
 */
const { createServer } = require('node:http');
const { postgraphile } = require('postgraphile');
const { makePgService } = require('postgraphile/adaptors/pg');
const { grafserv } = require('postgraphile/grafserv/node');
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber');
const { jsonPgSmartTags } = require('postgraphile/utils');
const { PgAggregatesPreset } = require('@graphile/pg-aggregates');
const { PostGraphileConnectionFilterPreset } = require('postgraphile-plugin-connection-filter');

const smartTags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      // The view of claim-count.sql: what it is known by and where it leads to, which a view cannot declare itself.
      'beside.claim_count': {
        tags: {
          name: 'claim_count',
          foreignKey: [
            '(event_id) references public.event(id)|@behavior +list',
            '(source_id) references public.source(id)',
            '(speaker_id) references public.actor(id)',
          ],
        },
      },
    },
    attribute: {
      // Without this only columns of an index can be filtered by.
      'public.claim.retracted_at': { tags: { behavior: ['+filterBy', '+condition:attribute:filterBy'] } },
    },
  },
});

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  plugins: [smartTags],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public', 'beside'],
      // As many connections as the service reads with.
      poolConfig: { max: 10 },
    }),
  ],
  // Answers are put together as text at once, which is off by itself and faster.
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, outputDataAsString: true },
  grafast: { explain: false },
};

async function main() {
  const instance = postgraphile(preset);
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  await instance.getSchema();
  server.listen(0, '127.0.0.1', () => console.log(`Listening on ${server.address().port}.`));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
