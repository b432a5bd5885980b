const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What can be seen by a medium besides the kinds of document: "a contract seen by Lantern". */
export const paperNouns = set(
  'contract agreement log draft copy copies plan proposal list file record paper text data figure photograph photo picture image slide presentation invoice order certificate entry entries calendar audio spreadsheet ledger database map notebook exhibit text texts',
);

/** Nouns of those who are cited for what they know, and not as a reason ("citing poor health"). */
export const sourceNouns =
  /^(?:heads?|accounts?|\w*(?:official|source|people|person|spokes\w+|diplomat|officer|expert|analyst|document|report|record|e-?mail|data|witness|lawyer|aide|advis[eo]r|minister|ministry|agency|police|resident|employee|worker|study|survey|poll|staff|survivor|relative|villager|doctor|medic|insider|executive|colleague|neighbour|neighbor|friend|member|commander|general|governor|mayor|prosecutor|investigator|researcher|engineer|negotiator|mediator|broker|banker|trader|lawmaker|senator|judge|teacher|nurse|soldier|author|activist|economist|scientist|inspector|director|manager|president|chief|authority|authoritie|government|department|media|press|paper|letter|memo|file|filing|note|minutes|transcript|sheet|affidavit|statement|interview|tabloid|broadcaster|outlet|site|portal|channel|station|newsletter|blog|website|editorial|bulletin|cable|article|radio|television|newspaper|figure|estimate|informant|attorney|counsel|captain|owner|founder|journalist|reporter|daily|weekly|monthly|magazine|audit))s?$/;

/** What is cited as a reason, also by a medium: "the broadcaster, citing budget cuts,". */
export const reasonNouns =
  /^(?:absence|breach|caution|change|commitment|concern|condition|conflict|cost|cut|danger|delay|demand|difference|difficulty|difficulties|disagreement|dispute|emergency|failure|fatigue|fear|ground|health|illness|injury|injuries|lack|loss|losses|need|pressure|price|privacy|reason|right|risk|rule|safety|security|shortage|tension|threat|uncertainty|violation|weather|worry|worries)s?$/;

/** Endings of words for several people by what they do. */
export const agentPlural =
  /^(?!(?:matters|orders|powers|dangers|barriers|factors|disasters|parameters|letters|papers)$).*(?:[^b]ers|[aeit]ors|ists|ants|ians|men|women)$/;
