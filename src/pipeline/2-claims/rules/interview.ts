import type { LanguageDocument } from '../../../language/document.js';
import type { Stretch } from '../attribution.js';

/** Fewer questions make no interview. */
const fewestQuestions = 3;
/** Who is interviewed, in what stands before the first question. */
const interviewed =
  /\b(?:spoke|talked|speaking|interview|interviewed|conversation|sat down|chat|chatted|reached out|called)(?: (?:to|with))? ((?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,3})/u;

const isQuestion = (paragraph: string): boolean => /\?\s*$/.test(paragraph) && !/["“”]/.test(paragraph);
const isPersonal = (paragraph: string): boolean =>
  /\b(?:I|we|my|me|our)\b/i.test(paragraph.replace(/["“][^"”]*["”]/g, ''));

/** Who the text before an offset says is interviewed. */
export function intervieweeBefore(text: string, offset: number): Stretch | null {
  const match = interviewed.exec(text.slice(0, offset));
  if (!match) return null;
  const start = match.index + match[0].length - match[1]!.length;
  return { start, end: start + match[1]!.length };
}

/**
 * An interview printed without names: paragraphs that ask, and between them answers in the first person. Who answers is whom the text
 * in front says it spoke to. Known failure: the outlet's own text behind the last answer.
 * @returns by the index of the paragraph, from the first question on: null for a question, and who answers; empty where there is none
 */
export function unnamedInterview({
  paragraphs,
  source: { text },
}: LanguageDocument): ReadonlyMap<number, Stretch | null> {
  const texts = paragraphs.map(({ start, end }) => text.slice(start, end));
  const questions = texts.flatMap((paragraph, index) => (isQuestion(paragraph) ? [index] : []));
  const first = questions[0];
  const none = new Map<number, Stretch | null>();
  if (first === undefined || questions.length < fewestQuestions) return none;
  if (questions.filter((index) => /\byour?\b/i.test(texts[index]!)).length < 2) return none;
  const answers = questions.filter((index) => index + 1 < texts.length && !isQuestion(texts[index + 1]!));
  if (answers.filter((index) => isPersonal(texts[index + 1]!)).length * 2 < answers.length || answers.length === 0)
    return none;
  const interviewee = intervieweeBefore(text, paragraphs[first]!.start);
  if (!interviewee) return none;
  return new Map(texts.slice(first).map((paragraph, k) => [first + k, isQuestion(paragraph) ? null : interviewee]));
}
