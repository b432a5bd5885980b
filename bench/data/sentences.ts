import { ActorKind, ClaimKind, CueClass, type ChainHop, type Extract, type Span } from '../../src/pipeline/values.js';
import type { InventedActor } from './actors.js';
import type { Random } from './random.js';
import { documents } from './words.js';

/** What a stretch of a sentence is; what is only text is a plain string. */
type Mark = 'content' | 'cue' | 'speaker' | 'hop' | 'hopCue';
type Piece = string | readonly [Mark, string];

/** A sentence that says who claims what, with where each part stands in it. */
export interface ClaimSentence {
  readonly text: string;
  readonly kind: ClaimKind;
  readonly content: readonly Span[];
  readonly cue: (Extract & { readonly class: CueClass }) | null;
  readonly speaker: Extract | null;
  readonly hop: (Extract & Pick<ChainHop, 'cue' | 'owner'>) | null;
}

const cues: readonly (readonly [string, CueClass])[] = [
  ['said', CueClass.NEUTRAL],
  ['said', CueClass.NEUTRAL],
  ['told reporters', CueClass.NEUTRAL],
  ['insisted', CueClass.ASSERTIVE],
  ['warned', CueClass.DIRECTIVE],
  ['claimed', CueClass.ASSERTIVE],
  ['denied', CueClass.DENIAL],
  ['admitted', CueClass.CONCESSIVE],
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Joins the pieces and notes where the marked ones stand. */
function compose(pieces: readonly Piece[]) {
  let text = '';
  const found: { mark: Mark; extract: Extract }[] = [];
  for (const piece of pieces) {
    const start = text.length;
    text += typeof piece === 'string' ? piece : piece[1];
    if (typeof piece !== 'string') {
      found.push({ mark: piece[0], extract: { start, end: text.length, text: piece[1] } });
    }
  }
  const all = (mark: Mark) => found.filter((entry) => entry.mark === mark).map(({ extract }) => extract);
  return { text, all, first: (mark: Mark) => all(mark)[0] ?? null };
}

/** The outlet's own voice. */
export function assertion(content: string): ClaimSentence {
  const { text, all } = compose([['content', capital(content)], '.']);
  return { text, kind: ClaimKind.ASSERTION, content: all('content').map(span), cue: null, speaker: null, hop: null };
}

/** A headline that quotes: "Lukal Dor warns the harbour would reopen". */
export function quotingHeadline(content: string, speaker: InventedActor): ClaimSentence {
  const { text, all, first } = compose([
    ['speaker', capital(speaker.name)],
    ' ',
    ['cue', 'says'],
    ' ',
    ['content', content],
  ]);
  return {
    text,
    kind: ClaimKind.INDIRECT,
    content: all('content').map(span),
    cue: { ...(first('cue') as Extract), class: CueClass.NEUTRAL },
    speaker: first('speaker'),
    hop: null,
  };
}

/**
 * What somebody says, in one of the forms that news has for it.
 * @param document whose document it is known through, "an interview with the Norholba Courier"; null for none
 */
export function quotation(
  content: string,
  speaker: InventedActor,
  mention: string,
  document: { readonly owner: string } | null,
  random: Random,
): ClaimSentence {
  const [cue, cueClass] = random.pick(cues);
  const words = content.split(' ');
  const half = Math.floor(words.length / 2);
  const [before, after] = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
  const who = ['speaker', mention] as const;
  const hop = document && `${random.pick(documents)} of ${document.owner}`;
  const through: Piece[] = hop === null ? [] : [' ', ['hopCue', 'in'], ' ', ['hop', hop]];
  const title = speaker.role === null ? [] : [`, the ${speaker.role},`];
  const forms: readonly (readonly [ClaimKind, readonly Piece[]])[] = [
    [
      ClaimKind.INDIRECT,
      [['speaker', capital(mention)], ...title, ' ', ['cue', cue], ...through, ' that ', ['content', content], '.'],
    ],
    [ClaimKind.INDIRECT, [['content', capital(content)], ', ', who, ' ', ['cue', cue], ...through, '.']],
    [ClaimKind.INDIRECT, [['content', capital(content)], ', ', ['cue', 'according to'], ' ', who, ...through, '.']],
    [ClaimKind.DIRECT, ['"', ['content', capital(content)], '," ', who, ' ', ['cue', cue], ...through, '.']],
    [
      ClaimKind.DIRECT,
      ['"', ['content', capital(before)], '," ', who, ' ', ['cue', cue], ...through, ', "', ['content', after], '."'],
    ],
    [
      ClaimKind.MIXED,
      [
        ['speaker', capital(mention)],
        ' ',
        ['cue', cue],
        ...through,
        ' that ',
        ['content', `${before} "${after}"`],
        '.',
      ],
    ],
  ];
  const [kind, pieces] = random.pick(forms);
  const { text, all, first } = compose(pieces);
  const hopExtract = first('hop');
  return {
    text,
    kind,
    content: all('content').map(span),
    cue: {
      ...(first('cue') as Extract),
      class: kind === ClaimKind.INDIRECT && first('cue')?.text === 'according to' ? CueClass.NEUTRAL : cueClass,
    },
    speaker: first('speaker'),
    hop: hopExtract && { ...hopExtract, cue: first('hopCue')?.text ?? null, owner: document?.owner ?? null },
  };
}

const span = ({ start, end }: Span): Span => ({ start, end });

/** The kind of a hop: everything that relays here is a document. */
export const hopKind = ActorKind.DOCUMENT;
