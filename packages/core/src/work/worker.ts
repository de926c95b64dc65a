import type { Actor } from '../audit/audit-entry.js';
import { noteProbe } from '../identity/contact-codes.js';
import { failMessage } from '../mail/fail-message.js';
import { happen } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Transaction } from '../ports/store.js';
import { failTransmission, TRANSMIT_KEY } from '../transmission/order-transmission.js';
import { failCall } from '../webhooks/webhook-step.js';
import { endAfterFault } from './classify-fault.js';
import { HeldStep } from './held-step.js';
import { NotProvided } from './not-provided.js';
import { type Claim, LeaseLost, Overtaken, type StepEnd, type StepKind } from './step.js';
import type { StepHandler, WorkDesk } from './step-context.js';

/** How a worker works. */
export interface WorkerOptions {
  /** Its name in leases and in the trail: unique among workers, no personal data. */
  readonly id: string;
  readonly desk: WorkDesk;
  readonly handlers: Readonly<Record<StepKind, StepHandler>>;
  /** Steps at once. */
  readonly concurrency: number;
  /** How long a lease lasts without being renewed; it is renewed after a third of it (security R3). */
  readonly leaseMs: number;
  /** The longest time without looking for work. */
  readonly idleMs: number;
  /** Where a dispatcher tells of steps: whether it does at present, and the longest time without looking while it does. */
  readonly told?: { readonly isTold: () => boolean; readonly idleMs: number };
  /** Told of what failed in a way it should not. The error may hold personal data: it is for a log that names its type only. */
  readonly onFault: (error: unknown, step: { readonly id: string; readonly kind: StepKind }) => void;
}

/** Claims steps that are due and works on them, until it is stopped. Many may run, in one process or on many machines. */
export class Worker {
  readonly #stop = new AbortController();
  /** Running steps, and those that are just being claimed. */
  readonly #busy = new Set<Promise<unknown>>();
  #wake: () => void = () => undefined;
  #isWoken = false;
  #hasMissed = false;

  constructor(private readonly options: WorkerOptions) {}

  /** Something may be due. */
  wake(): void {
    this.#isWoken = true;
    this.#wake();
  }

  /** Works until {@link Worker.stop}. A store that cannot be reached is tried again; what else is thrown is thrown on. */
  async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#isWoken = false;
      if ((await this.#begin()) === undefined) await this.#rest();
    }
    while (this.#busy.size > 0) await Promise.all(this.#busy);
  }

  /**
   * Works on one step that it was told of. Resolves with true when that is over, and with false at once where the ledger does not
   * give it to this worker, or there is no room: then it looks by itself as soon as there is.
   */
  async take(step: string): Promise<boolean> {
    if (this.#isFull()) this.#hasMissed = true;
    const begun = await this.#begin(step);
    await begun?.work;
    return begun !== undefined;
  }

  /** Ends the running steps where they are, and waits for that. They go on elsewhere, or here after the next start. */
  stop(): void {
    this.#stop.abort();
    this.#wake();
  }

  /** Claims a step, this one or what is due longest, and works on it from then on. */
  async #begin(step?: string): Promise<{ readonly work: Promise<void> } | undefined> {
    if (this.#stop.signal.aborted || this.#isFull()) return undefined;
    const claiming = this.#claim(step);
    this.#busy.add(claiming);
    const claim = await claiming;
    this.#busy.delete(claiming);
    if (claim === undefined) return undefined;
    const work = this.#work(claim).finally(() => {
      this.#busy.delete(work);
      this.#lookOn();
    });
    this.#busy.add(work);
    return { work };
  }

