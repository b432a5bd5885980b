import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node, TextSpan } from '../../entities/index.js';
import { mostRanked, SearchType } from '../../src/store/queries/search/found-things.js';
import { SearchField } from '../../src/store/queries/search/searched-fields.js';
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

  @Field(() => [TextSpan], { description: 'The words in the snippet that matched. Their offsets count in the field.' })
  highlights!: readonly TextSpan[];
}

@ObjectType({ description: 'Something that a search found.' })
export class SearchHit {
  @Field(() => SearchType, { description: 'What it is.' })
  type!: SearchType;

  @Field(() => Float, {
    description:
      'How well it matches, from 0 to 1: how much of it is what was looked for, and whether that stands in a name, title or headline. Comparable within one search only.',
  })
  score!: number;

  findNode!: () => Promise<object | null>;
  findMatches!: () => Promise<readonly SearchMatch[]>;

  @Field(() => Node, { nullable: true, description: 'The thing itself. Null when it was removed in this very moment.' })
  node(): Promise<object | null> {
    return this.findNode();
  }

  @Field(() => [SearchMatch], { description: 'Where its words stand, one piece of each field that holds some.' })
  matches(): Promise<readonly SearchMatch[]> {
    return this.findMatches();
  }
}

@ObjectType({ description: 'One of a page of what was found, with its place in the list.' })
export class SearchEdge {
  @Field(() => SearchHit, { description: 'What was found.' })
  node!: SearchHit;

  @Field(() => String, { description: 'Its place in the list, for `after`. Not to be read or made.' })
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

@ObjectType({ description: 'A page of what was found, the best first.' })
export class SearchConnection {
  @Field(() => [SearchHit], { description: 'What was found, where cursors are not needed.' })
  nodes!: readonly SearchHit[];

  @Field(() => [SearchEdge], { description: 'What was found, each with its cursor.' })
  edges!: readonly SearchEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: `How many there are on the whole list: of each type at most ${mostRanked}, as \`counts\` tells.`,
  })
  totalCount!: number;

  @Field(() => [SearchCount], { description: 'How many there are of each type asked for.' })
  counts!: readonly SearchCount[];
}
