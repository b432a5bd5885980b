import { type FieldNode, type GraphQLObjectType } from 'graphql';
import { encodeCursor } from '../../../store/queries/cursor.js';
import { mostCounted, placeOf } from '../../../store/queries/page.js';
import type { FoundPage, Layout, PageChild, PlacedPage, ReadCells } from '../../../store/selection/selection.js';
import { fieldsOf, type Field } from '../fields.js';
import type { AnswerPlanner } from './planner.js';
import { completer, objectWriter, Unanswerable } from './values.js';
import { objectTypeOf, type Wanted } from './wanted.js';

/** What is known of a page when its statement is made. */
interface Page extends PlacedPage {
  /** Of its rows; only there where rows are read. */
  readonly layout: Layout | null;
  /** The cursor of a row. */
  readonly cursor: ReadCells | null;
}

type MakePart = (page: Page) => (found: FoundPage) => unknown;
type MakeOfRow = (page: Page) => ReadCells;
type Asked = readonly [FieldNode, ...FieldNode[]];

/** Plans one connection: the parts of its answer that are asked for, from one page of rows. */
export class PagePlanner {
  readonly #type: GraphQLObjectType;
  readonly #rowType: GraphQLObjectType;
  readonly #row: Wanted;
  #isRead = false;
  #isCounted = false;
  #hasPlaces = false;

  constructor(
    private readonly planner: AnswerPlanner,
    field: Field,
    private readonly nodes: readonly FieldNode[],
  ) {
    this.#type = objectTypeOf(field.type);
    this.#rowType = objectTypeOf(this.#type.getFields().nodes?.type);
    this.#row = planner.wanted(this.#rowType);
  }

  plan(site: number): PageChild {
    const parts = this.#entries(this.#type, this.nodes, (asked) => this.#part(asked));
    const row = this.#isRead ? this.#row : null;
    const hasPlaces = this.#hasPlaces;
    const make: PageChild['make'] = (layout, placed) => {
      const page = { ...placed, layout, cursor: layout && hasPlaces ? cursorReader(layout, placed) : null };
      return objectWriter(parts.map(({ name, make: makePart }) => ({ name, read: makePart(page) })));
    };
    return { kind: 'PAGE', site, row, isCounted: this.#isCounted, hasPlaces, make };
  }

  #entries<Part>(type: GraphQLObjectType, nodes: readonly FieldNode[], part: (asked: Asked) => Part) {
    return [...fieldsOf(this.planner.document, type, nodes)].map(([name, asked]) => ({ name, make: part(asked) }));
  }

  #part(asked: Asked): MakePart {
    const fieldName = asked[0].name.value;
    const type = this.#type.getFields()[fieldName]?.type;
    switch (fieldName) {
      case '__typename':
        return () => () => this.#type.name;
      case 'totalCount': {
        this.#isCounted = true;
        const complete = completer(this.planner.document, type as NonNullable<typeof type>, asked);
        // As the connection's own field.
        return () =>
          ({ total }) =>
            complete(total !== null && total > mostCounted ? null : total);
      }
      case 'estimatedTotalCount': {
        this.#isCounted = true;
        return () =>
          ({ total }) => {
            // What the database expects beyond, no statement tells that reads rows.
            if (total === null || total > mostCounted) throw new Unanswerable();
            return total;
          };
      }
      case 'pageInfo':
        return this.#pageInfo(objectTypeOf(type), asked);
      case 'nodes':
        return this.#rows(this.#node(asked));
      case 'edges': {
        const edge = objectTypeOf(type);
        const parts = this.#entries(edge, asked, (part) => this.#partOfEdge(edge, part));
        return this.#rows((page) => objectWriter(parts.map(({ name, make }) => ({ name, read: make(page) }))));
      }
      default:
        throw new Unanswerable();
    }
  }

  #rows(make: MakeOfRow): MakePart {
    this.#isRead = true;
    return (page) => {
      const read = make(page);
      return (found) => found.rows.map(read);
    };
  }

  #node(asked: Asked): MakeOfRow {
    const make = this.planner.object(this.#rowType, asked, this.#row);
    return ({ layout }) => make(layout as Layout);
  }

  #partOfEdge(type: GraphQLObjectType, asked: Asked): MakeOfRow {
    switch (asked[0].name.value) {
      case '__typename':
        return () => () => type.name;
      case 'node':
        return this.#node(asked);
      case 'cursor':
        this.#hasPlaces = true;
        return ({ cursor }) => cursor as ReadCells;
      default:
        throw new Unanswerable();
    }
  }

  #pageInfo(type: GraphQLObjectType, asked: Asked): MakePart {
    this.#isRead = true;
    const parts = this.#entries(type, asked, (part) => this.#partOfPageInfo(type, part));
    return (page) => objectWriter(parts.map(({ name, make }) => ({ name, read: make(page) })));
  }

  #partOfPageInfo(type: GraphQLObjectType, asked: Asked): MakePart {
    switch (asked[0].name.value) {
      case '__typename':
        return () => () => type.name;
      case 'hasNextPage':
        return ({ isBackward, hasBefore }) =>
          (found) =>
            isBackward ? hasBefore : found.hasMore;
      case 'hasPreviousPage':
        return ({ isBackward, hasAfter }) =>
          (found) =>
            isBackward ? found.hasMore : hasAfter;
      case 'startCursor':
        return this.#cursorAt(0);
      case 'endCursor':
        return this.#cursorAt(-1);
      default:
        throw new Unanswerable();
    }
  }

  #cursorAt(place: number): MakePart {
    this.#hasPlaces = true;
    return ({ cursor }) => {
      return ({ rows }) => {
        const row = rows.at(place);
        return row === undefined ? null : (cursor as ReadCells)(row);
      };
    };
  }
}

function cursorReader(layout: Layout, { listing }: PlacedPage): ReadCells {
  const readers = listing.order.map(({ property }) => [property, layout.property(property)] as const);
  return (cells) =>
    encodeCursor(
      listing.name,
      placeOf(listing, Object.fromEntries(readers.map(([property, read]) => [property, read(cells)]))),
    );
}
