import { afterEach, describe, expect, it } from '@jest/globals';
import { calendarPeriod } from '../calendar/period.js';
import { automaticDays, requireDays } from '../delivery/archive-days.js';
import { endDuty } from '../duty/end-duty.js';
import { noteDeath } from '../duty/note-death.js';
import { answeredHouse, type AnsweredSetting, stopHouses } from '../testing/delivery-house.js';
import { sampleRequest } from '../testing/store-contract/samples.js';
import { closeFiles } from './close-files.js';
import { endOtherRight, noteOtherRights } from './clock/other-rights.js';
import { shredRequest } from './shred-request.js';

afterEach(stopHouses);

const DAY_MS = 86_400_000;
const YEAR = { controller: 'club', period: calendarPeriod('P1Y'), written: 'P1Y' };

/** A request of which everything personal is destroyed. */
async function shreddedHouse(): Promise<AnsweredSetting> {
  const house = await answeredHouse();
  await shredRequest(house.club.desk, house.officer(), house.request.id);
  await house.club.stop();
  return house;
}

const close = ({ club }: AnsweredSetting): Promise<number> => closeFiles(club.desk, YEAR);
const found = ({ club, request }: AnsweredSetting) =>
  club.store.transact(async ({ requests, steps, webhooks }) => ({
    request: await requests.get('club', request.id),
    steps: (await steps.of('club', request.id)).length,
    calls: (await webhooks.of('club', request.id)).length,
  }));

describe('the file of a request (LOG-04)', () => {
  it('is kept for its period after the due date, then gone; the trail stays, with the digest of the answer', async () => {
    const house = await shreddedHouse();
    await expect(close(house)).resolves.toBe(0);
    house.clock.pass(365 * DAY_MS);
    await expect(close(house)).resolves.toBe(0);
    expect((await found(house)).request).toBeDefined();
    house.clock.pass(40 * DAY_MS);
    await expect(close(house)).resolves.toBe(1);
    expect(await found(house)).toEqual({ request: undefined, steps: 0, calls: 0 });
    const [latest, ...before] = await house.entries();
    expect(latest).toMatchObject({
      action: 'request.forget',
      actor: { kind: 'system' },
      details: { reference: house.request.reference, period: 'P1Y', answers: [{ sha256: house.request.archive?.sha256 }] },
    });
    expect(before.map(({ action }) => action)).toContain('request.release');
    await expect(close(house)).resolves.toBe(0);
  });

  it('is kept while something of it is open, and from its last change on', async () => {
    const house = await shreddedHouse();
    await noteDeath(house.club.desk, house.officer(), house.request.id, {});
    house.clock.pass(500 * DAY_MS);
    await expect(close(house)).resolves.toBe(0);
    await endDuty(house.club.desk, house.officer(), house.request.id, { duty: 'd1', outcome: 'kept' });
    await expect(close(house)).resolves.toBe(0);
    house.clock.pass(367 * DAY_MS);
    await expect(close(house)).resolves.toBe(1);
  });

  it('is closed once, by however many at once', async () => {
    const house = await shreddedHouse();
    house.clock.pass(500 * DAY_MS);
    const closed = await Promise.all([close(house), close(house)]);
    expect(closed.sort()).toEqual([0, 1]);
  });

  it('is kept while another right of its message is open (INT-11)', async () => {
    const house = await answeredHouse();
    const { desk } = house.club;
    await noteOtherRights(desk, house.officer(), house.request.id, { rights: ['erasure', 'objection'] });
    await shredRequest(desk, house.officer(), house.request.id);
    await house.club.stop();
    house.clock.pass(500 * DAY_MS);
    await expect(close(house)).resolves.toBe(0);
    for (const right of ['erasure', 'objection'] as const) {
      await endOtherRight(desk, house.officer(), house.request.id, { right, outcome: 'refused' });
    }
    house.clock.pass(500 * DAY_MS);
    await expect(close(house)).resolves.toBe(1);
  });

  it('is found among however many', async () => {
    const house = await shreddedHouse();
    await house.club.store.transact(async ({ requests }) => {
      for (let number = 1_000; number < 1_150; number += 1) {
        const name = { id: `req_${String(number)}`, reference: `2020-${String(number)}` };
        await requests.add({ ...sampleRequest(), controller: 'club', state: 'shredded', ...name });
      }
    });
    house.clock.pass(500 * DAY_MS);
    await expect(close(house)).resolves.toBe(151);
  });

  it('of a request that is not shredded is never touched', async () => {
    const house = await answeredHouse();
    house.clock.pass(5 * DAY_MS);
    await house.club.stop();
    house.clock.pass(500 * DAY_MS);
    await expect(close(house)).resolves.toBe(0);
  });
});

describe('how long an answer can be fetched (LOG-04)', () => {
  const desk = (days?: number) => ({ delivery: { archiveDaysOf: () => days } }) as never;

  it.each([
    [undefined, 7, 30],
    [3, 3, 3],
    [0, 1, 1],
    [90, 7, 30],
  ])('is what the register says, %p days: %p by itself, %p at most', (days, byItself, most) => {
    expect(automaticDays(desk(days), 'club')).toBe(byItself);
    expect(() => {
      requireDays(desk(days), 'club', most);
    }).not.toThrow();
    expect(() => {
      requireDays(desk(days), 'club', most + 1);
    }).toThrow(`1 to ${String(most)} days`);
  });
});
