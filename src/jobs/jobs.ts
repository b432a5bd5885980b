import type { Comparison, DeclaredFields } from '../pipeline/values.js';
import type { ActorMerger, Decided, Grounds, Split } from '../store/actors/decide-actors.js';
import type { GivenActor, ImportedActors } from './listed-actors.js';
import type { ErrorCode } from '../errors.js';
import type { Store } from '../store/store.js';
import type { ReprocessingChoice } from '../store/reprocessing/begin.js';
import type { ReprocessingProgress } from '../store/reprocessing/progress.js';

export type { ReprocessingChoice } from '../store/reprocessing/begin.js';
export type { ReprocessingProgress } from '../store/reprocessing/progress.js';

export type { GivenActor, ImportedActor, ImportedActors } from './listed-actors.js';

/** A document handed in, as a caller or a reader gives it. */
export interface Submission {
  /** The bytes as received. */
  readonly bytes: Uint8Array;
  /** e.g. `text/html; charset=utf-8`; null when not known. */
  readonly mediaType: string | null;
  /** File name or address, for messages and for telling the format; null when there is none. */
  readonly name: string | null;
  /** What the caller says of it. Wins over what the document says. */
  readonly declared: DeclaredFields;
  /** Which column of a table holds what: `headline=Title,text=Body`; left out, the usual names tell. */
  readonly columns?: string;
}

export enum ReceiptStatus {
  /** A new article. */
  NEW = 'NEW',
  /** A known article whose text or headline changed. */
  NEW_VERSION = 'NEW_VERSION',
  /** A known article, the same as before. */
  UNCHANGED = 'UNCHANGED',
  /** Not taken in; `error` says why. */
  REFUSED = 'REFUSED',
}

/** What became of one document. */
export interface DocumentReceipt {
  readonly status: ReceiptStatus;
  readonly name: string | null;
  /** Null when refused. */
  readonly articleId: string | null;
  readonly articleVersionId: string | null;
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
}

/** What became of one delivery of the demo. */
export interface DemoStep {
  /** From 0, in the order in which the outlets published. */
  readonly number: number;
  /** How many there are. */
  readonly deliveries: number;
  readonly source: string;
  /** When it was seen, in the demo's own time. */
  readonly seenAt: Date;
  /** When the next one was seen; null after the last. */
  readonly nextSeenAt: Date | null;
  /** `headline` as it stands now; null for one that has none or was removed meanwhile. */
  readonly documents: readonly { readonly status: ReceiptStatus; readonly headline: string | null }[];
  /** Entries that it brought to the log of claim changes, for claims of the demo's outlets. */
  readonly added: number;
  readonly changed: number;
  readonly retracted: number;
}

/** What became of a request to compute stored articles again. */
export interface ReprocessingBegun {
  /** How many articles will be, or would be, computed again. */
  readonly articles: number;
  /** The round; null when there is nothing to do, or when it was only counted. */
  readonly reprocessing: ReprocessingProgress | null;
}

/** The work that the service does on what it is given. */
export interface Jobs {
  /**
   * Takes one file's or request's bytes in: one receipt for each document in them (JSON Lines hold many). When it
   * answers, what was accepted is committed, and its analysis is due.
   */
  accept(submission: Submission): Promise<readonly DocumentReceipt[]>;
  /** Resolves when nothing is left to analyse in this process. */
  settle(): Promise<void>;
  /**
   * Compares the outlets of an event; `sourceIds` null for all that cover it. Computed in a worker thread, kept under the
   * digest of its input.
   * @returns null when there is no such event
   * @throws ParallaxError COMPARISON_TOO_LARGE, BAD_USER_INPUT for an unknown source
   */
  compare(eventId: string, sourceIds: readonly string[] | null): Promise<Comparison | null>;
  /** Takes the invented outlets and articles of the demo in. @returns how many articles are new */
  loadDemo(): Promise<{ readonly articles: number }>;
  /**
   * Takes one delivery of the demo in and waits for its analysis, so that the demo can be replayed in time.
   * @throws ParallaxError BAD_USER_INPUT when there is no delivery of that number (from 0)
   */
  loadDemoDelivery(number: number): Promise<DemoStep>;
  /** Takes the demo out again, with all that was made of it. @returns how many articles are gone */
  removeDemo(): Promise<{ readonly articles: number }>;
  /**
   * Has stored articles computed again by the engines of this program, in the background and after all fresh ones.
   * @param isCountOnly only tells how many they are
   * @throws ParallaxError BAD_USER_INPUT for an unknown outlet
   */
  reprocess(choice: ReprocessingChoice, isCountOnly: boolean): Promise<ReprocessingBegun>;
  /**
   * The same for all that are stale, unless a round for the same engines is under way: then that goes on.
   * @param isCountOnly only tells how many are stale
   */
  reprocessStale(isCountOnly: boolean): Promise<ReprocessingBegun>;
  /** How many are stale, as far as it is known: looked for at most every few minutes. Null before the first look. */
  staleArticles(): number | null;
  /** How many articles wait to be computed again. @param store whose reading is counted and given up */
  reprocessingArticles(store: Store): Promise<number>;
  /** How far a round has come; the latest where the id is null. @returns null when there is none */
  reprocessing(id: string | null): Promise<ReprocessingProgress | null>;
  /** Adds rows to the user's own table of actors. */
  importActors(given: readonly GivenActor[]): Promise<ImportedActors>;
  /** Says that several actors are one, for all that is analysed later too. @throws ParallaxError as the store's mergeActors */
  mergeActors(merger: ActorMerger): Promise<Decided>;
  /** Says that some of what an actor says is another's. @throws ParallaxError as the store's splitActor */
  splitActor(split: Split): Promise<Decided>;
  /** Takes such a decision back. @throws ParallaxError as the store's revertActorDecision */
  revertActorDecision(id: string, grounds: Grounds): Promise<Decided>;
  /** Since when the article that is being analysed has been; null when none is. */
  analysisSince(): Date | null;
  /** Finishes the article being analysed and stops. What is left goes on at the next start. */
  stop(): Promise<void>;
}
