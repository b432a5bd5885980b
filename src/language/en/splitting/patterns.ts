/**
 * What a word can look like besides letters, each with an example; all are sticky, and every repetition that is tried
 * more than once at the same place is bounded, so that splitting stays linear.
 */
const pattern = (source: string, flags = 'uy'): RegExp => new RegExp(source, flags);

/** "https://example.org/a?b=1", "www.example.org", "mailto:ann@example.org". What follows it is given back. */
export const address = pattern(
  String.raw`(?:(?:https?|ftp)://|www\.(?=[\p{L}\p{N}])|mailto:|doi:(?=\d))[^\s<>"“”„«»]+`,
);

/** "ann.lee@example.org", "sciencem...@example.com", "Rice@ENRON". */
export const mailAddress = pattern(
  String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}`,
);

/** "example.org/about", "news.example.co.uk": a host with an ending that is no word after a full stop. */
export const host = pattern(
  String.raw`[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.(?:com|org|net|gov|edu|mil|info|biz|int|co\.uk|org\.uk|gov\.uk|ac\.uk|com\.au|co\.jp|eu|uk|ca|au|de|fr|ru|cn|jp|io|tv)(?![\p{L}\p{N}-])(?:/[^\s<>"“”]*)?`,
);

/** "report.pdf", "ld2d-#69366-1.DOC": a file. */
export const file = pattern(
  String.raw`[\p{L}\p{N}_#%~-][\p{L}\p{N}_#%~.-]{0,80}\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|html?|jpe?g|png|gif|zip|exe|url|mp[34])(?![\p{L}\p{N}])`,
  'iuy',
);

/** "comp.sources.unix": three or more words in small letters joined by full stops. */
export const dottedName = pattern(
  String.raw`(?:\p{Ll}{2,20}(?:\.\p{Ll}[\p{Ll}-]{1,20}){2,6}|(?:alt|comp|misc|rec|sci|soc|talk)(?:\.\p{Ll}[\p{Ll}-]{0,20}){1,6})(?![\p{L}\p{N}])`,
);

/** "U.S.", "a.m", "Ph.D.", "M.Sc.", "J.K.". */
export const acronym = pattern(
  String.raw`(?:\p{L}(?:\.\p{L}){1,8}(?!\p{L})\.?|(?:\p{Lu}\p{Ll}{0,2}\.){2,6}(?!\p{Ll}))`,
);

/** "A&E", "AT&T". */
export const ampersandName = pattern(String.raw`\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}&])`);

/** "713-853-3989", "345-9945", "1-800-991-9019", "12-20-2000", "2026-11-30": hyphens between digits that are no range. */
export const dashedNumber = pattern(
  String.raw`(?:\d{1,3}-)?\d{3}[-/]\d{3}-\d{4}(?!\d|-\d)|\d{3}-\d{4}(?!\d|-\d)|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)(?!\d|-\d)|\d{4}-\d\d-\d\d(?!\d|-\d)|\d{5}-\d{4}(?!\d|-\d)`,
);

/** "1,500.25", "10:30", "11/28/2000", "1980s", "17th", "1930’s", ".265" (where the caller allows a point in front). */
export const number = pattern(
  String.raw`\.?\p{Nd}+(?:[.:]\p{Nd}+|,\p{Nd}{3}(?!\p{Nd}))*(?:(?:st|nd|rd|th|ST|ND|RD|TH|s)(?![\p{L}\p{N}]))?`,
);

/** "the 1930’s", "the 60's": decades keep what elsewhere is a possessive ("2003|'s"). */
export const decade = pattern(String.raw`(?:(?:1[5-9]\d|200)0|[2-9]0)['’]s(?![\p{L}\p{N}])`);

/** "11/28/2000", "9/11", "12/27": dates; but "1|/|2", "3|/|4" and "19|/|20" are three words. */
export const slashedDate = pattern(
  String.raw`(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2}|(?:1[012]|0?[1-9])/(?:0[1-9]|[12]\d|3[01]|11)|1[0-2]/[1-9])(?![\d/])`,
);

/** The unit that follows digits without a space: "7|am", "$3|bn", "10|km". Letters that follow no unit stay: "4G". */
export const unit = pattern(
  String.raw`(?:[ap]\.m\.?|[aApP][mM]|hrs?|h|mins?|minutes|secs?|hours|days|weeks|years|persons|people|percent|MM|bn|tn|mln|km|cm|mm|[mµ]g|kg|lbs?|ft|oz|sq|mi|yds?|kb|KB|MB|GB|TB|[kMG]?Hz|[kMG]W|mph|kph|[kKmMCFfxº]|hh|cc|watt)(?![\p{L}\p{Nd}])`,
);

/** The same after an amount of money: "$401.3|b", "$7.2|t". */
export const moneyUnit = pattern(String.raw`(?:[kKmMbBtT]|[mb]n|tn|mln)(?![\p{L}\p{Nd}])`);

/** "'90s", "’05", "'em", "'til", "rock 'n' roll", "'t|is". */
export const elision = pattern(
  String.raw`['’‘](?:\d\ds?(?![\p{L}\p{N}])|t(?=(?:is|was)(?![\p{L}\p{N}]))|(?:em|til|cause|n|bout|round)(?![\p{L}\p{N}-])['’]?)`,
  'iuy',
);

/** "#climate", "@name". */
export const handle = pattern(String.raw`(?:#(?=\p{L})|@(?=[\p{L}_]))[\p{L}\p{N}_]+`);

/** "-LRB-", "-RSB-": brackets as the Penn Treebank writes them. */
export const treebankBracket = pattern('-[LR][RSC]B-');

/** "US$", "A$". */
export const currency = pattern(String.raw`(?:US|HK|NZ|A|C|S|R|NT)\$|(?:Rs|USD|EUR|GBP|INR|CHF)(?=\d)`);

/** ":-)", ";)", ":(", ":D", "=)", "^_^". */
export const emoticon = pattern(
  String.raw`[:;=]['’]?-?(?:[)(\]\[DPpO/\\|](?![\p{L}\p{N}/(\[]))|\^_*\^|<3(?!\d)|>:\(|\(:`,
);

/** A picture with all that joins it: "👩‍👩‍👧", a flag. */
export const picture = pattern(
  String.raw`\p{Regional_Indicator}{2}|[#*\d]\uFE0F\u20E3|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*){0,8}`,
);

/** A run of one mark ("...", "--", "===="), of final marks ("?!"), a pair of quotation marks ("``", "''"), an arrow. */
export const markRun = pattern(
  String.raw`[?!][?!.]+|\.+[?!]+|…\.+|''|\x60\x60|‘‘|’’|‘’|[-=]+>|<[-=]+(?![\p{L}\p{N}])|([-–—=_*~+.,:;<>|/\\#&$])\1+`,
);

/** "'s", "’ll" where they stand alone or after what is no letter: "PG&E|'s", "2003|'s". */
export const clitic = pattern(String.raw`['’\x60](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])`, 'iuy');

/** "+1", "+44": the code of a country before a telephone number. */
export const dialCode = pattern(String.raw`\+\d{1,3}(?!\d)`);

/**
 * Letters with the marks, digits, apostrophes and single inner signs that belong to them: "don't", "O'Hara", "B2B",
 * "f*ck", "Analysis_0712". A hyphen ends it.
 */
export const letters = pattern(
  String.raw`[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]|['’´ʼ\x60](?=\p{L})|[_*](?=[\p{L}\p{N}]))*`,
);

/** "w/out", "s/he", "I/C": a slash that belongs to the word. */
export const slashed = pattern(String.raw`(?:[wW]/o(?:ut)?|s/he|(?<!/)\p{L}/\p{L})(?![\p{L}\p{N}/])`);

/** What "its" without an apostrophe stands before where it means "it's". */
export const afterItIs = pattern(String.raw` (?:a|an|the|not|been|my|your|gonna)(?![\p{L}\p{N}'’-])`, 'iuy');

/** "n ’ t", "’ s" after a word: a contraction that a tokeniser took apart at its apostrophe. */
export const looseClitic = pattern(String.raw`(?:n ?['’] ?t|['’] (?:s|t|re|ve|ll|d|m))(?![\p{L}\p{N}-])`);

/** "O ’ Hara", "D ’ Souza". */
export const looseName = pattern(String.raw`[OD] ['’] \p{Lu}\p{Ll}+`);

/** Digits that letters go on with: "4G", "81P". */
export const alphanumeric = pattern(String.raw`[\p{L}\p{N}]+`);

/** Any other character, with the marks that combine with it. */
export const other = pattern(String.raw`\S[\p{M}\u200D\uFE0F]*`);
