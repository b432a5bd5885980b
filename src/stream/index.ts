export { followClaimLog, type ClaimChangeBatch, type ClaimChangeFilter } from './follow-claim-log.js';
export { encodeLogCursor, decodeLogCursor } from './log-cursor.js';
