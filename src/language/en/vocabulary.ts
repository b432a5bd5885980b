import type { Vocabulary } from '../syntax/tagger/word-facts.js';
import { likelyTagsOf } from './likely-tags.js';
import { clusterOf } from './word-clusters.js';

/** What is known of English words besides the treebanks. */
export const vocabulary: Vocabulary = { clusterOf, likelyTagsOf };
