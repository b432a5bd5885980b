import { spawn, spawnSync } from 'node:child_process';
import { watch } from '../support/programs';

/** Whether this machine has curl; with Node and npm alone it has not. */
export const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** The commands of a page that begin with `curl`, with the lines that they go on in, as a reader would copy them. */
export function curlCommands(page: string): string[] {
  return [...page.matchAll(/^ *(curl (?:[^\n\\]|\\[^])*)$/gm)].map(([, command]) => command as string);
}

/** Runs a command line through a shell. @returns what it printed; @throws when it failed */
export async function runInShell(
  command: string,
  environment: Record<string, string>,
  folder: string,
): Promise<string> {
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { status, stdout, stderr } = await watch(child).finished;
  if (status !== 0) throw new Error(`${command}\nended with status ${status}: ${stderr}`);
  return stdout;
}

/** Splits a command line into words: quotation marks as in a shell, what is in `$…` put in its place. */
function wordsOf(command: string, variables: Readonly<Record<string, string>>): string[] {
  const put = (text: string) => text.replaceAll(/\$\([^)]*\)|\$\w+/g, (name) => variables[name] ?? '');
  const parts = command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"]+)|(\s+)/g);
  const words = [''];
  for (const [, single, double, bare, space] of parts) {
    if (space !== undefined) words.push('');
    else words[words.length - 1] += single ?? put(double ?? bare ?? '');
  }
  return words;
}

/**
 * The request that a curl command sends, for `fetch`. It knows the options that our pages use, and no others.
 * @throws on an option that it does not know
 */
export function requestOf(command: string, variables: Readonly<Record<string, string>>): Request {
  const headers = new Headers();
  const fields = new URLSearchParams();
  let address = '';
  let body: string | undefined;
  let isGet = false;
  const [, ...words] = wordsOf(command, variables);
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] as string;
    if (!word.startsWith('-')) address = word;
    else if (word === '--get') isGet = true;
    else if (word === '--include') continue;
    else {
      const value = words[(place += 1)] ?? '';
      const [, name = '', rest = ''] = /^([^:=]*)[:=]\s*([^]*)$/.exec(value) ?? [];
      if (word === '--header') headers.set(name, rest);
      else if (word === '--data') body = value;
      else if (word === '--data-urlencode') fields.append(name, rest);
      else throw new Error(`What is ${word} of curl? Teach it to tests/clients/curl.ts.`);
    }
  }
  if (body === undefined) isGet = true;
  const url = fields.size > 0 ? `${address}?${fields.toString()}` : address;
  return new Request(url, { method: isGet ? 'GET' : 'POST', headers, body });
}
