import assert from 'node:assert/strict';
import type { Store, Transaction } from '../../ports/store.js';
import type { Claim, NewStep } from '../../work/step.js';
import { checksOf, type StandingClock } from './store-check.js';
import { ACME, OTHER, sampleRequest, sampleStep } from './samples.js';

const LEASE_MS = 30_000;
const LOST = { code: 'LEASE_LOST' };

/** What the ledger of steps promises about leases (security R2, R8). */
export const leaseChecks = checksOf({
  'a step whose lease has ended is claimed by the next worker, with a higher fence and as another attempt': async (
    store,
    clock,
  ) => {
    await addStep(store, clock);
    await claim(store, 'ann');
    clock.pass(LEASE_MS - 1);
    assert.equal(await find(store, 'bob'), undefined);
    clock.pass(1);
    const { step, fence } = await claim(store, 'bob');
    assert.deepEqual([step.leaseOwner, step.attempts, step.fence, fence], ['bob', 2, 2, 2]);
  },
  'a worker that comes back after another one took its step changes nothing, not even beside the step': async (store, clock) => {
    const { paused } = await takeOver(store, clock);
    for (const act of ACTS) {
      const late = store.transact(async (transaction) => {
        await transaction.requests.add(sampleRequest());
        await act(transaction, paused);
      });
      await assert.rejects(late, LOST);
    }
    assert.equal(await store.renew(paused, LEASE_MS), false);
    assert.equal(await store.transact(({ requests }) => requests.get(ACME, 'request-1')), undefined);
    const [step] = await store.transact(({ steps }) => steps.of(ACME, 'request-1'));
    assert.deepEqual([step?.state, step?.leaseOwner, step?.progress], ['running', 'bob', undefined]);
  },
  'the worker that took a step over ends it, though another one had it': async (store, clock) => {
    const { current } = await takeOver(store, clock);
    await store.transact(({ steps }) => steps.end(current, { state: 'done' }));
    assert.equal((await store.transact(({ steps }) => steps.of(ACME, 'request-1')))[0]?.state, 'done');
  },
  'a claim of the same worker with an older fence is lost as well': async (store, clock) => {
    await addStep(store, clock);
    const first = await claim(store, 'ann');
    clock.pass(LEASE_MS);
    await claim(store, 'ann');
    await assert.rejects(
      store.transact(({ steps }) => steps.hold(first)),
      LOST,
    );
    await assert.rejects(
      store.transact(({ steps }) => steps.hold({ ...first, fence: 2, worker: 'bob' })),
      LOST,
    );
  },
  'a lease that was renewed goes on from now': async (store, clock) => {
    await addStep(store, clock);
    const held = await claim(store, 'ann');
    // Nothing changes yet, and it is held all the same.
    assert.equal(await store.renew(held, LEASE_MS), true);
    clock.pass(LEASE_MS - 1);
    assert.equal(await store.renew(held, LEASE_MS), true);
    clock.pass(LEASE_MS - 1);
    assert.equal(await find(store, 'bob'), undefined);
    await store.transact(({ steps }) => steps.hold(held));
  },
  'a lease that has ended and that nobody took over does no harm: its worker may finish': async (store, clock) => {
    await addStep(store, clock);
    const held = await claim(store, 'ann');
    clock.pass(LEASE_MS * 2);
    await store.transact(async ({ steps }) => {
      await steps.hold(held);
      await steps.end(held, { state: 'done' });
    });
    assert.equal(await find(store, 'bob'), undefined);
  },
  'a step that ended is lost to the worker that ended it': async (store, clock) => {
    await addStep(store, clock);
    const held = await claim(store, 'ann');
    await store.transact(({ steps }) => steps.end(held, { state: 'done' }));
    for (const act of ACTS) {
      await assert.rejects(
        store.transact((transaction) => act(transaction, held)),
        LOST,
      );
    }
    assert.equal(await store.renew(held, LEASE_MS), false);
  },
  'cancelling a request takes its steps away from their workers, and leaves what is over and other requests alone': async (
    store,
    clock,
  ) => {
    for (const key of ['running', 'waiting', 'stuck', 'done']) await addStep(store, clock, { key });
    await addStep(store, clock, { key: 'foreign', request: 'request-2' });
    await end(store, 'done');
    const stuck = await only(store, 'stuck');
    const problem = { errorClass: 'auth', message: 'Refused.' } as const;
    await store.transact(({ steps }) => steps.end(stuck, { state: 'needs_attention', problem }));
    const running = await only(store, 'running');
    await store.transact(({ steps }) => steps.cancelOf(OTHER, 'request-1'));
    await store.transact(({ steps }) => steps.hold(running));
    await store.transact(({ steps }) => steps.cancelOf(ACME, 'request-1'));
    await assert.rejects(
      store.transact(({ steps }) => steps.end(running, { state: 'done' })),
      LOST,
    );
    const states = await store.transact(({ steps }) => steps.of(ACME, 'request-1'));
    assert.deepEqual(states.map(({ state }) => state), ['cancelled', 'cancelled', 'cancelled', 'done']); // prettier-ignore
    assert.deepEqual(states.map(({ leaseOwner }) => leaseOwner), [undefined, undefined, undefined, undefined]); // prettier-ignore
    clock.pass(LEASE_MS * 2);
    assert.equal((await claim(store, 'bob')).step.key, 'foreign');
    assert.equal(await find(store, 'bob'), undefined);
  },
  'cancelling can leave steps of some kinds to their workers': async (store, clock) => {
    await addStep(store, clock, { key: 'mail-1', kind: 'mail' });
    await addStep(store, clock, { key: 'search-1' });
    await store.transact(({ steps }) => steps.cancelOf(ACME, 'request-1', ['mail', 'shred']));
    const states = await store.transact(({ steps }) => steps.of(ACME, 'request-1'));
    assert.deepEqual(states.map(({ key, state }) => [key, state]), [['mail-1', 'pending'], ['search-1', 'cancelled']]); // prettier-ignore
  },
  'a worker knows when there is something to do: at a due time or at the end of a lease': async (store, clock) => {
    assert.equal(await store.nextDueAt(), undefined);
    await addStep(store, clock);
    await addStep(store, clock, { key: 'later', dueAt: clock.in(60_000) });
    assert.deepEqual(await store.nextDueAt(), clock.now());
    const held = await claim(store, 'ann');
    assert.deepEqual(await store.nextDueAt(), clock.in(LEASE_MS));
    await store.transact(({ steps }) => steps.end(held, { state: 'done' }));
    assert.deepEqual(await store.nextDueAt(), clock.in(60_000));
  },
  'timers that became due while nothing ran are all there afterwards, in the order of their times': async (store, clock) => {
    for (const [key, due] of Object.entries({ c: 3, a: 1, b: 2 })) await addStep(store, clock, { key, dueAt: clock.in(due) });
    clock.pass(72 * 60 * 60 * 1_000);
    const order = [await claim(store, 'ann'), await claim(store, 'ann'), await claim(store, 'ann')];
    assert.deepEqual(order.map(({ step }) => step.key), ['a', 'b', 'c']); // prettier-ignore
  },
});

