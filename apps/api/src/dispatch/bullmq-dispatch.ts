import type { DueStep } from '@habeas/core';
import { Queue } from 'bullmq';
import type { Dispatch, DispatchLog, HintedWorker, WakeCounts } from './dispatch.js';
import { hintJob, QUEUE_NAME } from './hint.js';
import { HintConsumer } from './hint-consumer.js';
import { faultCode, isAnswer } from './redis-fault.js';
import { RedisLink, type RedisSettings } from './redis-link.js';

/** What a dispatch through Redis is opened with. */
export interface BullmqSettings extends RedisSettings {
  /** What every key begins with: another one for each installation that shares a server. */
  readonly prefix: string;
  /** The period of the reconciler, in milliseconds. */
  readonly reconcileMs: number;
  /** Hints at once in this process. */
  readonly concurrency: number;
}

/**
 * Tells workers of steps through BullMQ. Redis holds ids of steps that are due and nothing else; it may lose all of them, or bring
 * old ones back, at any moment: what is true stands in the ledger.
 */
export class BullmqDispatch implements Dispatch {
  readonly kind = 'bullmq';
  readonly counts: WakeCounts = { told: 0, lost: 0, taken: 0, idle: 0 };
  readonly #queue: Queue;
  readonly #sending = new Set<Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #consumer: HintConsumer | undefined;
  /** Whether the server is there and takes nothing: its memory is full, or it has become read-only. */
  #isRefused = false;

  private constructor(
    private readonly settings: BullmqSettings,
    private readonly link: RedisLink,
    private readonly delivery: { readonly log: DispatchLog; worker?: HintedWorker },
  ) {
    const { prefix } = settings;
    const connection = link.client;
    this.#queue = new Queue(QUEUE_NAME, { connection, prefix, skipVersionCheck: true, skipWaitingForReady: true });
    this.#queue.on('error', () => undefined); // the link tells that the server is gone
  }

  /** See {@link RedisLink.open}. */
  static async open(settings: BullmqSettings, log: DispatchLog): Promise<BullmqDispatch> {
    const delivery: { readonly log: DispatchLog; worker?: HintedWorker } = { log };
    const link = await RedisLink.open(settings, log, () => delivery.worker?.wake());
    return new BullmqDispatch(settings, link, delivery);
  }

  isReaching(): boolean {
    return this.link.isThere && !this.#isRefused;
  }

  /**
   * What is due later than the next turn of the reconciler is left to it, and what is due before is told at its time from here:
   * times are the database's, and a delay in BullMQ would go by the clock of whoever looks.
   */
  async tell(steps: readonly DueStep[]): Promise<void> {
    const now = steps.filter(({ inMs }) => inMs === 0);
    for (const step of steps) if (step.inMs > 0 && step.inMs <= this.settings.reconcileMs) this.#tellLater(step);
    if (now.length === 0) return;
    const sending = this.#send(now).finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
    await sending;
  }

  deliverTo(worker: HintedWorker): void {
    const { prefix, concurrency, reconcileMs } = this.settings;
    this.delivery.worker = worker;
    const connect = this.link.waiting.bind(this.link);
    this.#consumer = new HintConsumer({
      ...{ worker, prefix, concurrency, connect },
      counts: this.counts,
      stalledMs: reconcileMs,
    });
  }

  hold(): void {
    this.#consumer?.hold();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#sending);
    await this.#consumer?.close(this.link.isThere);
    this.link.close();
  }

  #tellLater(step: DueStep): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.tell([{ ...step, inMs: 0 }]);
    }, step.inMs);
    this.#timers.add(timer.unref());
  }

  async #send(steps: readonly DueStep[]): Promise<void> {
    const isSent = this.link.isThere && (await this.#add(steps));
    this.counts[isSent ? 'told' : 'lost'] += steps.length;
  }

  /** A step that cannot be told of is found by workers that look, and no request waits or fails for it. */
  async #add(steps: readonly DueStep[]): Promise<boolean> {
    try {
      await this.#queue.addBulk(steps.map(hintJob));
      this.#noteRefused(undefined);
      return true;
    } catch (error) {
      const code = faultCode(error);
      if (code === 'TIMEOUT') this.link.suspect();
      // What the connection says itself is no refusal: it may be ending and not have told the link yet
      else if (isAnswer(error) && this.link.isThere) this.#noteRefused(code);
      return false;
    }
  }

  #noteRefused(code: string | undefined): void {
    const isRefused = code !== undefined;
    if (this.#isRefused === isRefused) return;
    this.#isRefused = isRefused;
    if (isRefused) this.delivery.log.warn('redis-refuses', { code, workers: 'look at the ledger' });
    else this.delivery.log.info('redis-back');
    this.delivery.worker?.wake();
  }
}
