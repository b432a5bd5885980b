import { cutOut, piecesOf } from '../../../src/language/cut.js';
import { readDocument } from '../../../src/language/document.js';
import { captionParagraphs } from '../../../src/language/en/furniture/captions.js';
import { normalise } from '../../../src/language/normalise.js';

/** What is left between two paragraphs of prose. */
function left(paragraph: string): string {
  const { source } = readDocument(`Orrel votes in May.\n\n${paragraph}\n\nThe count is on Monday.`);
  return source.text.slice('Orrel votes in May.'.length, -'The count is on Monday.'.length).trim();
}

test.each([
  'More: Mayor says bridge is safe',
  'SEE ALSO: Ferry fares rise again, owners say',
  'see also Mayor defends bridge The port plan, which ...',
  'READ Why the bridge fell',
  'Mayor defends bridge | Ann Lee Read more',
  'Why did the bridge fall? Read more',
  'Related Coverage Ferry owners sue the port',
  'CLOSE The bridge has been closed by a judge. Video provided by Fairwater',
  'Play Video 1:02 Drone footage shows cars leaving Orrel – video',
  'Get the day in Orrel delivered to your inbox. By signing up you agree to our terms.',
  'This site is protected by reCAPTCHA and the terms of its owner apply.',
  'Follow Ann Lee on Twitter: @annlee',
  '• Ann Lee and Bo Hale contributed to this report from Velden.',
  '(Reporting by Ann Lee; editing by Bo Hale)',
  'Copyright 2019 Fairwater Wire. All rights reserved.',
  'The views expressed by contributors are their own.',
  '• Ann Lee is a classicist and author of “Rivers.”',
  'Ann Lee is an associate professor of history at Orrel University.',
])('left out: %s', (line) => expect(left(line)).toBe(''));

test.each([
  'More: a word that the mayor used often, and that nobody in the council would have used of him. '.repeat(4).trim(),
  'Watch the bridge closely, the mayor said.',
  'The mayor asked people to read more.',
  'He contributed to this war, the general said.',
  'She has 4,000 people who follow her on Twitter.',
  'The paper asked its readers to sign up for the count.',
  'Orrel is a port of 4,000 people.',
  'LEE: The bridge is safe.',
  'Mayor Ann Lee is a member of the council of Orrel.',
  'The council said MORE had to be done for Ann Lee and Bo Lee.',
])('kept: %s', (line) => expect(left(line)).toBe(line));

test.each([
  ['Sen. Ann Lee Ann Marie LeePort bill fails Mayor says no MORE said so.', 'Sen. Ann Lee said so.'],
  ['Roy Lee Roy Dean Lee Port bill fails MORE (R-Orrel) said so.', 'Roy Lee (R-Orrel) said so.'],
  ["Bo Hale Robert ( Bo ) HaleMayor: 'We must go' MORE ’ s plan failed.", "Bo Hale's plan failed."],
  ['We met Bo Hale Bo HaleA | B MORE and Cy Dorn Cy Roy DornC MORE .', 'We met Bo Hale and Cy Dorn.'],
  ['PORT DELAYS FERRY PLAN: The port said so.', 'The port said so.'],
  ['Show Hide The port is old.', 'The port is old.'],
])('%s', (line, rest) => expect(left(line)).toBe(rest));

test('names in capitals that come back are speakers', () => {
  const text = 'THE MAYOR OF ORREL: The bridge is safe.\n\nTHE MAYOR OF ORREL: It is.';
  expect(readDocument(text).source.text).toBe(text);
});

test('a text of one paragraph, such as a headline, keeps its words', () => {
  expect(readDocument('WATCH: Mayor says bridge is safe').source.text).toBe('WATCH: Mayor says bridge is safe');
});

test('an author whom the text names before is no author of it', () => {
  const line = 'Bo Hale is an associate professor of history.';
  expect(readDocument(`Bo Hale left.\n\n${line}`).source.text).toContain(line);
});

test.each([
  ['Ann Lee speaks in Orrel on May 3, 2019. (Photo: Bo Hale/Gazette)', true],
  ['Ann Lee speaks in Orrel. (Bo Hale/Fairwater)', true],
  ['Ann Lee speaks in Orrel. | Bo Hale/AP Photo', true],
  ['FILE - In this May 3, 2019 file photo, Ann Lee speaks.', true],
  ['The bridge is safe (Ann Lee says so).', false],
  ['The photo shows the bridge (and the ferry).', false],
  ['The bridge fell at noon. (WARNING: Video contains graphic images.)', false],
  ['The bridge fell at noon. (Photos show a boat under it.)', false],
])('caption or not: %s', (paragraph, is) => {
  const document = readDocument(`Orrel votes in May.\n\n${paragraph}`);
  expect([...captionParagraphs(document)]).toEqual(is ? [1] : []);
});

test('what is left leads back to the original', () => {
  const source = normalise('The mayor [of] Orrel [and] left .');
  const cut = cutOut(source, [
    { start: 20, end: 26 },
    { start: 9, end: 14 },
    { start: 22, end: 25 },
  ]);
  expect(cut.text).toBe('The mayor Orrel left.');
  const { start, end } = cut.toOriginal(0, cut.text.length);
  expect(source.original.slice(start, end)).toBe(source.original);
  expect(
    piecesOf(cut, { start: 4, end: 20 }).map((piece) => {
      const span = cut.toOriginal(piece.start, piece.end);
      return source.original.slice(span.start, span.end);
    }),
  ).toEqual(['mayor', 'Orrel', 'left']);
});
