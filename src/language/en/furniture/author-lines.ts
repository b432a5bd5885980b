const work =
  '(?:author|columnist|reporter|correspondent|journalist|writer|editor|contributor|fellow|professor|lecturer|historian|attorney|lawyer|analyst|strategist|commentator|critic|host|producer|scholar|economist|director|president|founder|novelist|chair|classicist|syndicated|freelance|contributing|staff)';

/** "• Ann Lee is a classicist and author of …", "Bo Hale, a professor at Orrel, is the author of …". */
const introduced = new RegExp(
  `^([•*—–-]? ?)((?:\\p{Lu}[\\p{L}\\p{M}.'’-]* ){1,4})(?:\\([^()]{1,40}\\) )?(?:is|was) (?:(?:an?|the|our|\\S{1,40}'s?) )?(?:[\\p{L}'’-]+ ){0,5}${work}\\b`,
  'u',
);

/** Behind these there are no more than some lines about who wrote. */
const lastParagraphs = 4;

/**
 * Whether a paragraph tells who wrote the article: one of the last, about somebody whom the text does not name before.
 * Known failure: an author who is named in his own article.
 * @param index which of `count` paragraphs @param isNamedBefore whether the text before has the word
 */
export function isAuthorLine(
  paragraph: string,
  index: number,
  count: number,
  isNamedBefore: (word: string) => boolean,
): boolean {
  if (index === 0 || index < count - lastParagraphs) return false;
  const match = introduced.exec(paragraph.slice(0, 200));
  if (!match) return false;
  const surname = match[2]!.trim().split(' ').at(-1)!;
  return match[1] !== '' || !isNamedBefore(surname);
}
