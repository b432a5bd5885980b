import { stem } from '../../language/en/stem.js';

/**
 * Words that news uses for one another. Each line is a group; its first word stands for all.
 *
 * Known failure: words have other senses ("charge" a fee, "cut" with a knife); a group costs little there, because one
 * word of many is then wrongly alike.
 */
const groups = [
  'kill slay murder massacre', 'injure wound hurt injury', 'damage harm disturb upset disrupt undermine impair destabilise destabilize', 'arrest detain apprehend', 'accuse charge allege', 'buy purchase acquire',
  'rise climb gain jump increase surge soar grow', 'fall drop decline slip decrease plunge tumble sink shrink', 'win triumph',
  'announce unveil declare', 'reveal disclose', 'start begin launch commence', 'stop halt end cease', 'leave quit depart resign',
  'attack assault strike raid', 'blast explosion bomb burst explode detonate detonation', 'gunman shooter', 'police cop', 'company firm corporation',
  'share stock', 'president presidential', 'lawmaker legislator congressman congresswoman', 'child kid boy girl youngster',
  'prison jail', 'film movie', 'aid help assist', 'ban prohibit outlaw bar', 'back support endorse', 'oppose resist',
  'plan intend propose', 'show indicate', 'near close', 'big bigger biggest large larger largest huge', 'photo picture photograph image', 'car vehicle',
  'plane aircraft airplane jet', 'ship vessel boat', 'illness disease sickness', 'physician doctor', 'attorney lawyer',
  'job employment', 'employee worker staff', 'wed marry marriage wedding', 'spouse wife husband', 'baby infant newborn',
  'find discover unearth', 'get receive obtain', 'reject refuse decline', 'approve pass', 'sue lawsuit', 'fire sack dismiss',
  'troops soldier', 'rebel insurgent militant', 'hostage captive', 'cut reduce slash', 'probe investigate inquiry',
  'confirm verify', 'spot see sight', 'behead decapitate', 'sever chop', 'abduct kidnap', 'quake earthquake', 'blaze fire',
  'storm hurricane', 'flee escape', 'forecast predict', 'ask request', 'urge call', 'warn caution', 'rob steal theft',
  'flat apartment', 'shut close', 'delay postpone', 'fake hoax', 'worth value', 'agree agreement deal accord', 'demand require want',
  'interfere interference intervene intervention intrude intrusion meddle involve involvement', 'divide division split',
  'harbour harbor port dock', 'push drive force', 'government cabinet administration',
  'limit maximum capacity',
]; // prettier-ignore

/** Nouns and the verbs they come from, and the like, that the stemmer leaves apart. */
const derivations = [
  'decide decision', 'extend extension', 'deny denial', 'intend intention', 'expand expansion', 'invade invasion',
  'suspend suspension', 'conclude conclusion', 'permit permission', 'admit admission', 'destroy destruction',
  'receive reception receipt', 'produce production', 'collide collision', 'provide provision', 'succeed success',
  'sell sale', 'lose loss', 'choose choice', 'believe belief', 'grow growth', 'strong strength', 'resolve resolution',
  'describe description', 'withdraw withdrawal', 'refuse refusal', 'propose proposal', 'arrive arrival', 'threat threaten',
  'appear appearance', 'respond response', 'perform performance', 'assist assistance', 'enter entry', 
  'complain complaint', 'pursue pursuit', 'weigh weight', 'long length', 'high height', 'analyse analysis analyze',
  'critic critical criticise criticize criticism', 'apology apologise apologize', 'emphasis emphasise emphasize',
  'defend defence defense', 'offend offence offense', 'license licence', 'persuade persuasion', 'include inclusion',
]; // prettier-ignore

const standsFor = new Map<string, string>();
for (const group of [...groups, ...derivations]) {
  const [first, ...others] = group.split(' ').map(stem);
  for (const other of others)
    if (!standsFor.has(other) && other !== first) standsFor.set(other, standsFor.get(first!) ?? first!);
}

/** The stem that stands for a stem's group; the stem itself where it has none. */
export function groupStem(word: string): string {
  return standsFor.get(word) ?? word;
}

const opposites = [
  'rise fall', 'win lose', 'die alive', 'die surviv', 'guilti innoc', 'approv reject', 'confirm deni', 'more less',
  'back oppos', 'legal illeg', 'success fail', 'accept reject', 'true fals', 'real fake', 'up down', 'increas decreas',
  'releas arrest', 'acquit convict', 'ban allow', 'abov below', 'higher lower', 'support oppos',
  'safe danger', 'strong weak', 'guilti acquit', 'allow prevent', 'lead trail', 'abl unabl', 'likeli unlik',
]; // prettier-ignore

const opposedTo = new Map<string, Set<string>>();
for (const pair of opposites) {
  const [a, b] = pair.split(' ').map((word) => groupStem(stem(word)));
  for (const [one, other] of [
    [a!, b!],
    [b!, a!],
  ] as const) {
    const set = opposedTo.get(one) ?? new Set<string>();
    opposedTo.set(one, set.add(other));
  }
}

/** Stems that say the opposite of this one. */
export function opposite(word: string): ReadonlySet<string> | undefined {
  return opposedTo.get(word);
}
