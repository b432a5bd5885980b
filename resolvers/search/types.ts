import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { atMost } from '../../entities/list-size.js';
import { Node, TextSpan } from '../../entities/index.js';
import { mostRanked } from '../../src/store/queries/search/found-things.js';
import { SearchField } from '../../src/store/queries/search/searched-fields.js';
import { SearchType } from '../../src/store/queries/search/sought.js';
import { referred } from '../relay/reads.js';
import type { NodeTypeName } from '../relay/global-id.js';
import { PageInfo } from '../relay/page-info.js';

registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'What can be searched for.',
  valuesConfig: {
    ARTICLE: { description: 'Articles, by headline and text of their latest version.' },
    CLAIM: { description: 'Claims that the latest version of their article holds, by their words.' },
    ACTOR: { description: 'Actors, by name and other names.' },
    EVENT: { description: 'Events, by title.' },
  },
});

registerEnumType(SearchField, {
  name: 'SearchField',
  description: 'Where a match stands, and what its offsets count in.',
  valuesConfig: {
    HEADLINE: { description: '`Article.headline`.' },
    TEXT: { description: '`Article.latestVersion.text`, or `Claim.text`.' },
    NAME: { description: '`Actor.name`.' },
    ALIAS: { description: '`Actor.aliases`, at the place that `index` tells.' },
    TITLE: { description: '`Event.title`.' },
  },
});

@ObjectType({ description: 'The piece of a field that shows best why the search found it.' })
export class SearchMatch {
  @Field(() => SearchField, { description: 'Which field it stands in.' })
  field!: SearchField;

  @Field(() => Int, { nullable: true, description: 'Which of the names in `aliases`, from 0. Null for other fields.' })
  index!: number | null;

  @Field(() => String, { description: 'Up to about 200 characters of the field, exactly as they stand there.' })
  snippet!: string;

  @Field(() => Int, { description: 'Offset of its first code unit in the field (UTF-16).' })
  start!: number;

  @Field(() => Int, { description: 'Offset after its last code unit in the field (UTF-16).' })
  end!: number;

  @Extensions(atMost(100))
  @Field(() => [TextSpan], { description: 'The words in the snippet that matched. Their offsets count in the field.' })
  highlights!: readonly TextSpan[];
}

const nodeTypeOf: Readonly<Record<SearchType, NodeTypeName>> = {
  ARTICLE: 'Article',
  CLAIM: 'Claim',
  ACTOR: 'Actor',
  EVENT: 'Event',
};

@ObjectType({ description: 'Something that a search found.' })
export class SearchHit {
  @Field(() => SearchType, { description: 'What it is.' })
  type!: SearchType;

  @Field(() => Float, {
    description:
      'How well it matches, from 0 to 1: how much of it is what was looked for, and whether that stands in a name, title or headline. Comparable within one search only.',
  })
  score!: number;

  /** Of the thing, in the database. */
  id!: string;
  findNode!: () => Promise<object | null>;
  findMatches!: () => Promise<readonly SearchMatch[]>;

  @Extensions(referred<SearchHit>(({ type, id }) => ({ type: nodeTypeOf[type], id })))
  @Field(() => Node, { nullable: true, description: 'The thing itself. Null when it was removed in this very moment.' })
  node(): Promise<object | null> {
    return this.findNode();
  }

  @Extensions(atMost(2))
  @Field(() => [SearchMatch], { description: 'Where its words stand, one piece of each field that holds some.' })
  matches(): Promise<readonly SearchMatch[]> {
    return this.findMatches();
  }
}

@ObjectType({ description: 'One of a page of what was found, with its place in the list.' })
export class SearchEdge {
  @Field(() => SearchHit, { description: 'What was found.' })
  node!: SearchHit;

  @Field(() => String, { description: 'Its place in the list, for `after` and `before`. Not to be read or made.' })
  cursor!: string;
}

@ObjectType({ description: 'How many things of one type a search found.' })
export class SearchCount {
  @Field(() => SearchType, { description: 'The type.' })
  type!: SearchType;

  @Field(() => Int, { description: `How many there are, at most ${mostRanked}.` })
  count!: number;

  @Field(() => Boolean, { description: `Whether there may be more, of which the latest ${mostRanked} were taken.` })
  isCapped!: boolean;
}

@ObjectType({ description: 'A page of what was found.' })
export class SearchConnection {
  @Field(() => [SearchHit], { description: 'What was found, where cursors are not needed.' })
  nodes!: readonly SearchHit[];

  @Field(() => [SearchEdge], { description: 'What was found, each with its cursor.' })
  edges!: readonly SearchEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Extensions(atMost(4))
  @Field(() => [SearchCount], { description: 'How many there are of each type asked for.' })
  counts!: readonly SearchCount[];

  estimate!: () => Promise<number>;

  @Field(() => Int, {
    nullable: true,
    description: `How many there are that match. Null where \`counts\` says of a type that there may be more than ${mostRanked}; \`estimatedTotalCount\` says about how many.`,
  })
  totalCount(): number | null {
    if (this.counts.some(({ isCapped }) => isCapped)) return null;
    return this.counts.reduce((sum, { count }) => sum + count, 0);
  }

  @Field(() => Int, {
    description: `About how many there are that match: exact up to ${mostRanked} of a type, and beyond that what the database expects from its statistics. Pages go through the latest ${mostRanked} of each type.`,
  })
  estimatedTotalCount(): Promise<number> {
    return this.estimate();
  }
}
