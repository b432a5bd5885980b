/** The hand-written server as a program: bare node:http, one POST path for each question, `pg` underneath. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { comparedQuestions, type ComparedQuestion } from './questions.js';
import { sqlAnswers, type RunStatement, type Variables } from './sql-answers.js';

// As many connections as the service has.
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const run: RunStatement = async <Row>(name: string, text: string, values: readonly unknown[]) => {
  const { rows } = await pool.query({ name, text, values: [...values] });
  return rows as Row[];
};

async function readBody(request: IncomingMessage): Promise<Variables> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Variables;
}

const isQuestion = (name: string): name is ComparedQuestion => comparedQuestions.includes(name as ComparedQuestion);

async function answer(request: IncomingMessage): Promise<string> {
  const name = (request.url ?? '').slice(1);
  if (!isQuestion(name)) throw new Error(`There is no question ${name}.`);
  return JSON.stringify({ data: await sqlAnswers[name](run, await readBody(request)) });
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.setHeader('content-length', Buffer.byteLength(text));
      response.end(text);
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});

server.listen(0, '127.0.0.1', () => console.log(`Listening on ${(server.address() as AddressInfo).port}.`));
