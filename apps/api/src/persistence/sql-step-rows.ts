import {
  type Claim,
  type ClaimOptions,
  LeaseLost,
  type NewStep,
  type Step,
  type StepEnd,
  type StepKind,
  type StepProgress,
  type StepRows,
} from '@habeas/core';
import { In, Not } from 'typeorm';
import { jsonOrNull } from './rows/values.js';
import { newStepToRow, stepFromRow, type StepRow } from './rows/step.row.js';
import type { Session } from './session.js';
import { isDuplicate } from './store-fault.js';

const NO_LEASE = { leaseOwner: null, leaseEndsAt: null, claimableAt: null };

/**
 * Steps in SQL. A claim is valid while the step runs with the claim's owner and fence: a lease whose time is over, but
 * which nobody took over, does no harm.
 */
export class SqlStepRows implements StepRows {
  constructor(private readonly session: Session) {}

  async add(step: NewStep): Promise<void> {
    try {
      await this.session.table('step').insert(newStepToRow(step));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const isThere = await this.session.table('step').existsBy({ request: step.request, stepKey: step.key });
      if (!isThere) throw error;
    }
  }

  async hold(claim: Claim): Promise<void> {
    const row = await this.session.table('step').findOne({ where: heldBy(claim), ...this.session.locked });
    if (row === null) throw new LeaseLost();
  }

  async end(claim: Claim, end: StepEnd): Promise<void> {
    const problem = end.state === 'done' ? null : jsonOrNull(end.problem);
    await this.#update(claim, { ...NO_LEASE, state: end.state, problem, ...(end.state === 'pending' ? waiting(end) : {}) });
  }

  async progress(claim: Claim, progress: StepProgress): Promise<void> {
    await this.#update(claim, { progress: JSON.stringify(progress) });
  }

  async cancelOf(controller: string, request: string, except: readonly StepKind[] = []): Promise<void> {
    const isOpen = Not(In(['done', 'cancelled']));
    const kind = Not(In([...except]));
    await this.session.table('step').update({ controller, request, state: isOpen, kind }, { ...NO_LEASE, state: 'cancelled' });
  }

  async of(controller: string, request: string): Promise<readonly Step[]> {
    const rows = await this.session.table('step').find({ where: { controller, request }, order: { number: 'ASC' } });
    return rows.map(stepFromRow);
  }

  async remove(controller: string, request: string): Promise<void> {
    await this.session.table('step').delete({ controller, request });
  }

  /** Claims the step that is due longest, and that no other transaction is about to claim. */
  async claim(options: ClaimOptions): Promise<Claim | undefined> {
    const number = await this.#claimable(options);
    if (number === undefined) return undefined;
    const steps = this.session.table('step');
    const row = await steps.findOneByOrFail({ number });
    const leaseEndsAt = this.session.now.getTime() + options.leaseMs;
    const claimed = {
      state: 'running',
      attempts: row.attempts + 1,
      fence: row.fence + 1,
      leaseOwner: options.worker,
      leaseEndsAt,
      claimableAt: leaseEndsAt,
    };
    await steps.update({ number }, claimed);
    const step = stepFromRow({ ...row, ...claimed });
    return { step, worker: options.worker, fence: step.fence };
  }

  /** Extends a lease. False where it is lost. */
  async renew(claim: Claim, leaseMs: number): Promise<boolean> {
    const leaseEndsAt = this.session.now.getTime() + leaseMs;
    const { affected } = await this.session.table('step').update(heldBy(claim), { leaseEndsAt, claimableAt: leaseEndsAt });
    return affected === 1;
  }

  /** When the next step can be claimed. */
  async nextDueAt(): Promise<Date | undefined> {
    const [row] = await this.session.query<{ readonly at: number | null }>('SELECT MIN(claimable_at) AS at FROM step', []);
    return row?.at == null ? undefined : new Date(row.at);
  }

  async #claimable({ kinds, step }: ClaimOptions): Promise<number | undefined> {
    if (kinds.length === 0) return undefined;
    const isMysql = this.session.product === 'mysql';
    // Without the index a small table is sorted, and every row of it locked meanwhile: others would find nothing to do.
    const index = isMysql && step === undefined ? 'FORCE INDEX (step_claimable)' : '';
    const only = step === undefined ? '' : 'AND id = ?';
    const sql = `SELECT number FROM step ${index}
      WHERE claimable_at <= ? AND kind IN (${kinds.map(() => '?').join(', ')}) ${only}
      ORDER BY claimable_at, number LIMIT 1 ${isMysql ? 'FOR UPDATE SKIP LOCKED' : ''}`;
    const values = [this.session.now.getTime(), ...kinds, ...(step === undefined ? [] : [step])];
    const [found] = await this.session.query<{ readonly number: number }>(sql, values);
    return found?.number;
  }

  async #update(claim: Claim, change: StepChange): Promise<void> {
    const { affected } = await this.session.table('step').update(heldBy(claim), change);
    if (affected !== 1) throw new LeaseLost();
  }
}

type StepChange = Partial<Omit<StepRow, 'attempts'>> & { readonly attempts?: () => string };

function waiting({ dueAt, countsAsAttempt }: Extract<StepEnd, { readonly state: 'pending' }>): StepChange {
  const due = { dueAt: dueAt.getTime(), claimableAt: dueAt.getTime() };
  return countsAsAttempt ? due : { ...due, attempts: () => 'attempts - 1' };
}

function heldBy({ step, worker, fence }: Claim): Pick<StepRow, 'id' | 'state' | 'fence'> & { readonly leaseOwner: string } {
  return { id: step.id, state: 'running', leaseOwner: worker, fence };
}
