/**
 * Words that say how, not what: articles, pronouns, auxiliaries, prepositions, conjunctions, and the reporting verbs
 * and time words that every news text has. Negations are left out on purpose: they change what is said.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those some any each every either both all few more most other another such same own much many several ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what ' +
    'himself herself itself themselves myself ourselves yourself ' +
    'am is are was were be been being do does did doing done have has had having will would shall should can could may might must ' +
    'of in on at by for with about against between into through during before after above below to from up down out off over under ' +
    'again further then once here there when where why how than too very just also only even still yet so as if because while although ' +
    'though since until unless whether and or but nor per via amid among around across along toward towards upon within ' +
    's t d ll ve re m said say says saying told tell tells according one get got go going like well back now new make made'
  ).split(' '),
);
