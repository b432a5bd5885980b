const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** "a letter | seen by the Post": a medium that got at the document. What follows "by" is one, where it has a capital. */
export const seenWords = set('seen obtained reviewed viewed acquired inspected examined unearthed uncovered');

/** What can be seen by a medium besides the kinds of document: "a contract seen by Lantern". */
export const paperNouns = set(
  'contract agreement log draft copy copies plan proposal list file record paper text data figure photograph photo picture image slide presentation invoice order certificate entry entries calendar audio spreadsheet ledger database map notebook exhibit text texts',
);

/** "a statement | carried by the agency": a medium that spread the document; it must be told as a medium. */
export const spreadWords = set(
  'carried published aired broadcast distributed released circulated posted printed run reported relayed disseminated reproduced shared streamed uploaded shown translated leaked given sent read excerpted serialised serialized reprinted provided supplied forwarded handed passed disclosed appeared ran featured',
);

/** "a letter | printed in the Journal": a study that appears in a journal is named with it. */
export const printWords = set(
  'published printed reprinted carried run excerpted serialised serialized reproduced quoted cited appeared ran featured',
);

/** "a memo | shared with the Post": a medium that was given the document. */
export const givenWords = set(
  'given sent released shown shared provided supplied forwarded handed passed disclosed leaked',
);

/** "a communiqué | read out on Kesh One". */
export const airWords = set('read aired broadcast screened');

/** "an official | reached by Radio Orrel": a medium that had him speak. */
export const reachWords = set('reached contacted approached questioned');

/** "…, | quoted by the Gazette,": a medium that relays the speaker. */
export const relayWords = set('quoted cited interviewed');

/** Nouns of those who are cited for what they know, and not as a reason ("citing poor health"). */
export const sourceNouns =
  /^(?:heads?|accounts?|\w*(?:official|source|people|person|spokes\w+|diplomat|officer|expert|analyst|document|report|record|e-?mail|data|witness|lawyer|aide|advis[eo]r|minister|ministry|agency|police|resident|employee|worker|study|survey|poll|staff|survivor|relative|villager|doctor|medic|insider|executive|colleague|neighbour|neighbor|friend|member|commander|general|governor|mayor|prosecutor|investigator|researcher|engineer|negotiator|mediator|broker|banker|trader|lawmaker|senator|judge|teacher|nurse|soldier|author|activist|economist|scientist|inspector|director|manager|president|chief|authority|authoritie|government|department|media|press|paper|letter|memo|file|filing|note|minutes|transcript|sheet|affidavit|statement|interview|tabloid|broadcaster|outlet|site|portal|channel|station|newsletter|blog|website|editorial|bulletin|cable|article|radio|television|newspaper|figure|estimate|informant|attorney|counsel|captain|owner|founder|journalist|reporter|daily|weekly|monthly|magazine|audit))s?$/;

/** What is cited as a reason, also by a medium: "the broadcaster, citing budget cuts,". */
export const reasonNouns =
  /^(?:absence|breach|caution|change|commitment|concern|condition|conflict|cost|cut|danger|delay|demand|difference|difficulty|difficulties|disagreement|dispute|emergency|failure|fatigue|fear|ground|health|illness|injury|injuries|lack|loss|losses|need|pressure|price|privacy|reason|right|risk|rule|safety|security|shortage|tension|threat|uncertainty|violation|weather|worry|worries)s?$/;

/** Endings of words for several people by what they do. */
export const agentPlural =
  /^(?!(?:matters|orders|powers|dangers|barriers|factors|disasters|parameters|letters|papers)$).*(?:[^b]ers|[aeit]ors|ists|ants|ians|men|women)$/;

/** Verbs by which a medium carries a document: "published a letter in which". */
export const carryingVerbs = set(
  'carried carries published publishes aired airs read reads broadcast ran printed prints released posted showed shows quoted relayed',
);
