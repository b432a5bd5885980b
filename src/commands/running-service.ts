import { ParallaxError, type ErrorCode } from '../errors.js';
import type {
  DemoStep,
  DocumentReceipt,
  GivenActor,
  ImportedActors,
  ReprocessingChoice,
  Submission,
} from '../jobs/index.js';
import type { NewKey } from '../store/keys/keys.js';
import type { KeyDesk, ListedKey } from './keys.js';
import type { ReprocessingState, Target } from './target.js';

const ingestMutation = `
  mutation Ingest($documents: [DocumentInput!]!, $wait: Boolean!) {
    ingest(input: { documents: $documents, waitForAnalysis: $wait }) {
      receipts { status name article { id } error { code message } }
    }
  }`;

const importMutation = `
  mutation Import($actors: [ListedActorInput!]!) {
    importActors(input: { actors: $actors }) {
      results { status error { code message } conflicts { name other } } staleArticles
    }
  }`;

const deliveryMutation = `
  mutation Delivery($number: Int!) {
    loadDemoDelivery(number: $number) {
      number deliveries source seenAt nextSeenAt documents { status headline } added changed retracted
    }
  }`;

const reprocessMutation = `
  mutation Reprocess($input: ReprocessInput!) {
    reprocess(input: $input) { articles reprocessing { ...Progress } }
  }`;

const progressFields = `
  fragment Progress on Reprocessing {
    id articles waiting done failed newVersions added changed retracted
    failures { articleId headline code message }
  }`;

const keyFields = 'id name scopes createdAt lastUsedAt expiresAt revokedAt';

/** Dates are strings on the line. */
interface DeliveryAnswer {
  readonly loadDemoDelivery: Omit<DemoStep, 'seenAt' | 'nextSeenAt'> & {
    readonly seenAt: string;
    readonly nextSeenAt: string | null;
  };
}

interface IngestAnswer {
  readonly ingest: {
    readonly receipts: readonly {
      readonly status: DocumentReceipt['status'];
      readonly name: string | null;
      readonly article: { readonly id: string } | null;
      readonly error: { readonly code: ErrorCode; readonly message: string } | null;
    }[];
  };
}

type KeyAnswer = Omit<ListedKey, 'createdAt' | 'lastUsedAt' | 'expiresAt' | 'revokedAt'> & {
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
};

const date = (text: string | null) => (text === null ? null : new Date(text));

function withDates(key: KeyAnswer): ListedKey {
  const { createdAt, lastUsedAt, expiresAt, revokedAt } = key;
  return {
    ...key,
    createdAt: new Date(createdAt),
    lastUsedAt: date(lastUsedAt),
    expiresAt: date(expiresAt),
    revokedAt: date(revokedAt),
  };
}

/** Sends a command's work to the service that owns the data folder. */
export class RunningService implements Target, KeyDesk {
  readonly #address: string;
  readonly #token: string;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  async ingest(submissions: readonly Submission[]): Promise<readonly DocumentReceipt[]> {
    const documents = submissions.map(({ bytes, mediaType, name, declared }) => ({
      base64: Buffer.from(bytes).toString('base64'),
      mediaType,
      name,
      ...declared,
    }));
    const { ingest } = await this.#ask<IngestAnswer>(ingestMutation, { documents, wait: false });
    return ingest.receipts.map(({ article, ...receipt }) => ({
      ...receipt,
      articleId: article?.id ?? null,
      articleVersionId: null,
    }));
  }

  async importActors(actors: readonly GivenActor[]): Promise<ImportedActors> {
    const { importActors } = await this.#ask<{ importActors: ImportedActors }>(importMutation, { actors });
    return importActors;
  }

  /** The service goes on by itself; a command need not stay for it. */
  settle(): Promise<void> {
    return Promise.resolve();
  }

  async loadDemo(): Promise<{ readonly articles: number }> {
    return (await this.#ask<{ loadDemo: { articles: number } }>('mutation { loadDemo { articles } }')).loadDemo;
  }

  async loadDemoDelivery(number: number): Promise<DemoStep> {
    const { loadDemoDelivery: step } = await this.#ask<DeliveryAnswer>(deliveryMutation, { number });
    return {
      ...step,
      seenAt: new Date(step.seenAt),
      nextSeenAt: step.nextSeenAt === null ? null : new Date(step.nextSeenAt),
    };
  }

  async removeDemo(): Promise<{ readonly articles: number }> {
    return (await this.#ask<{ removeDemo: { articles: number } }>('mutation { removeDemo { articles } }')).removeDemo;
  }

  async reprocess(
    choice: ReprocessingChoice,
    isCountOnly: boolean,
  ): Promise<{ readonly articles: number; readonly reprocessing: ReprocessingState | null }> {
    const { reprocess } = await this.#ask<{ reprocess: Awaited<ReturnType<Target['reprocess']>> }>(
      reprocessMutation + progressFields,
      {
        input: { ...choice, dryRun: isCountOnly },
      },
    );
    return reprocess;
  }

  async reprocessing(id: string): Promise<ReprocessingState | null> {
    const { reprocessing } = await this.#ask<{ reprocessing: ReprocessingState | null }>(
      `query Progress($id: ID!) { reprocessing(id: $id) { ...Progress } } ${progressFields}`,
      { id },
    );
    return reprocessing;
  }

  async createKey(input: NewKey): Promise<{ readonly key: ListedKey; readonly secret: string }> {
    const { createKey } = await this.#ask<{ createKey: { key: KeyAnswer; secret: string } }>(
      `mutation Create($input: CreateKeyInput!) { createKey(input: $input) { key { ${keyFields} } secret } }`,
      { input },
    );
    return { key: withDates(createKey.key), secret: createKey.secret };
  }

  async revokeKey(id: string): Promise<ListedKey> {
    const { revokeKey } = await this.#ask<{ revokeKey: { key: KeyAnswer } }>(
      `mutation Revoke($id: ID!) { revokeKey(input: { id: $id }) { key { ${keyFields} } } }`,
      { id },
    );
    return withDates(revokeKey.key);
  }

  async listKeys(): Promise<readonly ListedKey[]> {
    const { keys } = await this.#ask<{ keys: readonly KeyAnswer[] }>(`{ keys { ${keyFields} } }`);
    return keys.map(withDates);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #ask<Answer>(query: string, variables: object = {}): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(`${this.#address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
        body: JSON.stringify({ query, variables }),
      });
    } catch (error) {
      throw new ParallaxError('SERVICE_UNAVAILABLE', `The service at ${this.#address} does not answer.`, {
        cause: error,
      });
    }
    const answer = (await response.json().catch(() => null)) as {
      data?: Answer;
      errors?: { message: string; extensions?: { code?: string } }[];
    } | null;
    if (answer?.errors?.[0]) {
      const [{ message, extensions }] = answer.errors as [{ message: string; extensions?: { code?: string } }];
      if (extensions?.code === 'BAD_USER_INPUT') throw new ParallaxError('BAD_USER_INPUT', message);
      throw new ParallaxError(
        'SERVICE_UNAVAILABLE',
        `The service at ${this.#address} refused: ${message} (${extensions?.code})`,
      );
    }
    if (!answer?.data) throw new ParallaxError('SERVICE_UNAVAILABLE', `The service answered ${response.status}.`);
    return answer.data;
  }
}
