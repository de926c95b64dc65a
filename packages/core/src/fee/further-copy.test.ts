import { afterEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { noteSent } from '../delivery/fetch-archive.js';
import type { DataRequest } from '../request/data-request.js';
import { releaseRequest } from '../request/decide-request.js';
import { deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { EVIDENCE, feeFor, todayIn } from '../testing/fee-house.js';
import { announceFee } from './announce-fee.js';

afterEach(stopHouses);

describe('a fee for a further copy (OUT-06)', () => {
  const rights = ['access'] as const;
  const copyOf = (earlier: string, evidence = EVIDENCE) => ({ cause: { for: 'further_copy', earlier, evidence } as const });

  /** An answer that its subject has downloaded. */
  async function fetched(period?: string) {
    const house = deliveryHouse();
    const handed = await house.handOver(period === undefined ? {} : { words: { period } });
    const first = await house.club.workUntil(handed.request.id, 'released');
    const keys = await house.linkOf(1);
    const door = await house.enter(keys, handed.claimCode);
    const fetch = async () => {
      if (door.outcome !== 'open') throw new Error('The door is shut.');
      const { bytes } = first.archive!;
      const pass = { controller: 'club', link: keys.link, cookie: door.cookie };
      await noteSent(house.club.desk, pass, { sent: { start: 0, end: bytes }, isFinished: true, bytes });
    };
    const charge = (id: string, earlier = first.id) =>
      announceFee(house.club.desk, house.officer(), id, feeFor(house, copyOf(earlier)));
    const change = (fields: Partial<DataRequest>) =>
      house.club.store.transact(async ({ requests }) => {
        const kept = (await requests.lock('club', first.id))!;
        await requests.change({ ...kept, ...fields, version: kept.version + 1 });
      });
    return { ...house, first, fetch, charge, change };
  }

  it('names the day of the first one, where the same person asks for the same again while it could be fetched', async () => {
    const house = await fetched();
    await house.fetch();
    const again = await house.club.open({ rights });
    const empty = announceFee(house.club.desk, house.officer(), again.id, feeFor(house, copyOf(house.first.id, 'Too much work')));
    await expect(empty).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await house.club.workUntil(again.id, 'awaiting_release');
    const { fee } = await house.charge(again.id);
    expect(fee?.cause).toEqual({ for: 'further_copy', earlier: house.first.id, firstCopyOn: todayIn(house) });
  });

  it('is none where nobody has fetched the first copy, or it reached somebody else, or lacked something', async () => {
    const house = await fetched();
    const again = await house.club.open({ rights });
    await expect(house.charge(again.id)).rejects.toMatchObject({ message: 'Nobody has fetched the earlier copy.' });
    await house.fetch();
    const sent = { bytes: 1, sha256: 'a', records: 1, files: 0, releasedAt: '', openings: 0, downloads: 0 };
    const breach = { id: 'b1', knownAt: '', notedAt: '', notedBy: 'stf_1', sent };
    await house.change({ breaches: [breach] });
    await expect(house.charge(again.id)).rejects.toMatchObject({ message: 'The earlier answer reached somebody else.' });
    const [answer] = house.first.answers!;
    await house.change({
      breaches: [{ ...breach, end: { outcome: 'not_a_breach', at: '', by: 'stf_1' } }],
      answers: [{ ...answer!, complete: false }],
    });
    await expect(house.charge(again.id)).rejects.toMatchObject({ message: 'Something was missing in the earlier answer.' });
  });

  it('is none of another period: named by the subject, after the first could be fetched, or with something new in it', async () => {
    const house = await fetched('2024');
    await house.fetch();
    const other = await house.club.open({ rights, words: { period: '2025' } });
    await expect(house.charge(other.id)).rejects.toMatchObject({ message: 'The two requests name another period.' });
    const unnamed = await house.club.open({ rights, words: {} });
    await expect(house.charge(unnamed.id)).rejects.toMatchObject({ message: 'The two requests name another period.' });
    const same = await house.club.open({ rights, words: { period: ' 2024 ' } });
    await house.club.workUntil(same.id, 'awaiting_release');
    const [answer] = house.first.answers!;
    for (const more of [{ records: 99 }, { files: 99 }]) {
      await house.change({ answers: [{ ...answer!, archive: { ...answer!.archive, ...more } }] });
      await expect(house.charge(same.id)).rejects.toMatchObject({ message: expect.stringContaining('has changed') });
    }
    await house.change({ answers: [{ ...answer!, expiresAt: '2020-01-01T00:00:00.000Z' }] });
    await expect(house.charge(same.id)).rejects.toMatchObject({ message: expect.stringContaining('how things stand now') });
  });

  it('is none of other rights, of another person, or of what was not answered: that is free', async () => {
    const house = await fetched();
    await house.fetch();
    const { id } = await house.club.open({ rights: ['portability'] });
    await expect(house.charge(id)).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('scope') });
    const bob = await house.club.open({ rights, identifiers: [{ kind: 'email', value: 'bob@example.org', provedBy: 'a test' }] });
    await expect(house.charge(bob.id)).rejects.toMatchObject({ message: expect.stringContaining('one person') });
    const last = await house.club.open({ rights });
    await expect(house.charge(last.id, id)).rejects.toMatchObject({ message: expect.stringContaining('not answered') });
    await expect(house.charge(last.id, 'req_none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of an answer that was handed over in another way than by a link rests on what the officer says', async () => {
    const house = deliveryHouse();
    const { club, officer } = house;
    const { id } = await club.open({ rights });
    await club.workUntil(id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), id, { days: 7 });
    const again = await club.open({ rights });
    const { fee } = await announceFee(club.desk, officer(), again.id, feeFor(house, copyOf(id)));
    expect(fee?.cause).toMatchObject({ for: 'further_copy', firstCopyOn: localDate(todayIn(house)) });
  });
});
