import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The most that a document may hold. A large one of a front end has a tenth of it; hostile ones have more. */
export const documentLimits = {
  tokens: 5_000,
  /** Twenty for each token, where documents written by hand have seven to fifteen. Longer texts hold values. */
  characters: 100_000,
  /** Brackets in brackets, of any kind: fields, arguments, lists and objects in them, fragments. */
  brackets: 64,
  /** Fields below fields; the schema has sensible questions for about ten. */
  depth: 15,
  /** Of introspection; the query of GraphiQL and other tools has 15. */
  introspectionDepth: 18,
  aliases: 200,
  directives: 100,
  fragmentSpreads: 200,
  /**
   * Pairs of fields that are called the same in the answer, and of fragments: validation compares each with each, their
   * arguments too, at about 1.5 µs a pair.
   */
  pairs: 30_000,
} as const;

/**
 * Refuses documents that would cost too much already to validate. It goes through the document once, and through each
 * fragment once however often it is spread, so that it costs less than parsing did.
 * @returns null when there is nothing to say against it
 */
export function checkDocument(document: DocumentNode): GraphQLError | null {
  const counts = countParts(document);
  for (const [name, what] of counted) {
    if (counts[name] > documentLimits[name]) return tooComplex(what, counts[name], documentLimits[name]);
  }
  for (const isIntrospection of [false, true]) {
    const limit = isIntrospection ? documentLimits.introspectionDepth : documentLimits.depth;
    const depthOf = measureDepth(document, isIntrospection);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const depth = depthOf(definition);
      if (depth > limit) return tooComplex('levels of fields', depth, limit, definition);
    }
  }
  return null;
}

const counted = [
  ['aliases', 'aliases'],
  ['directives', 'directives'],
  ['fragmentSpreads', 'spreads of fragments'],
  ['pairs', 'pairs of fields or fragments to compare'],
] as const;

/**
 * An error that says which limit a document is over.
 * @param found null where counting was given up at the limit
 */
export function tooComplex(
  what: string,
  found: number | null,
  limit: number,
  node?: OperationDefinitionNode,
): GraphQLError {
  const counted =
    found === null
      ? `The document has more than ${limit} ${what}.`
      : `The document has ${found} ${what}; ${limit} are the most.`;
  const sentence = `${counted} Ask for less, or in several requests, and hand values over as variables.`;
  return new GraphQLError(sentence, { nodes: node, extensions: { code: 'OPERATION_TOO_COMPLEX' } });
}

type Counts = Record<(typeof counted)[number][0], number>;

function countParts(document: DocumentNode): Counts {
  const counts: Counts = { aliases: 0, directives: 0, fragmentSpreads: 0, pairs: 0 };
  const named = new Map<string, number>();
  const spread = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        counts.fragmentSpreads += 1;
        if (!spread.has(selection.name.value)) counts.pairs += spread.size;
        spread.add(selection.name.value);
      } else if (selection.kind === Kind.FIELD) {
        if (selection.alias) counts.aliases += 1;
        const name = (selection.alias ?? selection.name).value;
        const before = named.get(name) ?? 0;
        counts.pairs += before * weightOf(selection);
        named.set(name, before + 1);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (!('selectionSet' in definition)) continue;
    counts.directives += definition.directives?.length ?? 0;
    visit(definition.selectionSet);
  }
  return counts;
}

/** Comparing fields writes their arguments out: so many signs cost as much as a pair without any. */
const signsOfPair = 16;

function weightOf({ arguments: given }: FieldNode): number {
  const [from, to] = [given?.[0]?.loc?.start ?? 0, given?.at(-1)?.loc?.end ?? 0];
  return 1 + Math.floor((to - from) / signsOfPair);
}

/**
 * @param isIntrospection whether what is below `__schema` and `__type` is measured, or everything else
 * @returns how deep an operation is
 */
function measureDepth(
  document: DocumentNode,
  isIntrospection: boolean,
): (operation: OperationDefinitionNode) => number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();
  // A fragment that leads back to itself counts 0 here, and validation refuses it.
  const depthOfFragment = (name: string): number => {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const measured = fragment ? depthOf(fragment.selectionSet) : 0;
    known.set(name, measured);
    return measured;
  };
  const depthOf = ({ selections }: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) deepest = Math.max(deepest, depthOfFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, depthOf(selection.selectionSet));
      else if (isIntrospection || !selection.name.value.startsWith('__')) {
        deepest = Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0));
      }
    }
    return deepest;
  };
  return ({ selectionSet }) => depthOf(selectionSet);
}
