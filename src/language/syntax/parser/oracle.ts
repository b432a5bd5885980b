import { left, shift, type State, type Transition } from './transitions.js';

/**
 * The dynamic oracle of arc-hybrid: Y. Goldberg and J. Nivre, "Training deterministic parsers with non-deterministic
 * oracles", TACL 1, 2013. The cost of a transition is how many arcs of the gold tree can be reached before it and no
 * longer after it; the best reachable tree is kept by transitions of cost 0, of which there is always one.
 *
 * Holds also for gold trees that are not projective, where it counts single arcs, some of which can't be had together.
 *
 * @param goldHeads By word from 1 its head in the gold tree; at 0 anything.
 */
export function costOf(transition: Transition, state: State, goldHeads: Int32Array): number {
  const { stack, stackSize, next, length } = state;
  let cost = 0;
  if (transition === shift) {
    // The next word loses a head on the stack below the top, and its dependents there.
    for (let at = 0; at < stackSize; at++) {
      if (at < stackSize - 1 && goldHeads[next] === stack[at]) cost++;
      if (at > 0 && goldHeads[stack[at]] === next) cost++;
    }
    return cost;
  }
  const top = stack[stackSize - 1];
  const head = transition === left ? next : stack[stackSize - 2];
  // The top loses its dependents in the buffer, and every other head that it could still get.
  for (let word = next; word <= length; word++) {
    if (goldHeads[word] === top) cost++;
    if (goldHeads[top] === word && word !== head) cost++;
  }
  if (goldHeads[top] === stack[stackSize - 2] && stack[stackSize - 2] !== head) cost++;
  return cost;
}
