/**
 * The first place of an ordered list that lies behind a border, by halving.
 * @param isBefore whether the item at an index lies before the border: true up to it, false from it on
 * @returns the index; `count` where all lie before it
 */
export function firstBehind(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
