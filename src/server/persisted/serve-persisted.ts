import { createHash } from 'node:crypto';
import { printSchema, type GraphQLSchema } from 'graphql';
import packageFile from '../../../package.json';
import { Scope } from '../../../entities/enumerations.js';
import type { Config } from '../../config.js';
import { isParallaxError } from '../../errors.js';
import type { Caller } from '../access/caller.js';
import type { Context } from '../context.js';
import type { PersistedOverHttp } from '../http.js';
import { pointsOf, type Budgets } from '../limits/budget.js';
import type { Observer } from '../observation/observer.js';
import type { Course } from '../operation/course.js';
import { findDocument, type DocumentRequest } from './find-document.js';
import { readHttpOperation } from './http-request.js';
import { keepAnswer } from './keep-answer.js';
import type { PersistedDocuments } from './persisted-documents.js';

export interface ServePersistedOptions {
  readonly config: Pick<Config, 'onlyPersistedDocuments' | 'cacheSeconds'>;
  readonly schema: GraphQLSchema;
  readonly course: Course;
  readonly observer: Observer;
  readonly budgets: Budgets;
  readonly documents: PersistedDocuments;
}

export interface PersistedService {
  readonly http: PersistedOverHttp;
  /** The text of the document that a message over WebSocket or SSE means. @throws ParallaxError */
  readonly findQuery: (message: DocumentRequest, context: Context) => string;
}

/** Whoever shows a key for everything may look around and try things out, with GraphiQL for one. */
const mayAskAnything = ({ isAnonymous, scopes }: Caller) => !isAnonymous && scopes.has(Scope.ADMIN);

/** What persisted documents mean for each transport. */
export function servePersisted(options: ServePersistedOptions): PersistedService {
  const { config, schema, course, observer, budgets, documents } = options;
  const finding = { documents, isOnly: config.onlyPersistedDocuments };
  const serviceVersion = createHash('sha256')
    .update(`${packageFile.version} ${printSchema(schema)}`)
    .digest('base64url');
  const keeping = { course, schema, serviceVersion, cacheSeconds: config.cacheSeconds };
  const observed = <Found>(context: Context, find: () => Found): Found => {
    try {
      return find();
    } catch (error) {
      if (isParallaxError(error)) observer.refused(context, error.code);
      throw error;
    }
  };
  return {
    http: {
      read: (request, context) =>
        observed(context, () => readHttpOperation(request, finding, mayAskAnything(context.caller))),
      async keep(operation, request, context) {
        const toKeep = await keepAnswer(operation, request, context, keeping);
        if (toKeep.isHeld) {
          // It takes no more than the least of operations, but it takes that.
          await budgets.spend(context.caller, pointsOf(0));
          observer.notModified(context, toKeep.operationName);
        }
        return toKeep;
      },
    },
    findQuery: (message, context) =>
      observed(context, () => {
        const { query } = findDocument(message, finding, mayAskAnything(context.caller));
        return typeof query === 'string' ? query : '';
      }),
  };
}
