import { type Job, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import type { HintedWorker, WakeCounts } from './dispatch.js';
import { hintSchema, QUEUE_NAME } from './hint.js';

/** How long the end of what is running may take before connections are cut. */
const CLOSE_LIMIT_MS = 3_000;
/** The ledger decides how often a step is tried: BullMQ never gives one up because it stalled (security F1). */
const NEVER = 1_000_000;

/** What a consumer works with. */
export interface ConsumerOptions {
  readonly worker: HintedWorker;
  readonly counts: WakeCounts;
  /** Makes a connection that waits for its server. */
  readonly connect: () => Redis;
  readonly prefix: string;
  readonly concurrency: number;
  /** After this, a hint whose process was killed goes to another one, in milliseconds. */
  readonly stalledMs: number;
}

/** Takes hints from the queue and gives them to a worker, each for as long as its step runs: who is busy gets no more. */
export class HintConsumer {
  readonly #connections: Redis[];
  readonly #consumer: Worker;
  #isHeld = false;

  constructor(private readonly options: ConsumerOptions) {
    const { connect, prefix, concurrency, stalledMs } = options;
    const connection = connect();
    this.#connections = [connection];
    this.#alsoDuplicates(connection);
    this.#consumer = new Worker(QUEUE_NAME, (job, token) => this.#take(job, token), {
      ...{ connection, prefix, concurrency },
      lockDuration: stalledMs,
      stalledInterval: stalledMs,
      maxStalledCount: NEVER,
      runRetryDelay: 500,
      skipVersionCheck: true,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    // Whatever it is, the ledger and the reconciler make up for it; that Redis is gone is told by the link
    this.#consumer.on('error', () => undefined);
  }

  /** Takes nothing more. */
  hold(): void {
    this.#isHeld = true;
    void this.#consumer.pause(true);
  }

  /** Lets what is running end, if the server is there to be told, and closes every connection. */
  async close(isThere: boolean): Promise<void> {
    const closing = this.#consumer.close(!isThere).catch(() => undefined);
    await Promise.race([closing, pause(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    for (const connection of this.#connections) connection.disconnect();
  }

  async #take(job: Job, token: string | undefined): Promise<void> {
    if (this.#isHeld) {
      await job.moveToWait(token ?? '');
      throw new WaitingError();
    }
    const { worker, counts } = this.options;
    const hint = hintSchema.safeParse(job.data);
    const isTaken = hint.success && (await worker.take(hint.data.stepId));
    counts[isTaken ? 'taken' : 'idle'] += 1;
  }

  /** BullMQ makes a second connection to wait on, and says nothing of it. */
  #alsoDuplicates(connection: Redis): void {
    const duplicate = connection.duplicate.bind(connection);
    connection.duplicate = (override) => {
      const copy = duplicate(override);
      copy.on('error', () => undefined);
      this.#connections.push(copy);
      return copy;
    };
  }
}
