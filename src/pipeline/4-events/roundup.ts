/**
 * A headline that announces many events at once, or one without end: a roundup or a live blog.
 *
 * Example: "Morning briefing: five things to know today", "Election night: live updates".
 * Known failure: a column with a name of its own ("The Note") is not recognised, and "five things to know about the
 * vote" is one event, so lists count only where they name the day or the week.
 */
const forms: readonly RegExp[] = [
  /\b(morning|evening|afternoon|daily|weekend|nightly|news|world|politics|business) (briefing|digest|roundup|round-up|wrap|headlines|bulletin)\b/i,
  /\b(live|latest) (updates?|blog|coverage)\b|\bas it happened\b|\bliveblog\b|[-–—:|] live$|^live ?[:|–—-]/i,
  /\bnews (round-?up|in brief|briefs)\b|\bin brief\b|\bweek in (review|politics|pictures|photos)\b|^(the )?week ahead\b/i,
  /\b(things|stories) (to know|you need to know|to watch|you missed) (today|tonight|this (morning|week|weekend|evening)|for (monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/i,
  /\b(what to know|your) (today|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (briefing|evening briefing)\b/i,
  /\btop (stories|headlines) (of|for|this)\b|^today in (history|photos|pictures)\b|\bphotos of the (day|week)\b/i,
];

/** Whether a headline is that of a roundup or a live blog. */
export function isRoundup(headline: string): boolean {
  return forms.some((form) => form.test(headline));
}
