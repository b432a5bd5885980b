import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build puts the page: beside this code in dist/, also when this runs from src/. */
function graphiqlFolder(): string {
  const isBuilt = __dirname.includes(join('dist', 'src', 'server'));
  return join(__dirname, isBuilt ? '../../web/graphiql' : '../../dist/web/graphiql');
}

/** Serves GraphiQL from where the build puts it. */
export async function serveGraphiql(app: FastifyInstance): Promise<void> {
  const root = graphiqlFolder();
  if (!existsSync(join(root, 'index.html'))) {
    const notBuilt = 'GraphiQL is not built here: `npm run build` builds it.';
    app.get('/graphiql', (_request, reply) => reply.code(404).send(notBuilt));
    app.get('/graphiql/*', (_request, reply) => reply.code(404).send(notBuilt));
    return;
  }
  await app.register(fastifyStatic, { root, prefix: '/graphiql/', decorateReply: false });
  app.get('/graphiql', (_request, reply) => reply.redirect('/graphiql/'));
}
