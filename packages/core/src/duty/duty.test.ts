import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataRequest } from '../request/data-request.js';
import { openCaseFile } from '../request/sealed-files.js';
import { shredRequest } from '../request/shred-request.js';
import { type AnsweredSetting, answeredHouse, stopHouses } from '../testing/delivery-house.js';
import { type Duty, hasOpenDuty, nextDuty, withDuty, withForwards } from './duty.js';
import { endDuty } from './end-duty.js';
import { addDeath, noteDeath } from './note-death.js';
import { noteForwards } from './note-forwards.js';
import { viewDuties } from './view-duties.js';

afterEach(stopHouses);

const AT = { at: new Date('2026-03-02T09:00:00Z'), by: 'worker-1' };
const HELD = { activity: 'recruitment', records: 2 };

/** An answer that went out, with records in it that are held for another controller. */
async function withForward(): Promise<AnsweredSetting & { readonly noted: DataRequest }> {
  const house = await answeredHouse();
  const { desk, store } = house.club;
  const noted = await store.transact(async (transaction) => {
    const request = (await transaction.requests.get('club', house.request.id))!;
    const disclosure = { gate: { release: 'automatic', answer: 'copy' }, retention: [], heldForOthers: [HELD] } as const;
    const once = await noteForwards(transaction, { ...request, disclosure }, { desk, viewer: house.officer() });
    return noteForwards(transaction, once, { desk, viewer: house.officer() });
  });
  return { ...house, noted };
}

async function viewed({ club }: AnsweredSetting, request: DataRequest): Promise<ReturnType<typeof viewDuties>> {
  return viewDuties(request, await openCaseFile(club.vault, request));
}

const kindsOf = async ({ club }: AnsweredSetting, { id }: DataRequest): Promise<readonly string[]> => {
  const messages = await club.store.transact((transaction) => transaction.messages.of('club', id));
  return messages.map(({ kind }) => kind);
};

