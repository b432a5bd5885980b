import { Field, ID, InterfaceType } from 'type-graphql';

/** Relay's Node: whatever can be fetched again by its global id. */
@InterfaceType({ description: 'Anything that can be fetched again by its id (Relay Global Object Identification).' })
export abstract class Node {
  @Field(() => ID, { description: 'Global id: unique over all types, for use with `node(id:)`.' })
  id!: string;
}
