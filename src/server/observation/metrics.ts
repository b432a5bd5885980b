import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { codeOf, type ObservedOperation, type Transport } from './observed-operation.js';
import { OperationNames } from './operation-names.js';

let ofProcess: Registry | null = null;

/** One for the process, however many services run in it: some of them cannot be let go of again. */
function processMetrics(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Reads a value when metrics are asked for. */
type Read = (set: (value: number, labels?: Record<string, string>) => void) => Promise<void> | void;

/** The metrics of one service; docs/operations.md lists them. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #names = new OperationNames();
  readonly #operations: Counter<'transport' | 'type' | 'name' | 'code'>;
  readonly #durations: Histogram<'transport' | 'type' | 'name'>;
  readonly #statements: Histogram<'type'>;
  readonly #costs: Histogram<'type'>;
  readonly #responses: Counter<'method' | 'status'>;
  readonly #subscriptions: Gauge<'transport'>;
  readonly #payloads: Counter<'transport'>;
  readonly #notModified: Counter;
  readonly #analysisFailures: Counter;

  constructor() {
    const registers = [this.#registry];
    this.#operations = new Counter({
      name: 'parallax_operations_total',
      help: 'Operations that were answered, refused ones too, by the code of their first error or OK.',
      labelNames: ['transport', 'type', 'name', 'code'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'parallax_operation_duration_seconds',
      help: 'Time from the arrival of a query or mutation to its answer.',
      labelNames: ['transport', 'type', 'name'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
      registers,
    });
    this.#statements = new Histogram({
      name: 'parallax_operation_statements',
      help: 'Statements that an operation sent to the database.',
      labelNames: ['type'],
      buckets: [0, 1, 2, 3, 5, 10, 20, 50, 100],
      registers,
    });
    this.#costs = new Histogram({
      name: 'parallax_operation_cost',
      help: 'What operations were taken to cost before they ran.',
      labelNames: ['type'],
      buckets: [10, 100, 1_000, 10_000, 100_000, 250_000],
      registers,
    });
    this.#responses = new Counter({
      name: 'parallax_http_responses_total',
      help: 'HTTP responses by status; 429 are those that came too often.',
      labelNames: ['method', 'status'],
      registers,
    });
    this.#subscriptions = new Gauge({
      name: 'parallax_subscriptions_open',
      help: 'Subscriptions that are open.',
      labelNames: ['transport'],
      registers,
    });
    this.#payloads = new Counter({
      name: 'parallax_subscription_payloads_total',
      help: 'Payloads that were sent to subscribers.',
      labelNames: ['transport'],
      registers,
    });
    this.#notModified = new Counter({
      name: 'parallax_not_modified_total',
      help: 'Requests whose client held the answer already (304).',
      registers,
    });
    this.#analysisFailures = new Counter({
      name: 'parallax_analysis_failures_total',
      help: 'Analyses of an article that failed.',
      registers,
    });
  }

  /** Counts an operation that was answered. */
  operation(operation: ObservedOperation): void {
    const { transport, cost, statements, milliseconds, isPersisted } = operation;
    const type = operation.type ?? 'none';
    const code = codeOf(operation);
    const name = this.#names.label(operation.name, isPersisted, operation.codes.length > 0);
    this.#operations.inc({ transport, type, name, code });
    if (type !== 'subscription') this.#durations.observe({ transport, type, name }, milliseconds / 1000);
    this.#statements.observe({ type }, statements);
    if (cost !== null) this.#costs.observe({ type }, cost);
  }

  /** @returns to be called when it ends */
  subscriptionOpened(transport: Transport): () => void {
    this.#subscriptions.inc({ transport });
    let isOpen = true;
    return () => {
      if (isOpen) this.#subscriptions.dec({ transport });
      isOpen = false;
    };
  }

  payload(transport: Transport): void {
    this.#payloads.inc({ transport });
  }

  response(method: string, status: number): void {
    // Node itself takes no method that is not known, and their number is small.
    this.#responses.inc({ method, status: String(status) });
  }

  notModified(): void {
    this.#notModified.inc();
  }

  analysisFailed(): void {
    this.#analysisFailures.inc();
  }

  /** Adds a value that is read whenever metrics are asked for. */
  gauge(name: string, help: string, labelNames: readonly string[], read: Read): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect: async () => {
        gauge.reset();
        try {
          await read((value, labels) => gauge.set(labels ?? {}, value));
        } catch {
          // A database that does not answer takes nothing from the other metrics, and is told by /health/ready.
          if (labelNames.length === 0) gauge.set(Number.NaN);
        }
      },
    });
  }

  /** Everything in the text format of Prometheus. */
  async text(): Promise<{ readonly contentType: string; readonly text: string }> {
    const merged = Registry.merge([processMetrics(), this.#registry]);
    return { contentType: merged.contentType, text: await merged.metrics() };
  }
}
