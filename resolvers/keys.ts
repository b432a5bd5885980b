import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { atMost } from '../entities/list-size.js';
import { ApiKey, Scope } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { createKey, listKeys, revokeKey } from '../src/store/keys/keys.js';

@InputType({ description: 'A key to make.' })
export class CreateKeyInput {
  @Field(() => String, { description: 'Whose it is or what it is for: 1 to 100 characters.' })
  name!: string;

  @Extensions(atMost(4))
  @Field(() => [Scope], { description: 'What it allows. INGEST and CURATE include READ, ADMIN includes all.' })
  scopes!: Scope[];

  @Field(() => Date, {
    nullable: true,
    description: 'From when on it is no longer accepted. Without it, it does not expire.',
  })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'A key that was just made.' })
export class CreateKeyPayload {
  @Field(() => ApiKey, { description: 'What is kept of it.' })
  key!: ApiKey;

  @Field(() => String, { description: 'The key itself, which is not kept and never shown again.' })
  secret!: string;
}

@InputType({ description: 'A key to revoke.' })
export class RevokeKeyInput {
  @Field(() => ID, { description: 'Id of the key, as `keys` shows it.' })
  id!: string;
}

@ObjectType({ description: 'A key that is revoked.' })
export class RevokeKeyPayload {
  @Field(() => ApiKey, { description: 'The key as it is now.' })
  key!: ApiKey;
}

@Resolver()
export class KeyResolver {
  @Authorized(Scope.ADMIN)
  @Extensions(atMost(1000))
  @Query(() => [ApiKey], { description: 'Keys that were given out, the latest first, 1,000 at most.' })
  keys(@Ctx() { store }: Context): Promise<ApiKey[]> {
    return listKeys(store);
  }

  @Authorized(Scope.ADMIN)
  @Mutation(() => CreateKeyPayload, {
    description: 'Makes a key. Its `secret` is shown in this answer and never again.',
  })
  createKey(
    @Arg('input', () => CreateKeyInput, { description: 'What it is for and what it allows.' }) input: CreateKeyInput,
    @Ctx() { store }: Context,
  ): Promise<CreateKeyPayload> {
    return createKey(store, { ...input, expiresAt: input.expiresAt ?? null });
  }

  @Authorized(Scope.ADMIN)
  @Mutation(() => RevokeKeyPayload, {
    description: 'Revokes a key at once and for good: what is under way with it ends, subscriptions too.',
  })
  async revokeKey(
    @Arg('input', () => RevokeKeyInput, { description: 'Which one.' }) { id }: RevokeKeyInput,
    @Ctx() { store }: Context,
  ): Promise<RevokeKeyPayload> {
    return { key: await revokeKey(store, id) };
  }
}