  #isFull(): boolean {
    return this.#busy.size >= this.options.concurrency;
  }

  async #claim(step: string | undefined): Promise<Claim | undefined> {
    const { id, desk, leaseMs, handlers, onFault } = this.options;
    const only = step === undefined ? {} : { step };
    try {
      return await desk.store.claim({ worker: id, leaseMs, kinds: Object.keys(handlers) as StepKind[], ...only });
    } catch (error) {
      onFault(error, { id: 'claim', kind: 'search' });
      return undefined;
    }
  }

  /** There is room again. Who is told of everything waits for that, so that others who are free get it as well. */
  #lookOn(): void {
    if (this.options.told?.isTold() === true && !this.#hasMissed) return;
    this.#hasMissed = false;
    this.wake();
  }

  async #rest(): Promise<void> {
    if (this.#isWoken) return;
    const { desk, told } = this.options;
    const idleMs = told?.isTold() === true ? told.idleMs : this.options.idleMs;
    const woken = new AbortController();
    this.#wake = () => {
      woken.abort();
    };
    await desk.clock.sleep(idleMs, AbortSignal.any([this.#stop.signal, woken.signal]));
    this.#wake = () => undefined;
  }

  async #work(claim: Claim): Promise<void> {
    const { desk, handlers, leaseMs } = this.options;
    const held = new HeldStep(claim, { desk, leaseMs, stop: this.#stop.signal });
    try {
      const request = await desk.store.transact((transaction) => requestOf(transaction, claim));
      const commit = await handlers[claim.step.kind](held.context(request));
      await desk.store.transact(async (transaction) => {
        await transaction.steps.end(claim, { state: 'done' });
        await commit(transaction, await requestOf(transaction, claim));
      });
    } catch (error) {
      await this.#fail(claim, error, held);
    } finally {
      held.release();
    }
  }

  /** Ends a step that threw. Where even that fails the lease ends by itself, and the step is claimed again. */
  async #fail(claim: Claim, error: unknown, held: HeldStep): Promise<void> {
    const { desk, onFault } = this.options;
    if (isLeaseLost(error) || held.isLost) return;
    try {
      await desk.store.transact(async (transaction) => {
        const { now } = transaction;
        const end = this.#endAfter(error, claim, now);
        await transaction.steps.end(claim, end);
        if (end.state === 'needs_attention') await this.#tell(transaction, claim, end);
      });
      if (!this.#stop.signal.aborted && !isExpected(error)) onFault(error, claim.step);
    } catch (second) {
      if (!isLeaseLost(second)) onFault(second, claim.step);
    }
  }

  #endAfter(error: unknown, { step }: Claim, now: Date): StepEnd {
    if (error instanceof Overtaken) return { state: 'done' };
    if (this.#stop.signal.aborted) return { state: 'pending', dueAt: now, countsAsAttempt: false };
    return endAfterFault(error, { kind: step.kind, attempts: step.attempts, now, random: this.options.desk.random });
  }

  /** A request whose work cannot go on says so, and a message that cannot go out; one that a person has stopped in the meantime stays as they left it. */
  async #tell(
    transaction: Transaction,
    claim: Claim,
    { problem }: Extract<StepEnd, { state: 'needs_attention' }>,
  ): Promise<void> {
    const { controller, request: id, kind } = claim.step;
    if (AFTER_DECISION.has(kind)) return;
    const request = await transaction.requests.lock(controller, id);
    if (request === undefined) return;
    const viewer = { actor: systemActor(claim.worker), controller };
    const { desk } = this.options;
    if (kind === 'mail') {
      await failMessage(transaction, claim.step, problem, { desk, viewer });
      return;
    }
    if (kind === 'webhook') {
      await failCall(transaction, desk, request, { step: claim.step, problem });
      return;
    }
    if (kind === 'transmit') {
      const failed = { transmission: claim.step.key.slice(TRANSMIT_KEY.length), reason: 'fault' } as const;
      await failTransmission(transaction, request, failed, { desk, viewer });
      return;
    }
    if (kind === 'probe') {
      await noteProbe(transaction, request, 'failed', { desk, viewer });
      return;
    }
    await happen(transaction, request, { event: 'fail', viewer, desk }, { fields: { problem }, details: { step: kind } });
  }
}

/** What ended a step otherwise than it should, and is no fault of anything. */
function isExpected(error: unknown): boolean {
  return error instanceof Overtaken || error instanceof NotProvided;
}

/** The workers of this installation, as the trail names them. */
export function systemActor(worker: string): Actor {
  return { kind: 'system', id: worker };
}

function isLeaseLost(error: unknown): boolean {
  return error instanceof LeaseLost;
}

/** Work on requests that are decided, or that decides nothing: where it fails, they stay as they are. */
const AFTER_DECISION: ReadonlySet<StepKind> = new Set([
  'cool-off',
  'not-before',
  'lapse',
  'remind',
  'pack',
  'purge',
  'recheck',
  'expire',
  'shred',
]);

async function requestOf(transaction: Transaction, { step }: Claim): Promise<DataRequest> {
  const request = await transaction.requests.lock(step.controller, step.request);
  if (request === undefined) throw new Error('A step of a request that is not there.');
  return request;
}
