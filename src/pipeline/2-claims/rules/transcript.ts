import type { LanguageDocument, Sentence } from '../../../language/document.js';
import { endBeforeMarks } from '../../../language/words.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution, Stretch } from '../attribution.js';
import { noVerb } from '../cue-grammar.js';
import { stretch } from '../stretch.js';
import { intervieweeBefore, unnamedInterview } from './interview.js';

/** "Q:", "A.", and names in capitals, with what stands behind them: "MAYOR ANN LEE, ORREL (on the phone):". */
const asked = /^(Q|A|Question|Answer)\s?[:.](?=\s)/;
const inCapitals =
  /^(\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}\p{Lu}\.?)(?:, [^:\n]{1,50})?(?: ?[([][^)\]\n]{1,40}[)\]])?:(?=\s)/u;
const asName = /^(\p{Lu}\p{Ll}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})(?: ?[([][^)\]\n]{1,40}[)\]])?:(?=\s)/u;

/** What capitals and a colon stand for besides people. */
const noSpeakers =
  /^(?:NOTE|UPDATE|CORRECTION|WATCH|READ|MORE|RELATED|LIVE|BREAKING|PHOTOS?|VIDEO|SOURCE|EDITOR|FACT|WHAT|WHY|HOW|WHEN|WHERE)\b/;
/** Fewer labelled paragraphs make no transcript: "PARIS: thousands marched". */
const fewestTurns = 3;
interface Turn {
  /** Null for the one who asks, whose words are no claims. */
  readonly speaker: Stretch | null;
  readonly colon: Stretch;
  readonly isQuestion: boolean;
}

function readLabel(text: string, start: number, end: number): { label: string; end: number } | null {
  const head = text.slice(start, Math.min(end, start + 160));
  const match = asked.exec(head) ?? inCapitals.exec(head) ?? asName.exec(head);
  if (!match || noSpeakers.test(match[1]!)) return null;
  return { label: match[1]!, end: start + match[0].length };
}

const oneWord = /^(\p{Lu}[\p{L}'’-]+):(?=\s)/u;

/** "Lee:", where "Ann Lee:" has spoken before. */
function readSurname(
  text: string,
  start: number,
  named: ReadonlyMap<string, Stretch>,
): { label: string; end: number } | null {
  const match = oneWord.exec(text.slice(start, start + 40));
  return match && named.has(match[1]!) ? { label: match[1]!, end: start + match[0].length } : null;
}

/** The turns of a transcript by the paragraph that each begins with; empty where the text is none. */
function turnsOf(document: LanguageDocument): ReadonlyMap<number, Turn> {
  const { text } = document.source;
  const turns = new Map<number, Turn>();
  // By the last word: "MAYOR ANN LEE" is "LEE" later, and is named in full where she first speaks.
  const named = new Map<string, Stretch>();
  let interviewee: Stretch | null = null;
  for (const [index, { start, end }] of document.paragraphs.entries()) {
    const found = readLabel(text, start, end) ?? readSurname(text, start, named);
    if (!found) continue;
    if (turns.size === 0) interviewee = intervieweeBefore(text, start);
    const surname = found.label.split(' ').at(-1)!;
    const name = named.get(surname) ?? { start, end: start + found.label.length };
    named.set(surname, name);
    const isAsked = /^(?:Q|Question)$/.test(found.label);
    const isAnswer = /^(?:A|Answer)$/.test(found.label);
    turns.set(index, {
      speaker: isAsked ? null : isAnswer ? interviewee : name,
      colon: { start: found.end - 1, end: found.end },
      isQuestion: isAsked,
    });
  }
  // Somebody speaks twice: "PARIS:", "LONDON:" and "ROME:" report from three places.
  const isTranscript = turns.size >= fewestTurns && named.size >= 2 && named.size < turns.size;
  if (isTranscript) return turns;
  return answersOnly(document, turns) ?? unnamedTurns(document);
}

/** An interview in which only the answers are marked: "Where is it?", and below it "Ann Lee: In Oldhaven." */
function answersOnly(
  { paragraphs, source: { text } }: LanguageDocument,
  turns: ReadonlyMap<number, Turn>,
): ReadonlyMap<number, Turn> | null {
  const asks = (index: number): boolean => {
    const paragraph = paragraphs[index];
    return paragraph !== undefined && !turns.has(index) && /\?\s*$/.test(text.slice(paragraph.start, paragraph.end));
  };
  const asked = [...turns.keys()].filter((index) => asks(index - 1));
  if (asked.length < 2 || asked.length * 2 < turns.size) return null;
  const all = new Map(turns);
  for (const index of asked) all.set(index - 1, { speaker: null, colon: { start: 0, end: 0 }, isQuestion: true });
  return all;
}

/** An interview without any names beside questions and answers. */
function unnamedTurns(document: LanguageDocument): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  for (const [index, speaker] of unnamedInterview(document)) {
    const { start } = document.paragraphs[index]!;
    turns.set(index, { speaker, colon: { start, end: start }, isQuestion: speaker === null });
  }
  return turns;
}

/** The words of one sentence of a turn, without its label and final mark; null for a question and for a word or two. */
function contentOf({ units }: Sentence, colon: Stretch): Stretch | null {
  let start = 0;
  while (start < units.length && units[start]!.start < colon.end) start += 1;
  const end = endBeforeMarks(units, start);
  const isQuestion = units.slice(end).some(({ text }) => text.includes('?'));
  return !isQuestion && end - start >= 3 && /\p{L}/u.test(units[start]!.text) ? stretch(units, start, end) : null;
}

/**
 * A transcript: paragraphs that begin with who speaks ("Q:", "A:", "LEE:"). Each sentence of a turn that is no question is said
 * by its speaker; an answer by whom the text before names as interviewed. Turns go on over paragraphs without a label.
 * Known failure: who speaks after the last turn, where the outlet's own text goes on.
 * @returns by the index of the sentence, also for sentences in which nothing is claimed
 */
export function attributeTranscript(document: LanguageDocument): ReadonlyMap<number, Attribution | null> {
  const turns = turnsOf(document);
  const found = new Map<number, Attribution | null>();
  if (turns.size === 0) return found;
  let turn: Turn | undefined;
  for (const [index, sentence] of document.sentences.entries()) {
    turn = turns.get(sentence.paragraph) ?? turn;
    if (!turn) continue;
    const content = turn.isQuestion ? null : contentOf(sentence, turn.colon);
    found.set(
      index,
      content && {
        content: [content],
        cue:
          turn.colon.end > turn.colon.start
            ? { ...turn.colon, class: CueClass.NEUTRAL, entry: null, grammar: noVerb }
            : null,
        speaker: turn.speaker,
        attitude: Attitude.SPEECH,
        hops: [],
        rule: 'transcript',
        confidence: turn.speaker ? 0.8 : 0.5,
        paragraph: sentence.paragraph,
        opensBlock: false,
      },
    );
  }
  return found;
}
