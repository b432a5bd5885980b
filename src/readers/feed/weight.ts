/** Characters of a tag with its attributes: feedsmith holds each attribute, at some 800 bytes. */
const LONGEST_TAG = 100_000;

/** Tags outside CDATA: feedsmith holds each element, at some 400 bytes. 10,000 entries of ten elements have 200,000. */
const MOST_TAGS = 300_000;

/** Character references: decoding them all at once takes a hundred bytes each. */
const MOST_REFERENCES = 1_000_000;

/** Characters of a name with a mail address: feedsmith tells them apart in a time that grows with the square of their length. */
const LONGEST_PERSON = 300;

const personTag = /<(?:[\w.-]{1,50}:)?(?:author|managingeditor|webmaster)(?=[\s>])/gi;

/** True for a feed with a person whom feedsmith should not take apart. Linear: it ends at the first. */
export function hasLongPerson(text: string): boolean {
  for (const { index } of text.matchAll(personTag)) {
    const end = text.indexOf('</', index);
    if ((end === -1 ? text.length : end) - index > LONGEST_PERSON) return true;
  }
  return false;
}

/** True for XML of which a parser would make more objects than fit into the memory that reading may take. Linear. */
export function isTooHeavy(text: string): boolean {
  let references = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    references += 1;
    if (references > MOST_REFERENCES) return true;
  }
  let tags = 0;
  for (let start = text.indexOf('<'); start !== -1;) {
    const mark = text.startsWith('<![CDATA[', start) ? ']]>' : text.startsWith('<!--', start) ? '-->' : '>';
    const end = text.indexOf(mark, start);
    if (mark === '>') {
      tags += 1;
      if (tags > MOST_TAGS || (end === -1 ? text.length : end) - start > LONGEST_TAG) return true;
    }
    if (end === -1) return false;
    start = text.indexOf('<', end);
  }
  return false;
}
