import type { Sentence } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import type { CueGroup } from '../cues.js';

/**
 * A second cue right after the first one's content has its speaker and document.
 * Example: The paper said in an editorial that the plan was a mistake and pointed out that …, adding that …
 * Known failure: "and said" that belongs to somebody inside the content.
 * @param found what was found in the sentence so far, in order: the outermost of nested ones comes first
 */
export function shareSpeaker(
  attribution: Attribution,
  group: CueGroup,
  sentence: Sentence,
  found: readonly Attribution[],
): Attribution {
  const link = sentence.units[group.start - 1];
  const links =
    link &&
    (/^(?:and|but)$/.test(link.lower) ||
      ((link.text === ',' || /,\s*$/.test(link.text)) && group.mood === 'PARTICIPLE'));
  if (!links) return attribution;
  // "…, Strand said in a lecture, adding that": the same occasion.
  const { speaker, hops } = attribution;
  const same =
    group.mood === 'PARTICIPLE' && speaker && hops.length === 0
      ? found.findLast((candidate) => candidate.speaker?.start === speaker.start && candidate.cue !== null)
      : undefined;
  if (same) return { ...attribution, hops: same.hops.map((hop) => ({ ...hop, rule: 'shared-speaker' as const })) };
  const previous = found.find((candidate) => {
    const end = candidate.content.at(-1)?.end;
    return (
      candidate.speaker !== null &&
      end !== undefined &&
      end <= Math.max(link.start, link.quotation ? link.end : 0) &&
      link.start - end <= 3
    );
  });
  if (!previous) return attribution;
  return {
    ...attribution,
    speaker: previous.speaker,
    hops: [...previous.hops.map((hop) => ({ ...hop, rule: 'shared-speaker' as const })), ...attribution.hops],
  };
}
