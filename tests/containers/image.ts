import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { filesOfContext } from './context';
import { readCommand, readStages, root, type Instruction, type Stage } from './dockerfile';

/** What `docker build` would make, as a folder. */
export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  readonly user: { readonly uid: number; readonly gid: number };
  readonly stopSignal: NodeJS.Signals;
}

/** The Node that runs the tests comes first, as the image has but one. */
export const path = [dirname(process.execPath), process.env.PATH].join(delimiter);

/** A link where the file system allows one. Nothing that is run here changes a file: npm makes new ones in their place. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** What `npm ci` left here, in place of another: the list of packages is copied, because npm writes over it. */
function linkDependencies(to: string): void {
  const from = join(root, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === '.package-lock.json') copyFileSync(join(from, name), join(to, name));
    else if (name === '.bin' || !name.startsWith('.')) linkTree(join(from, name), join(to, name));
  }
}

/** A stage under way: its folder and what its instructions have set. */
class Building {
  workingFolder = '/';
  readonly environment: Record<string, string> = {};

  constructor(
    readonly stage: Stage,
    readonly root: string,
  ) {}

  /** Where a path of the image is. */
  place = (path: string) => join(this.root, path.startsWith('/') ? path : join(this.workingFolder, path));

  copy(words: readonly string[], from: Building | null): void {
    const target = words.at(-1) as string;
    for (const source of words.slice(0, -1)) {
      if (from === null) this.copyFromContext(source, target);
      else {
        const file = target.endsWith('/') ? this.place(join(target, basename(source))) : this.place(target);
        // Throws, as Docker fails, when it is not there.
        const isFolder = readdirSync(dirname(from.place(source)), { withFileTypes: true })
          .find(({ name }) => name === basename(source))
          ?.isDirectory();
        mkdirSync(dirname(file), { recursive: true });
        if (isFolder) linkTree(from.place(source), file);
        else linkOrCopy(from.place(source), file);
      }
    }
  }

  private copyFromContext(source: string, target: string): void {
    const files = filesOfContext().filter((file) => source === '.' || file === source);
    if (files.length === 0) throw new Error(`COPY ${source}: it is not there, or .dockerignore keeps it out.`);
    for (const file of files) cpSync(join(root, file), this.place(join(target, file)));
  }

  run({ text, words }: Instruction): void {
    // It needs the registry; npm has done just that here before the tests could start.
    if (text.startsWith('npm ci ')) return linkDependencies(this.place('node_modules'));
    // It would need root to give the folder away, and its path is that of the image.
    if (words[0] === 'install') return void mkdirSync(this.place(words.at(-1) as string), { recursive: true });
    const { status, stdout, stderr } = spawnSync('sh', ['-c', text], {
      cwd: this.place('.'),
      env: { PATH: path, HOME: this.root, npm_config_update_notifier: 'false', ...this.environment },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`RUN ${text} ended with ${status}:\n${stdout}\n${stderr}`);
  }
}

/**
 * Carries out the Dockerfile with folders for file systems and processes for RUN. An instruction that it does not know
 * stops it, so that none is passed over unseen.
 * @param folder an empty folder for the stages
 */
export function buildImage(folder: string): Image {
  const built = new Map<string, Building>();
  let commands: Partial<Pick<Image, 'command' | 'healthCheck' | 'user' | 'stopSignal'>> = {};
  let last: Building | undefined;
  for (const [index, stage] of readStages().entries()) {
    const building = new Building(stage, join(folder, stage.name ?? `stage-${index}`));
    mkdirSync(building.root);
    commands = {};
    for (const instruction of stage.instructions) {
      const { keyword, text, words, flags, properties } = instruction;
      if (keyword === 'WORKDIR') {
        building.workingFolder = text;
        mkdirSync(building.place('.'), { recursive: true });
      } else if (keyword === 'COPY') building.copy(words, flags.from ? (built.get(flags.from) as Building) : null);
      else if (keyword === 'RUN') building.run(instruction);
      else if (keyword === 'ENV') Object.assign(building.environment, properties);
      else if (keyword === 'CMD') commands = { ...commands, command: readCommand(text) };
      else if (keyword === 'HEALTHCHECK') commands = { ...commands, healthCheck: readCommand(text.slice(4)) };
      else if (keyword === 'STOPSIGNAL') commands = { ...commands, stopSignal: text as NodeJS.Signals };
      else if (keyword === 'USER') {
        const [uid, gid] = text.split(':').map(Number);
        commands = { ...commands, user: { uid: uid as number, gid: gid as number } };
      } else if (keyword !== 'LABEL' && keyword !== 'EXPOSE') throw new Error(`${keyword} is not carried out here.`);
    }
    if (stage.name !== null) built.set(stage.name, building);
    last = building;
  }
  const { root: imageRoot, workingFolder, environment } = last as Building;
  // In the image everybody may enter and read, whatever the umask here.
  for (const place of [folder, imageRoot]) chmodSync(place, 0o755);
  return {
    root: imageRoot,
    workingFolder: join(imageRoot, workingFolder),
    environment,
    ...(commands as Required<typeof commands>),
  };
}
