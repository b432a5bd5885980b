import { getArgumentValues, isNonNullType, type FieldNode } from 'graphql';
import { decodeIds } from '../../../../resolvers/relay/decode-ids.js';
import { decodeId, decodeIdOf, type NodeTypeName } from '../../../../resolvers/relay/global-id.js';
import type { ReadById, ReadByIds, ReadByKey, ReadPage } from '../../../../resolvers/relay/reads.js';
import type { Bound } from '../../../store/selection/bind.js';
import { compileKeyed, compileRootPage, type Statement } from '../../../store/selection/read-selection.js';
import type { Cells } from '../../../store/selection/selection.js';
import type { Store } from '../../../store/store.js';
import { charactersOfPlan, Kept } from './kept.js';
import { readOf, type Document, type Field, type Variables } from '../fields.js';
import { AnswerPlanner, type Site } from './planner.js';
import { required, Unanswerable } from './values.js';
import { objectTypeOf } from './wanted.js';

/** A statement with its values, and how what it gives becomes the answer. */
export interface BoundRoot {
  readonly statement: Pick<Statement<unknown>, 'text' | 'parameters'>;
  readonly bound: readonly Bound[];
  readonly write: (rows: readonly Cells[]) => unknown;
}

/** Makes ready what a root field asks for. @throws whatever its resolver would, and Unanswerable */
export type RootPlan = (store: Store, variables: Variables) => BoundRoot | Promise<BoundRoot>;

/** Statements that are kept for one root field, and combinations of types. */
const mostKept = 16;

/**
 * Statements of a plan. Which one a request needs, the signatures of what it binds tell: they hold all of a statement that
 * can differ, so a statement is used again exactly where it would be written again.
 */
class Statements<Found> {
  readonly #kept = new Kept<Statement<Found>>(mostKept, ({ text }) => text.length);

  constructor(
    private readonly sites: readonly Site[],
    private readonly compile: (store: Store, bound: readonly Bound[]) => Statement<Found>,
  ) {}

  bind(store: Store, variables: Variables, more: readonly Bound[] = []) {
    const bound: Bound[] = this.sites.map((site) => site(store, variables));
    bound.push(...more);
    const key = bound.map(({ signature }) => signature).join('\n\n');
    return { bound, statement: this.#kept.get(key, () => this.compile(store, bound)) };
  }
}

/** @throws Unanswerable when the field is not read from the store */
export function planRoot(document: Document, field: Field, nodes: readonly [FieldNode, ...FieldNode[]]): RootPlan {
  const read = readOf(field);
  if (read?.kind === 'PAGE') return planPage(document, field, read, nodes);
  if (read?.kind === 'BY_ID' || read?.kind === 'BY_IDS' || read?.kind === 'BY_KEY') {
    return planKeyed(document, field, read, nodes);
  }
  throw new Unanswerable();
}

function planPage(
  document: Document,
  field: Field,
  read: ReadPage,
  nodes: readonly [FieldNode, ...FieldNode[]],
): RootPlan {
  const planner = new AnswerPlanner(document);
  const page = planner.page(field, read, nodes);
  const statements = new Statements(planner.sites, (store, bound) => compileRootPage(store, page, bound));
  return (store, variables) => {
    const { bound, statement } = statements.bind(store, variables);
    return { statement, bound, write: statement.read };
  };
}

interface AskedId {
  readonly type: NodeTypeName;
  readonly id: string;
}

function planKeyed(
  document: Document,
  field: Field,
  read: ReadById | ReadByIds | ReadByKey,
  nodes: readonly [FieldNode, ...FieldNode[]],
): RootPlan {
  const isSingle = read.kind !== 'BY_IDS';
  // What stands behind an interface is planned for each combination of types that is asked for.
  const byTypes = new Kept<Statements<ReadonlyMap<string, unknown>[]>>(mostKept, () => charactersOfPlan);
  const plan = (types: readonly NodeTypeName[]) => {
    const planner = new AnswerPlanner(document);
    const kinds = types.map((name) => {
      const type = objectTypeOf(document.schema.getType(name) as Field['type']);
      const row = planner.wanted(type);
      return { row, make: planner.below(read, () => planner.object(type, nodes, row)) };
    });
    const first = planner.sites.length;
    return new Statements(planner.sites, (store, bound) =>
      compileKeyed(
        store,
        kinds.map((kind, index) => ({ ...kind, site: first + index, isSingle })),
        bound,
      ),
    );
  };
  const isRequired = isNonNullType(field.type);
  const bind = (store: Store, variables: Variables, asked: readonly AskedId[]): BoundRoot => {
    const types = [...new Set(asked.map(({ type }) => type))].sort();
    if (types.length === 0) throw new Unanswerable();
    const ids = types.map((name) => asked.filter(({ type }) => type === name).map(({ id }) => id));
    const more = types.map((name, index) => ({
      signature: name,
      values: isSingle ? (ids[index] ?? []) : [ids[index]],
    }));
    const { bound, statement } = byTypes.get(types.join(), () => plan(types)).bind(store, variables, more);
    return {
      statement,
      bound,
      write(rows) {
        const found = statement.read(rows);
        const inOrder = asked.map(({ type, id }) => found[types.indexOf(type)]?.get(id) ?? null);
        if (!isSingle) return inOrder;
        return isRequired ? required(inOrder[0]) : inOrder[0];
      },
    };
  };
  return (store, variables) => {
    const args = getArgumentValues(field, nodes[0], variables);
    if (read.kind !== 'BY_KEY') return bind(store, variables, askedIds(read, args));
    return read.find(store, args as never).then((id) => {
      if (id === null) throw new Unanswerable();
      return bind(store, variables, [{ type: read.type, id }]);
    });
  };
}

function askedIds(read: ReadById | ReadByIds, args: Record<string, unknown>): AskedId[] {
  if (read.kind === 'BY_IDS') return decodeIds(args.ids as string[]);
  const id = args.id as string;
  return [read.type === null ? decodeId(id, 'id') : { type: read.type, id: decodeIdOf(read.type, id, 'id') }];
}
