import { BlindspotResolver } from './blindspot.js';
import { ComparisonResolver } from './comparison.js';
import { PropositionCellResolver } from './proposition-cell.js';
import { PropositionConflictResolver } from './proposition-conflict.js';
import { PropositionRowResolver } from './proposition-row.js';
import { SearchedPassageResolver } from './searched-passage.js';
import { SourceCoverageResolver } from './source-coverage.js';
import { SourceVoicesResolver } from './source-voices.js';
import { VoiceDivergenceResolver } from './voice-divergence.js';
import { VoiceShareResolver } from './voice-share.js';
import { WireGroupResolver } from './wire-group.js';

export const comparisonResolvers = [
  BlindspotResolver,
  ComparisonResolver,
  PropositionCellResolver,
  PropositionConflictResolver,
  PropositionRowResolver,
  SearchedPassageResolver,
  SourceCoverageResolver,
  SourceVoicesResolver,
  VoiceDivergenceResolver,
  VoiceShareResolver,
  WireGroupResolver,
] as const;