describe('the duties of a request', () => {
  it('are one for each activity that is carried out for others, however often an answer is made (INT-07)', () => {
    const first = withForwards([], [HELD, { activity: 'payroll', records: 1 }], AT);
    expect(first).toMatchObject([
      { id: 'd1', kind: 'forward', ...HELD, notedAt: '2026-03-02T09:00:00.000Z', notedBy: 'worker-1' },
      { id: 'd2', activity: 'payroll' },
    ]);
    expect(
      withForwards(
        first,
        [
          { ...HELD, records: 9 },
          { activity: 'survey', records: 3 },
        ],
        AT,
      ),
    ).toMatchObject([{ id: 'd1', records: 2 }, { id: 'd2' }, { id: 'd3', activity: 'survey' }]);
  });

  it('are open until they are ended', () => {
    const death = withDuty([], { kind: 'after_death' }, AT);
    const ended = death.map((duty): Duty => ({ ...duty, end: { outcome: 'kept', at: '', by: '' } }));
    expect([hasOpenDuty(death, 'after_death'), hasOpenDuty(death, 'forward'), hasOpenDuty(ended, 'after_death')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([nextDuty([]), nextDuty(death)]).toEqual(['d1', 'd2']);
  });
});

describe('what is held for another controller (INT-07)', () => {
  it('is passed on once: noted in the trail with its activity, and in no words', async () => {
    const house = await withForward();
    expect(house.noted.duties).toMatchObject([{ id: 'd1', kind: 'forward', ...HELD }]);
    expect((await house.entries()).filter(({ action }) => action === 'duty.note')).toMatchObject([
      { details: { duties: [{ id: 'd1', kind: 'forward', activity: 'recruitment' }] } },
    ]);
    const { desk } = house.club;
    const words = 'Sent to jobs@client.example.org by registered e-mail.';
    const ended = await endDuty(desk, house.officer(), house.noted.id, { duty: 'd1', outcome: 'forwarded', words });
    expect(await viewed(house, ended)).toMatchObject([{ id: 'd1', end: { outcome: 'forwarded', by: 'stf_1' }, endWords: words }]);
    const [latest, before] = await house.entries();
    expect([latest, before].map((entry) => entry?.action)).toContain('duty.end');
    expect(JSON.stringify([await house.entries(), ended.duties])).not.toContain('client.example.org');
  });

  it('is nothing to end where nothing was noted', async () => {
    const house = await answeredHouse();
    expect(await viewed(house, house.request)).toEqual([]);
    const end = endDuty(house.club.desk, house.officer(), house.request.id, { duty: 'd1', outcome: 'forwarded' });
    await expect(end).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told to the subject when it was passed on, and not when it was not', async () => {
    const house = await withForward();
    const { desk } = house.club;
    await endDuty(desk, house.officer(), house.noted.id, { duty: 'd1', outcome: 'forwarded' });
    expect(await kindsOf(house, house.noted)).toContain('passed_on');
    const other = await withForward();
    await endDuty(other.club.desk, other.officer(), other.noted.id, { duty: 'd1', outcome: 'not_reached' });
    expect(await kindsOf(other, other.noted)).not.toContain('passed_on');
  });

  it('is ended by itself: what else is to be done stays open', async () => {
    const house = await withForward();
    const { desk } = house.club;
    await noteDeath(desk, house.officer(), house.noted.id, {});
    const { duties } = await endDuty(desk, house.officer(), house.noted.id, { duty: 'd1', outcome: 'nothing_to_forward' });
    expect(duties?.map(({ end }) => end?.outcome)).toEqual(['nothing_to_forward', undefined]);
  });

  it('is ended once, as its kind ends, and only where it is', async () => {
    const house = await withForward();
    const end = (duty: string, outcome: 'erased' | 'forwarded'): Promise<DataRequest> =>
      endDuty(house.club.desk, house.officer(), house.noted.id, { duty, outcome });
    await expect(end('d1', 'erased')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      remedy: 'Say one of: forwarded, not_reached, nothing_to_forward.',
    });
    await expect(end('d2', 'forwarded')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await end('d1', 'forwarded');
    await expect(end('d1', 'forwarded')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is ended without words and without a message where everything else was destroyed', async () => {
    const house = await withForward();
    const { desk } = house.club;
    const gone = await shredRequest(desk, house.officer(), house.noted.id);
    const end = { duty: 'd1', outcome: 'forwarded' } as const;
    await expect(endDuty(desk, house.officer(), gone.id, { ...end, words: 'To them.' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      remedy: 'Note it without words.',
    });
    const ended = await endDuty(desk, house.officer(), gone.id, end);
    expect(await viewed(house, ended)).toMatchObject([{ end: { outcome: 'forwarded' } }]);
    expect(await kindsOf(house, gone)).toEqual([]);
  });
});

describe('a person who has died (PER-06)', () => {
  it('is noted once, as something to decide: nothing of the request changes by it', async () => {
    const house = await answeredHouse();
    const { desk } = house.club;
    const noted = await noteDeath(desk, house.officer(), house.request.id, { words: ' The daughter wrote. ' });
    expect(noted).toMatchObject({ state: 'released', archive: house.request.archive });
    expect(await viewed(house, noted)).toMatchObject([{ id: 'd1', kind: 'after_death', words: 'The daughter wrote.' }]);
    await expect(noteDeath(desk, house.officer(), noted.id, {})).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await endDuty(desk, house.officer(), noted.id, { duty: 'd1', outcome: 'not_deceased' });
    const again = await noteDeath(desk, house.officer(), noted.id, {});
    expect(again.duties).toMatchObject([{ id: 'd1', end: { outcome: 'not_deceased' } }, { id: 'd2' }]);
    const kept = await house.club.store.transact((transaction) =>
      addDeath(transaction, again, { desk, viewer: house.officer() }),
    );
    expect(kept).toBe(again);
  });

  it('is the same for what was destroyed, as a fact without words', async () => {
    const house = await answeredHouse();
    const { desk } = house.club;
    const gone = await shredRequest(desk, house.officer(), house.request.id);
    await expect(noteDeath(desk, house.officer(), gone.id, { words: 'The son called.' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const noted = await noteDeath(desk, house.officer(), gone.id, {});
    expect(await viewed(house, noted)).toMatchObject([{ id: 'd1', kind: 'after_death' }]);
  });
});
