import { datelineEnd } from '../../dateline.js';
import { findBlocks } from '../../paragraphs.js';
import type { SentenceWords, Word } from '../../syntax/values.js';
import { lastWordBeforeStop, sentenceEnd } from './sentence-end.js';
import { splitWords } from './words.js';

/**
 * No sentence has more words: the parser's work must stay bounded, and a text without a full stop must not become one
 * sentence. The longest of 21,000 in the treebanks has 159. Longer ones are cut after their last comma or semicolon.
 */
export const longestSentence = 200;

/**
 * Splits a text into sentences and their words, as EWT and GUM do. Sentences never run over a line (but for lines that
 * are only wrapped); a dateline is a sentence of its own. All that is no blank is in a word.
 * Linear in the length of the text.
 */
export function splitSentences(text: string): SentenceWords[] {
  const sentences: SentenceWords[] = [];
  for (const { start, end } of findBlocks(text)) {
    const begin = datelineEnd(text, start, end);
    if (begin > start) addSentences(sentences, text, start, begin);
    addSentences(sentences, text, begin, end);
  }
  return sentences;
}

function addSentences(sentences: SentenceWords[], text: string, start: number, end: number): void {
  const words = splitWords(text, start, end);
  let first = 0;
  while (first < words.length) {
    let last = words.length - 1;
    for (let index = first; index < words.length; index += 1) {
      const found = sentenceEnd(text, words, index, first);
      if (found >= 0) {
        last = Math.min(found, first + longestSentence - 1);
        break;
      }
      if (index - first + 1 >= longestSentence) {
        last = cut(words, first, index);
        break;
      }
    }
    const sentence = words.slice(first, last + 1);
    separateStop(sentence);
    sentences.push({ start: sentence[0].start, end: sentence[sentence.length - 1].end, words: sentence });
    first = last + 1;
  }
}

/** Where to cut a sentence that is too long. */
function cut(words: readonly Word[], first: number, index: number): number {
  for (let last = index; last > first; last -= 1) if (/^[,;:]$/.test(words[last].text)) return last;
  return index;
}

/** "… shops, etc.": at the end of a sentence the full stop of an abbreviation is a word of its own. */
function separateStop(sentence: Word[]): void {
  const index = lastWordBeforeStop(sentence);
  if (index < 0) return;
  const { text, start, end } = sentence[index];
  const bare = text.slice(0, -1).trimEnd();
  const parts = [
    { text: bare, start, end: start + bare.length },
    { text: '.', start: end - 1, end },
  ];
  sentence.splice(index, 1, ...parts);
}
