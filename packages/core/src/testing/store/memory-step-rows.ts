import type { ClaimOptions, StepRows } from '../../ports/store.js';
import {
  type Claim,
  LeaseLost,
  type NewStep,
  type Step,
  type StepEnd,
  type StepKind,
  type StepProgress,
} from '../../work/step.js';
import { compareParts, keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Steps in memory, with their leases. */
export class MemoryStepRows implements StepRows {
  readonly #steps: MemoryTable<Step>;

  constructor(journal: MemoryJournal) {
    this.#steps = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(step: NewStep): Promise<void> {
    const key = keyOf(step.request, step.key);
    if (this.#steps.get(key) !== undefined) return;
    if (this.#steps.where(({ id }) => id === step.id).length > 0) throw new Error('There is a step with this id already.');
    this.#steps.add(key, { ...step, state: 'pending', attempts: 0, fence: 0 });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async hold(claim: Claim): Promise<void> {
    this.#held(claim);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async end(claim: Claim, end: StepEnd): Promise<void> {
    const { problem: _problem, ...step } = withoutLease(this.#held(claim));
    this.#put({
      ...step,
      state: end.state,
      ...(end.state === 'pending' ? { dueAt: end.dueAt, attempts: step.attempts - (end.countsAsAttempt ? 0 : 1) } : {}),
      ...(end.state === 'done' || end.problem === undefined ? {} : { problem: end.problem }),
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async progress(claim: Claim, progress: StepProgress): Promise<void> {
    this.#put({ ...this.#held(claim), progress });
  }

  cancelOf(controller: string, request: string, except: readonly StepKind[] = []): Promise<void> {
    const open = this.#of(controller, request).filter(
      ({ state, kind }) => state !== 'done' && state !== 'cancelled' && !except.includes(kind),
    );
    for (const step of open) this.#put({ ...withoutLease(step), state: 'cancelled' });
    return Promise.resolve();
  }

  of(controller: string, request: string): Promise<readonly Step[]> {
    return Promise.resolve(this.#of(controller, request));
  }

  remove(controller: string, request: string): Promise<void> {
    this.#steps.removeWhere((step) => step.controller === controller && step.request === request);
    return Promise.resolve();
  }

  /** Claims the step that is due longest. */
  claim({ worker, leaseMs, kinds, step: only }: ClaimOptions, now: Date): Claim | undefined {
    const [first] = this.#claimable()
      .filter(({ step, at }) => at <= now.getTime() && kinds.includes(step.kind) && (only ?? step.id) === step.id)
      .sort((left, right) => compareParts([left.at], [right.at]));
    if (first === undefined) return undefined;
    const { attempts, fence } = first.step;
    const leaseEndsAt = new Date(now.getTime() + leaseMs);
    const step: Step = {
      ...first.step,
      state: 'running',
      attempts: attempts + 1,
      fence: fence + 1,
      leaseOwner: worker,
      leaseEndsAt,
    };
    this.#put(step);
    return { step, worker, fence: step.fence };
  }

  /** Extends a lease. False where it is lost. */
  renew(claim: Claim, leaseEndsAt: Date): boolean {
    const step = this.#find(claim);
    if (step === undefined) return false;
    this.#put({ ...step, leaseEndsAt });
    return true;
  }

  /** When the next step can be claimed. */
  nextDueAt(): Date | undefined {
    const times = this.#claimable().map(({ at }) => at);
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  }

  /** What waits from its due time, and what runs from the end of its lease. */
  #claimable(): readonly { readonly step: Step; readonly at: number }[] {
    return this.#steps
      .where(({ state }) => state === 'pending' || state === 'running')
      .map((step) => ({ step, at: (step.leaseEndsAt ?? step.dueAt).getTime() }));
  }

  #held(claim: Claim): Step {
    const step = this.#find(claim);
    if (step === undefined) throw new LeaseLost();
    return step;
  }

  #find({ step, worker, fence }: Claim): Step | undefined {
    return this.#steps.where(
      (each) => each.id === step.id && each.state === 'running' && each.leaseOwner === worker && each.fence === fence,
    )[0];
  }

  #of(controller: string, request: string): readonly Step[] {
    return this.#steps.where((each) => each.controller === controller && each.request === request);
  }

  #put(step: Step): void {
    this.#steps.put(keyOf(step.request, step.key), step);
  }
}

function withoutLease({ leaseOwner: _owner, leaseEndsAt: _end, ...step }: Step): Step {
  return step;
}
