import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser, ModifiableInstruction, PropertyInstruction } from 'dockerfile-ast';

export const root = join(__dirname, '../..');
export const dockerfileText = readFileSync(join(root, 'Dockerfile'), 'utf8');

export interface Instruction {
  readonly keyword: string;
  /** `--name=value` before the arguments. */
  readonly flags: Readonly<Record<string, string>>;
  /** All after the flags, lines joined. */
  readonly text: string;
  readonly words: readonly string[];
  /** NAME=value pairs of ENV and LABEL. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface Stage {
  /** e.g. node:24.21.0-bookworm-slim */
  readonly base: string;
  /** What other stages call it; null for the last. */
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** The stages of the Dockerfile, in order; the last makes the image. */
export function readStages(text = dockerfileText): Stage[] {
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  for (const parsed of DockerfileParser.parse(text).getInstructions()) {
    const properties = parsed instanceof PropertyInstruction ? parsed.getProperties() : [];
    const flags = parsed instanceof ModifiableInstruction ? parsed.getFlags() : [];
    const instruction: Instruction = {
      keyword: parsed.getKeyword(),
      flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
      text: parsed.getArgumentsContent() ?? '',
      words: parsed.getArguments().map((argument) => argument.getValue()),
      properties: Object.fromEntries(
        properties.map((property) => [property.getName(), property.getValue() ?? ''] as const),
      ),
    };
    const [base, , name] = instruction.words;
    if (instruction.keyword === 'FROM') stages.push({ base: base as string, name: name ?? null, instructions: [] });
    else (stages.at(-1) as Stage & { instructions: Instruction[] }).instructions.push(instruction);
  }
  return stages;
}

/** A command in the form of a JSON list, which starts the program itself and no shell that would keep the signals. */
export function readCommand(text: string): string[] {
  const command: unknown = JSON.parse(text);
  if (Array.isArray(command) && command.every((word) => typeof word === 'string')) return command;
  throw new Error(`${text} is not a list of words.`);
}

/** What the last instruction of this kind in the image's own stage says. @throws when there is none */
export function lastOf(keyword: string): Instruction {
  const found = readStages()
    .at(-1)
    ?.instructions.findLast((instruction) => instruction.keyword === keyword);
  if (!found) throw new Error(`The Dockerfile has no ${keyword}.`);
  return found;
}
