const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

// Verbs by which words come to readers. They differ on purpose: by who does it, a medium, a mouthpiece or whoever wrote the words,
// and by what stands behind them.

// What is told of a document or a speaker by a participle, with the medium behind a preposition.

/** "a letter | seen by the Post": a medium got at what others wrote. Whoever stands behind "by" is one, where he has a capital. */
export const seenParticiples = set(
  'seen obtained received reviewed viewed acquired inspected examined unearthed uncovered',
);

/** "a statement | carried by the agency": a medium spread it, as others do, and so must be told as a medium. */
export const spreadParticiples = set(
  'carried published aired broadcast distributed released circulated posted printed run reported relayed disseminated reproduced shared streamed uploaded shown translated leaked given sent read excerpted serialised serialized reprinted provided supplied forwarded handed passed disclosed appeared ran featured',
);

/** "a letter | printed in the Journal": what is done in a paper; a study that appears in a journal is named with it. */
export const printedParticiples = set(
  'published printed reprinted carried run excerpted serialised serialized reproduced quoted cited appeared ran featured',
);

/** "a memo | shared with the Post": of those that spread, by which a medium is given something. */
export const givenParticiples = set(
  'given sent released shown shared provided supplied forwarded handed passed disclosed leaked',
);

/** "a communiqué | read out on Kesh One": what is done on a station, which no word need tell then. */
export const airedParticiples = set('read aired broadcast screened');

/** "…, | quoted by the Gazette,": a medium relays the speaker, and no document. */
export const relayedParticiples = set('quoted cited interviewed');

/** "an official | reached by Radio Orrel": a medium had him speak. */
export const reachedParticiples = set('reached contacted approached questioned');

/** "a statement | released by his lawyer": somebody gave it out for another, who need not be a medium: no "seen", no "leaked". */
export const issuedParticiples = set(
  'released issued read delivered distributed provided relayed conveyed sent published posted shared handed circulated given made passed',
);

// What is told of whoever stands before the verb.

/** "the Ledger | published | a letter in which": a medium carries a document; finite forms, for it is the subject. */
export const carryingVerbs = set(
  'carried carries published publishes aired airs read reads broadcast ran printed prints released posted showed shows quoted relayed',
);

/** "her landlord | left | a voicemail saying": who wrote or spoke it gives it out himself. */
export const leavingVerbs = set(
  'left leaves signed signs sent sends wrote writes posted posts issued issues released releases published publishes penned tweeted emailed e-mailed',
);

/** "Hewitt | wrote": what media do, beside persons; who does something else is no medium ("Hewitt smiled"). */
export const mediaVerbs = set(
  'report reports reported wrote writes published publishes aired broadcast printed learned quoted quotes cited cites has had is was obtained interviewed',
);
