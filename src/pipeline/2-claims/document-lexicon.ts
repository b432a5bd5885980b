const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Occasions: skipped between cue and content as documents are, but no hop of their own. */
export const eventNouns = set(
  `meeting hearing rally debate call appearance visit trip event summit forum dinner breakfast segment exchange
  series remarks comments court session part response press conference briefing ceremony vigil trial inquiry inquest tribunal committee panel`,
);

/** Documents whose words are an encounter's: whoever is quoted in them speaks for himself. */
export const jointNouns = /\b(?:interviews?|transcripts?|minutes|recordings?|conversations?|podcasts?|documentary)\b/i;
