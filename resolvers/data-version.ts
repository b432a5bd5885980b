import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import type { Context } from '../src/server/context.js';

/** In what state the data is. */
@Resolver()
export class DataVersionResolver {
  @Authorized(Scope.READ)
  @Query(() => String, {
    description:
      'Stands for the state of everything that queries can see: while it is the same, so are the answers. It means nothing by itself and has no order. Asked together with other fields, it is read before them, so that they may be newer than it says and never older.',
  })
  dataVersion(@Ctx() { dataVersion }: Context): Promise<string> {
    return dataVersion();
  }
}
