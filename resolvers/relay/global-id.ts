import { fromGlobalId } from 'graphql-relay';
import { Actor, Article, ArticleVersion, Claim, Event, Proposition, Source } from '../../entities/index.js';
import { ParallaxError } from '../../src/errors.js';

/** The types that have a global id, by name. */
export const nodeTypes = { Source, Article, ArticleVersion, Claim, Actor, Event, Proposition } as const;
export type NodeTypeName = keyof typeof nodeTypes;

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

export function encodeId(type: NodeTypeName, id: string): string {
  // What graphql-relay's toGlobalId gives, without its check of every byte: hundreds are made for one answer.
  return Buffer.from(`${type}:${id}`, 'latin1').toString('base64');
}

/**
 * Type and database id of a global id.
 * @throws ParallaxError BAD_USER_INPUT when it is not a global id of this service
 */
export function decodeId(globalId: string, argument: string): { type: NodeTypeName; id: string } {
  const { type, id } = fromGlobalId(globalId);
  if (!Object.hasOwn(nodeTypes, type) || !isUuid(id)) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` is not an id that this service gave out.`);
  }
  return { type: type as NodeTypeName, id: id.toLowerCase() };
}

const a = (noun: string) => `${/^[AE]/.test(noun) ? 'an' : 'a'} ${noun}`;

/**
 * Database id of a global id that must be of one type.
 * @throws ParallaxError BAD_USER_INPUT also when it is the id of another type
 */
export function decodeIdOf(expected: NodeTypeName, globalId: string, argument: string): string {
  const { type, id } = decodeId(globalId, argument);
  if (type !== expected) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `\`${argument}\` is the id of ${a(type)}; ${a(expected)} is wanted here.`,
    );
  }
  return id;
}
