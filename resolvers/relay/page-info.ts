import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list (Relay Cursor Connections).' })
export class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether more follows. When paging backwards: whether `before` was given, as something stood there.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether something comes before. When paging forwards: whether `after` was given, as something stood there.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item on the page. Null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item on the page. Null on an empty page.' })
  endCursor!: string | null;
}
