const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Kinds of document through which something is said; each is a hop of the chain. */
export const documentNouns = set(
  `editorial interview statement report article column op-ed book letter memo memorandum email e-mail tweet post blog podcast
  documentary video footage recording broadcast testimony affidavit complaint lawsuit filing speech lecture address study paper survey
  poll release transcript essay story commentary memoir note bulletin communiqué communique declaration verdict ruling judgment
  judgement diary logbook minutes dispatch cable audit review indictment newsletter message petition manifesto reply thread caption
  notice advisory pamphlet leaflet brochure submission deposition dossier document piece excerpt excerpts
  conference briefing`,
);

/** Occasions: skipped between cue and content as documents are, but no hop of their own. */
export const eventNouns = set(
  `meeting hearing rally debate call appearance visit trip event summit forum dinner breakfast segment exchange
  series remarks comments court session part response press conference briefing ceremony vigil trial`,
);

/** Documents whose words are an encounter's: whoever is quoted in them speaks for himself. */
export const jointNouns = /\b(?:interviews?|transcripts?|minutes|recordings?|conversations?|podcasts?|documentary)\b/i;
