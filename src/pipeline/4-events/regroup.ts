import type { EventFeatures } from './features.js';
import { joinThreshold, linkToGroup } from './assign.js';
import { EventIndex } from './event-index.js';
import type { Rarity } from './rarity.js';
import { copyContainment } from './wire-copy.js';

const mostRounds = 6;

/**
 * Looks at events again when all their articles are there: what came first may have been placed before its company
 * arrived. Articles move to the event they are linked to more strongly or to one of their own (split), then events are
 * joined whose articles are linked as strongly as a new article would have to be (merge). Up to five articles this is
 * average linkage; in larger events each article needs five near ones.
 *
 * Known failure: a running story whose days are each an event is joined where one day's reports retell the other's.
 * @param events event of each article, parallel to `articles`
 * @returns the events anew, parallel to `articles`; an event split off is named after its article
 */
export function regroup(articles: readonly EventFeatures[], events: readonly string[], rarity: Rarity): string[] {
  const links = linkTable(articles, rarity);
  let current = [...events];
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = move(articles, current, links);
    const merged = merge(moved, links);
    if (merged.every((event, number) => event === current[number])) break;
    current = merged;
  }
  return current;
}

/** Similarity of each article to those like it, by number. */
type LinkTable = readonly ReadonlyMap<number, number>[];

function linkTable(articles: readonly EventFeatures[], rarity: Rarity): LinkTable {
  const index = new EventIndex(rarity);
  for (const article of articles) index.add(article, true);
  const numbers = new Map(articles.map((article, number) => [article.articleId, number]));
  return articles.map((article) => {
    const links = new Map<number, number>();
    if (article.isRoundup) return links;
    for (const link of index.links(article)) {
      if (link.features.isRoundup) continue;
      const value = link.containment >= copyContainment ? 1 : link.similarity;
      links.set(numbers.get(link.features.articleId)!, value);
    }
    return links;
  });
}

/** Links of one article by event, with itself left out. */
function linksByEvent(links: ReadonlyMap<number, number>, events: readonly string[]): Map<string, number[]> {
  const byEvent = new Map<string, number[]>();
  for (const [other, value] of links) {
    const list = byEvent.get(events[other]!);
    if (list) list.push(value);
    else byEvent.set(events[other]!, [value]);
  }
  return byEvent;
}

function move(articles: readonly EventFeatures[], events: readonly string[], links: LinkTable): string[] {
  const result = [...events];
  const sizes = new Map<string, number>();
  for (const event of result) sizes.set(event, (sizes.get(event) ?? 0) + 1);
  articles.forEach((article, number) => {
    const own = result[number]!;
    const byEvent = linksByEvent(links[number]!, result);
    const ownSize = sizes.get(own)! - 1;
    let best = own;
    let bestLink = ownSize === 0 ? joinThreshold : linkToGroup(byEvent.get(own) ?? [], ownSize);
    for (const [event, values] of byEvent) {
      if (event === own) continue;
      const link = linkToGroup(values, sizes.get(event)!);
      if (link > bestLink && link >= joinThreshold) [best, bestLink] = [event, link];
    }
    // Out of the event it is in only where it clearly doesn't belong: half the threshold.
    if (best === own && ownSize > 0 && bestLink < joinThreshold / 2) best = `${article.articleId}`;
    if (best === own) return;
    sizes.set(own, ownSize);
    sizes.set(best, (sizes.get(best) ?? 0) + 1);
    result[number] = best;
  });
  return result;
}

/** Joins groups, the most strongly linked first, until no two are linked strongly enough. */
function merge(events: readonly string[], links: LinkTable): string[] {
  const members = new Map<string, number[]>();
  events.forEach((event, number) => {
    const list = members.get(event);
    if (list) list.push(number);
    else members.set(event, [number]);
  });
  const result = [...events];
  for (;;) {
    const pairs: { from: string; into: string; link: number }[] = [];
    for (const [from, list] of members) {
      for (const [into, link] of neighbours(list, result, links, members)) {
        if (into !== from && members.get(into)!.length >= list.length && link >= joinThreshold)
          pairs.push({ from, into, link });
      }
    }
    if (pairs.length === 0) return result;
    pairs.sort((a, b) => b.link - a.link);
    // A group takes part in one merger a turn: its links are others afterwards.
    const touched = new Set<string>();
    for (const { from, into } of pairs) {
      if (touched.has(from) || touched.has(into)) continue;
      touched.add(from).add(into);
      const moving = members.get(from)!;
      for (const number of moving) result[number] = into;
      members.get(into)!.push(...moving);
      members.delete(from);
    }
  }
}

/** How strongly the articles of a group are linked, on average, to each other group. */
function neighbours(
  list: readonly number[],
  events: readonly string[],
  links: LinkTable,
  members: ReadonlyMap<string, readonly number[]>,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const number of list) {
    for (const [event, values] of linksByEvent(links[number]!, events)) {
      sums.set(event, (sums.get(event) ?? 0) + linkToGroup(values, members.get(event)!.length));
    }
  }
  for (const [event, sum] of sums) sums.set(event, sum / list.length);
  return sums;
}
