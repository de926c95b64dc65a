import assert from 'node:assert/strict';
import type { ClaimOptions, Store } from '../../ports/store.js';
import type { Claim, Step, StepEnd } from '../../work/step.js';
import { checksOf, type StandingClock } from './store-check.js';
import { ACME, OTHER, sampleRequest, sampleStep } from './samples.js';

const PROBLEM = { errorClass: 'transient', message: 'The source is gone.' } as const;
const LEASE_MS = 30_000;

/** What the ledger of steps promises about adding, claiming and ending. */
export const stepChecks = checksOf({
  'a step that is added waits for its time, untouched': async (store, clock) => {
    const { id, controller, request, key, kind, workflowVersion } = await addStep(store, clock);
    const expected = { id, controller, request, key, kind, workflowVersion, state: 'pending', attempts: 0, fence: 0 };
    assert.deepEqual(await steps(store), [{ ...expected, dueAt: clock.now() }]);
  },
  'a step with the key of another one of its request is not added, and changes nothing': async (store, clock) => {
    await addStep(store, clock);
    await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.in(5), { id: 'another', kind: 'gather' })));
    assert.deepEqual((await steps(store)).map(({ id, kind }) => [id, kind]), [['step-search-1', 'search']]); // prettier-ignore
    await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { id: 'another', request: 'request-2' })));
    assert.equal((await steps(store, 'request-2')).length, 1);
  },
  'a step with the id of another request’s step is refused': async (store, clock) => {
    await addStep(store, clock);
    await assert.rejects(store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { request: 'request-2' }))));
    assert.deepEqual([(await steps(store)).length, (await steps(store, 'request-2')).length], [1, 0]);
  },
  'steps are listed in the order they were added, and to their controller only': async (store, clock) => {
    for (const key of ['b', 'c', 'a']) await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { key })));
    assert.deepEqual((await steps(store)).map(({ key }) => key), ['b', 'c', 'a']); // prettier-ignore
    assert.deepEqual(await store.transact(({ steps: rows }) => rows.of(OTHER, 'request-1')), []);
  },
  'the steps of one request are removed, and no others': async (store, clock) => {
    for (const key of ['a', 'b']) await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { key })));
    await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { id: 'another', request: 'request-2' })));
    await store.transact(({ steps: rows }) => rows.remove(OTHER, 'request-1'));
    assert.equal((await steps(store)).length, 2);
    await store.transact(({ steps: rows }) => rows.remove(ACME, 'request-1'));
    assert.deepEqual([(await steps(store)).length, (await steps(store, 'request-2')).length], [0, 1]);
  },
  'a claim says who has the step, until when, and with which fence': async (store, clock) => {
    const added = await addStep(store, clock);
    const claim = await claimAs('ann', store);
    const lease = { leaseOwner: 'ann', leaseEndsAt: clock.in(LEASE_MS) };
    assert.deepEqual(claim, { worker: 'ann', fence: 1, step: { ...added, ...lease, state: 'running', attempts: 1, fence: 1 } });
    assert.deepEqual(await steps(store), [claim.step]);
  },
  'what is due longest is claimed first, and nothing before its time': async (store, clock) => {
    for (const [key, due] of Object.entries({ late: 2_000, soon: 1_000, now: 0 })) {
      await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.in(due), { key })));
    }
    assert.equal((await claimAs('ann', store)).step.key, 'now');
    assert.equal(await claim(store), undefined);
    clock.pass(2_000);
    assert.equal((await claimAs('ann', store)).step.key, 'soon');
    assert.equal((await claimAs('ann', store)).step.key, 'late');
  },
  'only steps of the kinds that a worker looks for are claimed, and only the one it was told of': async (store, clock) => {
    await addStep(store, clock);
    await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { key: 'shred', kind: 'shred' })));
    assert.equal(await claim(store, { kinds: ['gather'] }), undefined);
    assert.equal(await claim(store, { kinds: [] }), undefined);
    assert.equal(await claim(store, { step: 'unknown' }), undefined);
    assert.equal((await claim(store, { kinds: ['gather', 'shred'] }))?.step.kind, 'shred');
    assert.equal(await claim(store, { step: 'step-shred' }), undefined);
    assert.equal((await claim(store, { step: 'step-search-1' }))?.step.kind, 'search');
  },
  'steps that many workers claim at once are each claimed by one': async (store, clock) => {
    for (let key = 0; key < 10; key += 1) {
      await store.transact(({ steps: rows }) => rows.add(sampleStep(clock.now(), { key: `search-${key}` })));
    }
    const claims = await Promise.all(Array.from({ length: 14 }, (_, worker) => claim(store, { worker: `worker ${worker}` })));
    const claimed = claims.flatMap((each) => (each === undefined ? [] : [each.step.id]));
    assert.deepEqual([claimed.length, new Set(claimed).size], [10, 10]);
  },
  'a step that is done is over, and the work of its transaction is there': async (store, clock) => {
    await addStep(store, clock);
    const held = await claimAs('ann', store);
    await store.transact(async ({ steps: rows, requests }) => {
      await rows.end(held, { state: 'done' });
      await requests.add(sampleRequest());
    });
    clock.pass(LEASE_MS * 2);
    assert.equal(await claim(store), undefined);
    const [step] = await steps(store);
    assert.deepEqual([step?.state, step?.leaseOwner, step?.leaseEndsAt, step?.attempts], ['done', undefined, undefined, 1]);
    assert.ok(await store.transact(({ requests }) => requests.get(ACME, 'request-1')));
  },
  'a step that failed for now waits for its next time, with its problem, and counts the attempt or not': async (store, clock) => {
    await addStep(store, clock);
    await end(store, { state: 'pending', dueAt: clock.in(1_000), problem: PROBLEM, countsAsAttempt: true });
    const [failed] = await steps(store);
    assert.deepEqual([failed?.state, failed?.attempts, failed?.problem], ['pending', 1, PROBLEM]);
    assert.deepEqual([failed?.dueAt, failed?.leaseOwner], [clock.in(1_000), undefined]);
    assert.equal(await claim(store), undefined);
    clock.pass(1_000);
    await end(store, { state: 'pending', dueAt: clock.now(), countsAsAttempt: false });
    const [stopped] = await steps(store);
    assert.deepEqual([stopped?.attempts, stopped?.fence, stopped?.problem], [1, 2, undefined]);
  },
  'a step that needs attention is not claimed again': async (store, clock) => {
    await addStep(store, clock);
    await end(store, { state: 'needs_attention', problem: PROBLEM });
    clock.pass(LEASE_MS * 2);
    assert.equal(await claim(store), undefined);
    assert.deepEqual((await steps(store)).map(({ state, problem }) => [state, problem]), [['needs_attention', PROBLEM]]); // prettier-ignore
  },
  'how far a step is, is there to be seen, and stays when it ends': async (store, clock) => {
    await addStep(store, clock);
    const held = await claimAs('ann', store);
    const progress = { 'crm/person': { records: 3, done: false } };
    await store.transact(({ steps: rows }) => rows.progress(held, progress));
    assert.deepEqual((await steps(store))[0]?.progress, progress);
    await store.transact(({ steps: rows }) => rows.end(held, { state: 'done' }));
    assert.deepEqual((await steps(store))[0]?.progress, progress);
  },
});

async function addStep(store: Store, clock: StandingClock): Promise<Step> {
  const step = sampleStep(clock.now());
  await store.transact(({ steps: rows }) => rows.add(step));
  return { ...step, state: 'pending', attempts: 0, fence: 0 };
}

function claim(store: Store, options: Partial<ClaimOptions> = {}): Promise<Claim | undefined> {
  return store.claim({ worker: 'ann', leaseMs: LEASE_MS, kinds: ['search'], ...options });
}

async function claimAs(worker: string, store: Store): Promise<Claim> {
  const claimed = await claim(store, { worker });
  assert.ok(claimed);
  return claimed;
}

async function end(store: Store, how: StepEnd): Promise<void> {
  const held = await claimAs('ann', store);
  await store.transact(({ steps: rows }) => rows.end(held, how));
}

function steps(store: Store, request = 'request-1'): Promise<readonly Step[]> {
  return store.transact(({ steps: rows }) => rows.of(ACME, request));
}
