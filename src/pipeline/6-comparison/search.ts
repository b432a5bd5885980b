import { PropositionRelationKind, type SearchedPassage } from '../values.js';
import { read, relate, type Reading } from '../sentence-relation/index.js';
import type { EventView } from './event-view.js';

/** What a search of one outlet's texts for one proposition found. */
export interface SearchResult {
  /** Sentences that say it, best first; at most `mostPassages`. */
  readonly passages: readonly SearchedPassage[];
  /** The sentence that came nearest without saying it clearly; null when none shares what the proposition is about. */
  readonly nearest: SearchedPassage | null;
}

interface Sentence {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reading: Reading;
}

// A sentence says the proposition only where it would nearly be grouped with it.
const foundScore = 0.5;
// A longer sentence may hold the proposition whole and much besides: then the words of the proposition decide.
const foundPart = 0.75;
const leastPart = 0.35;
const fewestShared = 3;
const mostPassages = 3;
// The same figure of this many or more is hardly there by chance: the sentence may well tell of the same.
const fewestTelling = 10;
const sameFigure = 0.4;
// A sentence that says it around something else, by the words, is surer where it has the same telling figure.
const foundScoreOfFigure = 0.4;

/**
 * Looks for propositions in every sentence of the full text of every article that could be read, so that "not reported" is never only "not
 * extracted as a claim". Sentences are found through the content words they share with the proposition.
 *
 * Known failure: a proposition retold in other words altogether is not found; that is why a blindspot shows the nearest
 * sentence and the articles searched.
 */
export class FullTextSearch {
  private readonly sentences: Sentence[] = [];
  /** In how many sentences of the event each stem stands: the event's own names say little. */
  private readonly frequency = new Map<string, number>();
  private readonly byStem = new Map<string, Map<string, number[]>>();

  constructor(view: EventView) {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    for (const article of view.article.values()) {
      if (article.isUnread) continue;
      for (const { segment, index } of segmenter.segment(article.text)) {
        const text = segment.trim();
        if (text === '') continue;
        const start = index + segment.indexOf(text);
        this.add(article.sourceId, {
          articleId: article.id,
          start,
          end: start + text.length,
          text,
          reading: read(text, article.publishedAt),
        });
      }
    }
  }

  private add(sourceId: string, sentence: Sentence): void {
    const number = this.sentences.push(sentence) - 1;
    let index = this.byStem.get(sourceId);
    if (!index) this.byStem.set(sourceId, (index = new Map()));
    for (const stem of [...sentence.reading.content, ...figuresOf(sentence.reading)]) {
      this.frequency.set(stem, (this.frequency.get(stem) ?? 0) + 1);
      const list = index.get(stem);
      if (list) list.push(number);
      else index.set(stem, [number]);
    }
  }

  private rarity(stem: string): number {
    return Math.log((this.sentences.length + 1) / ((this.frequency.get(stem) ?? 0) + 0.5));
  }

  /** Searches all texts of one outlet. */
  search(sourceId: string, proposition: Reading): SearchResult {
    const shared = new Map<number, { count: number; weight: number }>();
    const index = this.byStem.get(sourceId);
    for (const figure of figuresOf(proposition)) {
      for (const number of index?.get(figure) ?? []) shared.set(number, { count: 0, weight: 0 });
    }
    let whole = 0;
    for (const stem of proposition.content) {
      const weight = this.rarity(stem);
      whole += weight;
      for (const number of index?.get(stem) ?? []) {
        const sum = shared.get(number) ?? { count: 0, weight: 0 };
        shared.set(number, { count: sum.count + 1, weight: sum.weight + weight });
      }
    }
    const passages: SearchedPassage[] = [];
    let nearest: SearchedPassage | null = null;
    for (const [number, { count, weight }] of shared) {
      const part = whole > 0 ? weight / whole : 0;
      // With less of what the proposition is about, a sentence cannot say it.
      const sentence = this.sentences[number]!;
      const hasFigure = figuresOf(sentence.reading).some((figure) => figuresOf(proposition).includes(figure));
      if (part < leastPart && !hasFigure) continue;
      const relation = relate(sentence.reading, proposition);
      const says =
        relation.relation === PropositionRelationKind.EQUIVALENT ||
        (relation.relation === PropositionRelationKind.REFINES && relation.finer === 'FIRST');
      // What a sentence has of the proposition counts also where it tells it so differently that it is not clear.
      const score = Math.max(relation.score, part * foundPart, hasFigure ? sameFigure : 0);
      const passage: SearchedPassage = {
        articleId: sentence.articleId,
        start: sentence.start,
        end: sentence.end,
        text: sentence.text,
        score,
      };
      const isFound =
        relation.score >= (hasFigure ? foundScoreOfFigure : foundScore) || (part >= foundPart && count >= fewestShared);
      if (says && isFound) passages.push(passage);
      else if (!nearest || score > nearest.score) nearest = passage;
    }
    passages.sort((a, b) => b.score - a.score);
    return { passages: passages.slice(0, mostPassages), nearest: passages.length > 0 ? null : nearest };
  }
}

/** The figures of a sentence that are telling, as they are indexed beside its stems. */
function figuresOf(reading: Reading): string[] {
  return reading.quantities
    .filter(({ low, high }) => low >= fewestTelling && Number.isFinite(high))
    .map(({ low, high, unit }) => `#${low}–${high}${unit}`);
}