type Act = (transaction: Transaction, claim: Claim) => Promise<void>;

const ACTS: readonly Act[] = [
  ({ steps }, claim) => steps.hold(claim),
  ({ steps }, claim) => steps.end(claim, { state: 'done' }),
  ({ steps, now }, claim) => steps.end(claim, { state: 'pending', dueAt: now, countsAsAttempt: false }),
  ({ steps }, claim) => steps.progress(claim, { records: 1 }),
];

async function addStep(store: Store, clock: StandingClock, changes: Partial<NewStep> = {}): Promise<void> {
  await store.transact(({ steps }) => steps.add(sampleStep(clock.now(), changes)));
}

function find(store: Store, worker: string, step?: string): Promise<Claim | undefined> {
  const only = step === undefined ? {} : { step: `step-${step}` };
  return store.claim({ worker, leaseMs: LEASE_MS, kinds: ['search'], ...only });
}

async function claim(store: Store, worker: string, step?: string): Promise<Claim> {
  const claimed = await find(store, worker, step);
  assert.ok(claimed);
  return claimed;
}

function only(store: Store, step: string): Promise<Claim> {
  return claim(store, 'ann', step);
}

async function end(store: Store, step: string): Promise<void> {
  const held = await only(store, step);
  await store.transact(({ steps }) => steps.end(held, { state: 'done' }));
}

async function takeOver(store: Store, clock: StandingClock): Promise<{ readonly paused: Claim; readonly current: Claim }> {
  await addStep(store, clock);
  const paused = await claim(store, 'ann');
  clock.pass(LEASE_MS);
  return { paused, current: await claim(store, 'bob') };
}
