import { afterEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS } from '../deadline/rules.js';
import type { Dataset } from '../deadline/request-clock.js';
import { releaseRequest } from '../request/decide-request.js';
import { ASSOCIATION, TICKETS } from '../testing/association.js';
import { deliveryHouse, type DeliveryHouseSetting, stopHouses } from '../testing/delivery-house.js';
import { fakeSource } from '../testing/fake-source.js';
import type { StepContext } from '../work/step-context.js';
import { notBeforeStep } from './not-before-step.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPEN = { gate: { release: 'automatic', answer: 'copy' }, retention: [] } as const;
const OFFICERS = { gate: { release: 'dpo', answer: 'copy', reasons: [] }, retention: [] } as const;

const MEMBERS: Dataset = { source: 'crm', collection: 'member' };
const ATTENDEES: Dataset = { source: 'shop', collection: 'attendee' };

afterEach(stopHouses);

/** A house of which one collection holds health information. */
function healthHouse(dataset: Dataset, disclosed: typeof OPEN | typeof OFFICERS = OPEN): DeliveryHouseSetting {
  const rules = { ...DEFAULT_DEADLINE_RULES, healthFastTrack: FRENCH_HEALTH_TERMS };
  const clocks = { rules, healthDatasets: [dataset] };
  return deliveryHouse({ disclosed: () => disclosed, clocks }, [fakeSource(ASSOCIATION), fakeSource(TICKETS)]);
}

async function holdOf({ club }: DeliveryHouseSetting, id: string) {
  for (;;) {
    const steps = await club.store.transact(({ steps }) => steps.of('club', id));
    const hold = steps.find(({ kind }) => kind === 'not-before');
    if (hold !== undefined) return hold;
    await new Promise((wake) => setTimeout(wake, 2));
  }
}

describe('DLN-10 an answer with health information', () => {
  it('goes out by itself once 48 hours are over, and not earlier', async () => {
    const house = healthHouse(MEMBERS);
    const { request } = await house.handOver();
    const waiting = await house.club.workUntil(request.id, 'awaiting_release');
    const hold = await holdOf(house, request.id);
    expect(hold.dueAt).toEqual(new Date(waiting.receivedAt.getTime() + 48 * HOUR_MS));
    expect(house.sent).toEqual([]);
    house.clock.pass(48 * HOUR_MS);
    house.club.worker.wake();
    const released = await house.club.workUntil(request.id, 'released');
    expect(released.updatedAt.getTime()).toBeGreaterThanOrEqual(hold.dueAt.getTime());
    expect((await house.linkOf(1)).link).not.toBe('');
  });

  it('is not released earlier by an officer, whatever the reason, and the refusal says when', async () => {
    const house = healthHouse(MEMBERS, OFFICERS);
    const { request } = await house.handOver();
    const waiting = await house.club.workUntil(request.id, 'awaiting_release');
    const until = new Date(waiting.receivedAt.getTime() + 48 * HOUR_MS).toISOString();
    const early = releaseRequest(house.club.desk, house.officer(), request.id, { days: 3, reason: 'They are in a hurry.' });
    await expect(early).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: `Health information is not handed out before ${until}.`,
    });
    house.clock.pass(48 * HOUR_MS);
    await expect(releaseRequest(house.club.desk, house.officer(), request.id, { days: 3 })).resolves.toMatchObject({
      state: 'released',
    });
  });

  it('is left alone where it is decided or looked for anew when its time comes', async () => {
    const { club } = healthHouse(MEMBERS, OFFICERS);
    const request = await club.open();
    const commit = await notBeforeStep({ desk: club.desk, claim: { worker: 'worker-1' } } as StepContext);
    const changed = club.store.transact((transaction) => commit(transaction, { ...request, state: 'searching' }));
    await expect(changed).resolves.toBeUndefined();
    const steps = await club.store.transact((transaction) => transaction.steps.of('club', request.id));
    expect(steps.map(({ kind }) => kind)).not.toContain('not-before');
  });

  it('is due in eight days from its receipt on; the month holds once a search has found none', async () => {
    const found = healthHouse(MEMBERS, OFFICERS);
    const first = await found.handOver();
    const days = (request: { readonly dueAt: Date; readonly receivedAt: Date }): number =>
      Math.floor((request.dueAt.getTime() - request.receivedAt.getTime()) / DAY_MS);
    expect(days(first.request)).toBe(8);
    expect(days(await found.club.workUntil(first.request.id, 'awaiting_release'))).toBe(8);
    const none = healthHouse(ATTENDEES, OFFICERS);
    const second = await none.handOver();
    expect(days(second.request)).toBe(8);
    const searched = await none.club.workUntil(second.request.id, 'awaiting_release');
    expect(days(searched)).toBeGreaterThanOrEqual(28);
    await expect(releaseRequest(none.club.desk, none.officer(), second.request.id, { days: 3 })).resolves.toMatchObject({
      state: 'released',
    });
  });
});
