import { isNonNullType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { encodeId, nodeTypes, type NodeTypeName } from '../../../../resolvers/relay/global-id.js';
import type { Read, ReadPage } from '../../../../resolvers/relay/reads.js';
import type { BoundPage } from '../../../store/selection/bind.js';
import type { MakeReader, PageChild } from '../../../store/selection/selection.js';
import type { Store } from '../../../store/store.js';
import {
  askedPage,
  fieldsOf,
  isConstant,
  kindOf,
  mostChildren,
  readOf,
  type Document,
  type Field,
  type Variables,
} from '../fields.js';
import { alone, isReadAnew, surroundingsBelow } from '../surroundings.js';
import { PagePlanner } from './page.js';
import { completer, objectWriter, required, Unanswerable } from './values.js';
import { objectTypeOf, Wanted } from './wanted.js';

/** A place in a plan that takes values of the variables. @throws what the field's resolver would */
export type Site = (store: Store, variables: Variables) => BoundPage;

/**
 * Plans what a statement is to select for a part of an operation, and how the answer is written from its rows, as
 * graphql-js would. Everything throws {@link Unanswerable} for what is not read from the store.
 */
export class AnswerPlanner {
  readonly sites: Site[] = [];
  #children = 0;
  #around = alone;

  constructor(readonly document: Document) {}

  wanted(type: GraphQLObjectType, read?: Read): Wanted {
    const kind = kindOf(type, read);
    if (kind === undefined) throw new Unanswerable();
    return new Wanted(kind);
  }

  /** @param wanted of the rows that stand behind the object, to which it adds */
  object(type: GraphQLObjectType, nodes: readonly FieldNode[], wanted: Wanted): MakeReader {
    const entries = [...fieldsOf(this.document, type, nodes)].map(([name, asked]) => ({
      name,
      make: this.#entry(type, asked, wanted),
    }));
    return (layout) => objectWriter(entries.map(({ name, make }) => ({ name, read: make(layout) })));
  }

  page(field: Field, read: ReadPage, nodes: readonly [FieldNode, ...FieldNode[]]): PageChild {
    const site = this.sites.push(siteOf(field, read, nodes[0])) - 1;
    return this.below(read, () => new PagePlanner(this, field, nodes).plan(site));
  }

  /** Plans what stands below a field. */
  below<Planned>(read: Read, plan: () => Planned): Planned {
    const around = this.#around;
    this.#around = surroundingsBelow(around, read);
    const planned = plan();
    this.#around = around;
    return planned;
  }

  #entry(type: GraphQLObjectType, asked: readonly [FieldNode, ...FieldNode[]], wanted: Wanted): MakeReader {
    const fieldName = asked[0].name.value;
    if (fieldName === '__typename') return () => () => type.name;
    const field = type.getFields()[fieldName];
    if (field === undefined) throw new Unanswerable();
    if (fieldName === 'id' && Object.hasOwn(nodeTypes, type.name)) {
      wanted.properties.add('id');
      return (layout) => {
        const read = layout.property('id');
        return (cells) => encodeId(type.name as NodeTypeName, read(cells) as string);
      };
    }
    const property = this.document.plain.get(type.name)?.get(fieldName);
    if (property !== undefined) {
      wanted.properties.add(property);
      const complete = completer(this.document, field.type, asked);
      return (layout) => {
        const read = layout.property(property);
        return (cells) => complete(read(cells));
      };
    }
    return this.#child(field as Field, asked, wanted);
  }

  #child(field: Field, asked: readonly [FieldNode, ...FieldNode[]], wanted: Wanted): MakeReader {
    const read = readOf(field);
    this.#children += 1;
    if (!read || this.#children > mostChildren) throw new Unanswerable();
    if (isReadAnew(this.#around, read)) throw new Unanswerable();
    if (read.kind === 'PAGE') {
      const name = wanted.add(this.page(field, read, asked));
      return (layout) => layout.child(name);
    }
    const type = objectTypeOf(field.type);
    const row = this.wanted(type, read);
    const make = this.below(read, () => this.object(type, asked, row));
    if (read.kind === 'ROWS') {
      const name = wanted.add({ kind: 'ROWS', linked: read.question.linked, row, make });
      return (layout) => layout.child(name);
    }
    if (read.kind !== 'ONE' && read.kind !== 'FIRST') throw new Unanswerable();
    const name = wanted.add(
      read.kind === 'ONE'
        ? { kind: 'ONE', relation: read.relation, row, make }
        : { kind: 'FIRST', linked: read.question.linked, row, make },
    );
    if (!isNonNullType(field.type)) return (layout) => layout.child(name);
    return (layout) => {
      const readChild = layout.child(name);
      return (cells) => required(readChild(cells));
    };
  }
}

/** Arguments without variables are read once. */
function siteOf(field: Field, read: ReadPage, node: FieldNode): Site {
  if (!(node.arguments ?? []).every(isConstant)) {
    return (store, variables) => askedPage(store, field, read, node, variables);
  }
  let known: BoundPage | undefined;
  return (store) => (known ??= askedPage(store, field, read, node, {}));
}
