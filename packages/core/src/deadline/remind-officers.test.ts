import { afterEach, describe, expect, it } from '@jest/globals';
import type { Desk } from '../request/desk.js';
import { cancelRequest } from '../request/decide-request.js';
import type { DataRequest } from '../request/data-request.js';
import { FakeMailer } from '../testing/mail-house.js';
import { OFFICER, OFFICERS_MAILBOX, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { ShiftedClock } from '../testing/shifted-clock.js';
import { until } from '../testing/working.js';
import { remindOfficers } from './remind-officers.js';

const DAY_MS = 86_400_000;

let clock: ShiftedClock;
let mailer: FakeMailer;
let house: RequestHouse;
afterEach(() => house.stop());

async function opened(): Promise<DataRequest> {
  clock = new ShiftedClock();
  mailer = new FakeMailer();
  house = requestHouse([], { clock, mailer });
  return house.open({ identifiers: [{ kind: 'email', value: 'canary.ann@example.org', provedBy: 'signed in' }] });
}

/** Lets it be so many days before a time, as the store has it. */
function comes(days: number, before: Date): void {
  clock.pass(before.getTime() - days * DAY_MS - clock.now().getTime());
}

async function change({ id }: DataRequest, fields: Partial<DataRequest>): Promise<void> {
  const request = await house.get(id);
  await house.store.transact(({ requests }) => requests.change({ ...request, ...fields, version: request.version + 1 }));
}

/** What they were sent, each once: where the clock leaps while something is sent, its lease is over, and it is sent again. */
const sent = () => [
  ...new Map(mailer.accepted.filter(({ kind }) => kind === 'due_soon').map((each) => [each.id, each])).values(),
];

/** The days of which somebody was told, in their order. */
async function told(): Promise<readonly unknown[]> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'deadline.remind' }, { first: 100 }));
  return items.map(({ item }) => item.details['days']).reverse();
}

/** The same desk, on which something happens between the list of requests and the first of them. */
function overtaken(happens: () => Promise<unknown>): Desk {
  let isListed = false;
  const { store } = house;
  const transact: typeof store.transact = async (work) => {
    const result = await store.transact(work);
    if (!isListed) {
      isListed = true;
      await happens();
    }
    return result;
  };
  return { ...house.desk, store: { ...store, transact } };
}

describe('those who decide (DLN-04)', () => {
  it('are written to seven and two days before the safe date, once each, and not of whom it is about', async () => {
    const request = await opened();
    comes(8, request.dueAt);
    await remindOfficers(house.desk, 'club');
    for (const days of [6.9, 6, 1.9, 1, -3]) {
      comes(days, request.dueAt);
      await remindOfficers(house.desk, 'club');
      await remindOfficers(house.desk, 'club');
    }
    expect(await told()).toEqual([7, 2]);
    await until(() => sent().length === 2);
    for (const { to, facts } of sent()) {
      expect(to.reveal()).toBe(OFFICERS_MAILBOX);
      expect(facts).toEqual({ reference: request.reference, dueOn: expect.any(String) });
    }
    expect(JSON.stringify(sent().map(({ facts }) => facts))).not.toContain('canary');
  });

  it('are told the last of what was missed while the service was down, and anew of a date that was moved', async () => {
    const request = await opened();
    comes(-1, request.dueAt);
    await remindOfficers(house.desk, 'club');
    expect(await told()).toEqual([2]);
    const later = new Date(request.dueAt.getTime() + 60 * DAY_MS);
    await change(request, { dueAt: later });
    await remindOfficers(house.desk, 'club');
    comes(5, later);
    await remindOfficers(house.desk, 'club');
    expect(await told()).toEqual([2, 7]);
  });

  it('are told nothing of what was decided or moved meanwhile, or is being added to what went out', async () => {
    const request = await opened();
    comes(1, request.dueAt);
    const moved = new Date(request.dueAt.getTime() + 60 * DAY_MS);
    await remindOfficers(overtaken(() => change(request, { dueAt: moved })), 'club'); // prettier-ignore
    await change(request, { dueAt: request.dueAt });
    const answer = { archive: { blob: 'a', bytes: 1, sha256: 'ab', records: 0, files: 0 }, complete: false, missing: ['shop'] };
    await change(request, { answers: [{ ...answer, releasedAt: '2026-01-01', expiresAt: '2026-02-01' }] });
    await remindOfficers(house.desk, 'club');
    await change(request, { answers: [] });
    await remindOfficers(overtaken(() => cancelRequest(house.desk, OFFICER, request.id, 'Withdrawn.')), 'club'); // prettier-ignore
    expect(await told()).toEqual([]);
  });

  it('are told on the days that their rules name, or on none', async () => {
    const request = await opened();
    const within = (officerDays: readonly number[]): Desk => {
      const settings = house.desk.clocks.settingsOf('club');
      const rules = { ...settings.rules, officerDays };
      return { ...house.desk, clocks: { settingsOf: () => ({ ...settings, rules }) } };
    };
    comes(11, request.dueAt);
    await remindOfficers(within([]), 'club');
    await remindOfficers(within([0, 12]), 'club');
    expect(await told()).toEqual([12]);
  });

  it('are told of every request, however many there are', async () => {
    const request = await opened();
    await house.store.transact(async ({ requests }) => {
      for (let number = 0; number < 100; number += 1) {
        await requests.add({ ...request, id: `req_more_${String(number)}`, reference: `2026-9${String(number)}` });
      }
    });
    comes(1, request.dueAt);
    await remindOfficers(house.desk, 'club');
    await until(() => sent().length === 101);
    expect(new Set(sent().map(({ facts }) => facts.reference)).size).toBe(101);
  });
});
