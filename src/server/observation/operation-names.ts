/** Names that are counted by themselves though no persisted document has them. */
const mostNames = 100;

/** How long a name may be to be counted by itself. */
const longestName = 60;

/**
 * Names of operations as they may stand in metrics, where each new one costs memory here and in whatever reads them:
 * those of persisted documents, and of the others the first hundred that were run. All the rest is `other`.
 */
export class OperationNames {
  readonly #names = new Set<string>();

  constructor(private readonly most = mostNames) {}

  /** @param isKnown whether a persisted document has it; @param isRefused whether nothing was run */
  label(name: string | null, isKnown: boolean, isRefused: boolean): string {
    if (name === null) return 'anonymous';
    if (isKnown || this.#names.has(name)) return name;
    if (isRefused || name.length > longestName || this.#names.size >= this.most) return 'other';
    this.#names.add(name);
    return name;
  }
}
