import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { costOf } from '../../../../src/language/syntax/parser/oracle.js';
import {
  left,
  right,
  shift,
  State,
  type Transition,
  transitions,
} from '../../../../src/language/syntax/parser/transitions.js';
import { allTrees, isProjective, isTree, randomProjectiveTree } from './trees.js';

/** The state after these transitions. */
function stateAfter(length: number, path: readonly Transition[]): State {
  const state = new State();
  state.start(length);
  for (const transition of path) state.apply(transition);
  return state;
}

/** The static oracle: reduces as early as it can without losing an arc. */
function goldTransition(state: State, gold: Int32Array): Transition {
  const makesGoldArc = (transition: Transition) =>
    gold[state.onStack(0)] === (transition === left ? state.next : state.onStack(1));
  const reducing = [left, right].filter((each) => state.allows(each) && makesGoldArc(each));
  return reducing.find((transition) => costOf(transition, state, gold) === 0) ?? shift;
}

/** How many gold arcs the best tree has that can be reached from the state after this path. */
function mostReachable(length: number, path: readonly Transition[], gold: Int32Array): number {
  const state = stateAfter(length, path);
  if (state.finished) return Array.from({ length }, (_, at) => at + 1).filter((w) => state.heads[w] === gold[w]).length;
  return Math.max(
    ...transitions
      .filter((transition) => state.allows(transition))
      .map((transition) => mostReachable(length, [...path, transition], gold)),
  );
}

test('random transitions end after two for each word, in a projective tree with one root', () => {
  const random = new RandomNumbers(1);
  const state = new State();
  for (let round = 0; round < 300; round++) {
    const length = 1 + random.below(20);
    state.start(length);
    let steps = 0;
    for (; !state.finished; steps++) {
      const allowed = transitions.filter((transition) => state.allows(transition));
      state.apply(allowed[random.below(allowed.length)]);
    }
    expect(steps).toBe(2 * length);
    expect(isTree(state.heads, length) && isProjective(state.heads, length)).toBe(true);
  }
});

test('a state knows the outermost dependents of each word, and how many there are', () => {
  // The tree: 2 has 1 on its left, 3 and 5 on its right; 5 has 4 on its left.
  const state = stateAfter(5, [shift, left, shift, shift, 2, shift, left, shift, 2, 2]);
  expect([...state.heads.subarray(1, 6)]).toEqual([2, 0, 2, 5, 2]);
  expect([state.outerLeft[2], state.outerRight[2], state.secondRight[2], state.outerLeft[5]]).toEqual([1, 5, 3, 4]);
  expect([state.leftCount[2], state.rightCount[2], state.leftCount[5], state.rightCount[0]]).toEqual([1, 2, 1, 1]);
  expect([state.secondLeft[2], state.outerRight[5], state.outerLeft[state.none]]).toEqual([6, 6, 6]);
});

test('the static oracle rebuilds every projective tree', () => {
  const random = new RandomNumbers(2);
  const state = new State();
  const rebuild = (gold: Int32Array, length: number) => {
    state.start(length);
    while (!state.finished) state.apply(goldTransition(state, gold));
    return state.heads.slice(1, length + 1);
  };
  for (const gold of allTrees(4).filter((tree) => isProjective(tree, 4)))
    expect(rebuild(gold, 4)).toEqual(gold.slice(1, 5));
  for (let round = 0; round < 300; round++) {
    const length = 1 + random.below(25);
    const gold = randomProjectiveTree(random, length);
    expect(isTree(gold, length) && isProjective(gold, length)).toBe(true);
    expect(rebuild(gold, length)).toEqual(gold.slice(1, length + 1));
  }
});

test('what the dynamic oracle says a transition costs is what trying all ways to go on shows', () => {
  const random = new RandomNumbers(3);
  for (let round = 0; round < 60; round++) {
    const length = 2 + random.below(3);
    const gold = randomProjectiveTree(random, length);
    const path: Transition[] = [];
    for (;;) {
      const state = stateAfter(length, path);
      if (state.finished) break;
      const before = mostReachable(length, path, gold);
      const allowed = transitions.filter((transition) => state.allows(transition));
      const costs = allowed.map((transition) => costOf(transition, state, gold));
      expect(costs).toEqual(allowed.map((transition) => before - mostReachable(length, [...path, transition], gold)));
      expect(Math.min(...costs)).toBe(0);
      path.push(allowed[random.below(allowed.length)]);
    }
  }
});
