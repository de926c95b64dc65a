import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import { type Claim, LeaseLost, type StepProgress } from './step.js';
import type { StepContext, WorkDesk } from './step-context.js';

/** How often progress reaches the store, at most. */
const REPORT_EVERY_MS = 1_000;

/** A claimed step whose lease is renewed until it is released or lost. */
export class HeldStep {
  readonly #lost = new AbortController();
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  #progress: StepProgress | undefined;
  #isLost = false;

  constructor(
    private readonly claim: Claim,
    private readonly options: { readonly desk: WorkDesk; readonly leaseMs: number; readonly stop: AbortSignal },
  ) {
    this.#signal = AbortSignal.any([this.#lost.signal, options.stop]);
    void this.#keep();
    void this.#tell();
  }

  /** Whether somebody else may be working on it. */
  get isLost(): boolean {
    return this.#isLost;
  }

  context(request: DataRequest): StepContext {
    return {
      claim: this.claim,
      request,
      desk: this.options.desk,
      signal: this.#signal,
      checkpoint: (work) => this.#checkpoint(work),
      report: (progress) => {
        this.#progress = progress;
      },
    };
  }

  /** The step is over: nothing is renewed any more. */
  release(): void {
    this.#over.abort();
  }

  async #checkpoint<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (this.#isLost) throw new LeaseLost();
    return this.options.desk.store.transact(async (transaction) => {
      await transaction.steps.hold(this.claim);
      return work(transaction);
    });
  }

  #isOver(): boolean {
    return this.#over.signal.aborted;
  }

  async #keep(): Promise<void> {
    const { desk, leaseMs } = this.options;
    let renewedAt = desk.clock.now().getTime();
    while (!this.#isOver()) {
      await desk.clock.sleep(leaseMs / 3, this.#over.signal);
      if (this.#isOver()) return;
      const renewed = await desk.store.renew(this.claim, leaseMs).catch(() => undefined);
      if (renewed === true) renewedAt = desk.clock.now().getTime();
      // A store that cannot be reached may have given the step to somebody else once the lease is over
      if (renewed === false || desk.clock.now().getTime() - renewedAt >= leaseMs) {
        this.#lose();
        return;
      }
    }
  }

  #lose(): void {
    this.#isLost = true;
    this.#lost.abort();
  }

  async #tell(): Promise<void> {
    const { clock } = this.options.desk;
    while (!this.#isOver()) {
      await clock.sleep(REPORT_EVERY_MS, this.#over.signal);
      const progress = this.#progress;
      this.#progress = undefined;
      if (progress === undefined || this.#isOver()) continue;
      // What is lost is a line on a screen; that the lease is lost shows at the next checkpoint
      await this.#checkpoint((transaction) => transaction.steps.progress(this.claim, progress)).catch(() => undefined);
    }
  }
}
