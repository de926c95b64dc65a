import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../ports/clock.js';
import { OFFICER, type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { cancelRequest } from '../decide-request.js';
import { openCaseFile } from '../sealed-files.js';
import { shredRequest } from '../shred-request.js';
import { extendRequest } from './extend-request.js';
import { endOtherRight, noteOtherRights, type OtherRightView, viewOtherRights } from './other-rights.js';

const AT = new Date('2026-06-15T12:00:00Z');
const CLOCK = { sleep: systemClock.sleep.bind(systemClock), now: () => AT };
const TEXT = 'Then delete it, and stop the letters to Ann.';
const ERASED = { right: 'erasure', outcome: 'done' } as const;

let house: RequestHouse;
afterEach(() => house.stop());

/** A request of 1 June with two other rights. */
async function mixed(): Promise<string> {
  house = requestHouse([], { clock: CLOCK });
  const identifiers = [{ kind: 'email', value: 'ann@example.org' }] as const;
  const { id } = await house.open({ identifiers, receivedAt: new Date('2026-06-01T12:00:00Z') });
  await noteOtherRights(house.desk, OFFICER, id, { rights: ['erasure', 'objection', 'erasure'], text: TEXT });
  return id;
}

async function tasksOf(id: string): Promise<readonly OtherRightView[]> {
  const request = await house.get(id);
  const look = { settings: house.desk.clocks.settingsOf('club'), at: AT };
  return viewOtherRights(request, await openCaseFile(house.vault, request), look);
}

async function trailOf(action: string): Promise<readonly unknown[]> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action }, { first: 9 }));
  return items.map(({ item }) => item.details);
}

describe('other rights in the same message', () => {
  it('become tasks of their own with the receipt of the request, and its words are sealed (INT-11)', async () => {
    const id = await mixed();
    const noted = { notedAt: AT.toISOString(), notedBy: 'stf_1', dueOn: '2026-07-01', text: TEXT };
    expect(await tasksOf(id)).toEqual([
      { right: 'erasure', ...noted },
      { right: 'objection', ...noted },
    ]);
    const trail = await trailOf('request.note-other-rights');
    expect(trail).toMatchObject([{ rights: ['erasure', 'objection'] }]);
    expect(JSON.stringify([trail, (await house.get(id)).clock])).not.toContain('Ann');
  });

  it('are due when they were, whatever extends the request (INT-11)', async () => {
    const id = await mixed();
    const notice = { explanation: 'Mail of eleven years.', promisedOn: '2026-08-20', contact: 'data@example.org' } as never;
    const extended = await extendRequest(house.desk, { ...OFFICER, isDpo: true }, id, { reason: 'volume_of_data', notice });
    expect(extended.dueAt).toEqual(new Date('2026-09-01T22:00:00Z'));
    expect((await tasksOf(id)).map(({ dueOn }) => dueOn)).toEqual(['2026-07-01', '2026-07-01']);
  });

  it('are noted once each, and at least one (INT-11)', async () => {
    const id = await mixed();
    for (const rights of [[], ['restriction', 'objection']] as const) {
      await expect(noteOtherRights(house.desk, OFFICER, id, { rights })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    await noteOtherRights(house.desk, OFFICER, id, { rights: ['withdrawal_of_consent'] });
    expect((await tasksOf(id)).map(({ right }) => right)).toEqual(['erasure', 'objection', 'withdrawal_of_consent']);
  });

  it('erase nothing before the answer, unless the subject wishes it so (INT-11)', async () => {
    const id = await mixed();
    const early = endOtherRight(house.desk, OFFICER, id, ERASED);
    await expect(early).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('missing') });
    await endOtherRight(house.desk, OFFICER, id, { ...ERASED, isWishedFirst: true, text: 'Ann wrote so.' });
    const [erasure, objection] = await tasksOf(id);
    expect(erasure).toMatchObject({ outcome: 'done', endedBy: 'stf_1', isWishedFirst: true, endText: 'Ann wrote so.' });
    expect(objection).not.toHaveProperty('outcome');
    expect(await trailOf('request.end-other-right')).toEqual([{ ...ERASED, isWishedFirst: true }]);
    await expect(endOtherRight(house.desk, OFFICER, id, ERASED)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('can be refused or taken back at any time, and only those that were noted (INT-11)', async () => {
    const id = await mixed();
    await endOtherRight(house.desk, OFFICER, id, { right: 'erasure', outcome: 'withdrawn' });
    await endOtherRight(house.desk, OFFICER, id, { right: 'objection', outcome: 'refused' });
    expect((await tasksOf(id)).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'refused']);
    const unknown = endOtherRight(house.desk, OFFICER, id, { right: 'withdrawal_of_consent', outcome: 'done' });
    await expect(unknown).rejects.toMatchObject({ message: 'No withdrawal of consent of this request is open.' });
    const { id: plain } = await house.open({ identifiers: [{ kind: 'email', value: 'bea@example.org' }] });
    await expect(endOtherRight(house.desk, OFFICER, plain, ERASED)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(await tasksOf(plain)).toEqual([]);
  });

  it('outlive what is shredded, without their words, and are ended then too (INT-11)', async () => {
    const id = await mixed();
    await cancelRequest(house.desk, OFFICER, id, 'Withdrawn.');
    await shredRequest(house.desk, OFFICER, id);
    const withWords = endOtherRight(house.desk, OFFICER, id, { ...ERASED, text: 'All of it.' });
    await expect(withWords).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await endOtherRight(house.desk, OFFICER, id, ERASED);
    const [erasure, objection] = await tasksOf(id);
    expect([erasure?.outcome, erasure?.text, objection?.outcome]).toEqual(['done', undefined, undefined]);
    expect(await trailOf('request.end-other-right')).toEqual([{ ...ERASED, isWishedFirst: false }]);
  });
});
