import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { Scope } from '../../entities/index.js';
import { atMost } from '../../entities/list-size.js';
import { ParallaxError } from '../../src/errors.js';
import type { ImportedActor, ImportedActors } from '../../src/jobs/jobs.js';
import type { Context } from '../../src/server/context.js';
import { ListedStatus } from '../../src/store/actors/listed.js';

const mostRows = 500;

registerEnumType(ListedStatus, {
  name: 'ListedActorStatus',
  description: 'What became of a row of a table of actors.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    CHANGED: { description: 'It was known by its Wikidata id, or its kind and name, and says something else now.' },
    UNCHANGED: { description: 'It is known, the same as before.' },
    REFUSED: { description: 'It was not taken in; `error` says why.' },
  },
});

@InputType({
  description:
    'An actor of your own table, by which names in articles are told. What cannot be read refuses this row only.',
})
export class ListedActorInput {
  @Field(() => String, { description: 'The name that the Actor shall have.' })
  name!: string;

  @Field(() => [String], { defaultValue: [], description: 'Other names and acronyms of it, 100 at most.' })
  aliases!: string[];

  @Field(() => String, { description: 'PERSON, ORGANIZATION or COUNTRY.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Its country, ISO 3166-1 alpha-2; needed for a COUNTRY.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Its Wikidata id, such as Q7817.' })
  wikidataId?: string | null;
}

@InputType({ description: 'Rows of a table of actors.' })
export class ImportActorsInput {
  @Field(() => [ListedActorInput], { description: `The rows, at most ${mostRows}.` })
  actors!: ListedActorInput[];
}

@ObjectType({ description: 'Why a row of a table of actors was not taken in.' })
export class ListedActorError {
  @Field(() => String, { description: 'A short name for the reason, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What was wrong, and what can be done, for people.' })
  message!: string;
}

@ObjectType({ description: 'A name that two rows of the table have, so that it tells neither.' })
export class ListedActorConflict {
  @Field(() => String, { description: 'The name or alias.' })
  name!: string;

  @Field(() => String, { description: 'Name of the other row.' })
  other!: string;
}

@ObjectType({ description: 'What became of a row of a table of actors.' })
export class ListedActorReceipt {
  @Field(() => ListedStatus, { description: 'What became of it.' })
  status!: ListedStatus;

  @Field(() => ListedActorError, { nullable: true, description: 'Why it was refused. Null when it was not.' })
  error!: ListedActorError | null;

  @Extensions(atMost(101))
  @Field(() => [ListedActorConflict], { description: 'Its names that another row has, too.' })
  conflicts!: readonly ListedActorConflict[];
}

@ObjectType({ description: 'What became of rows of a table of actors.' })
export class ImportActorsPayload {
  @Extensions(atMost(mostRows))
  @Field(() => [ListedActorReceipt], { description: 'One for each row, in their order.' })
  results!: readonly ImportedActor[];

  @Field(() => Int, {
    description: 'Stored articles in which somebody of these names speaks: `reprocess` applies the table to them.',
  })
  staleArticles!: number;
}

@Resolver()
export class ImportActorsResolver {
  @Authorized(Scope.CURATE)
  @Mutation(() => ImportActorsPayload, {
    description: 'Adds rows to your own table of actors, or changes them. The same rows again change nothing.',
  })
  importActors(
    @Arg('input', () => ImportActorsInput, { description: 'The rows.' }) { actors }: ImportActorsInput,
    @Ctx() { jobs }: Context,
  ): Promise<ImportedActors> {
    if (actors.length > mostRows) {
      throw new ParallaxError(
        'BAD_USER_INPUT',
        `\`input.actors\` holds ${actors.length} rows; ${mostRows} are the most.`,
      );
    }
    return jobs.importActors(
      actors.map(({ country = null, wikidataId = null, ...actor }) => ({ ...actor, country, wikidataId })),
    );
  }
}
