import { afterEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { askQuestion } from '../request/clock/ask-question.js';
import { extendRequest } from '../request/clock/extend-request.js';
import { cancelRequest, releaseRequest } from '../request/decide-request.js';
import { shredRequest } from '../request/shred-request.js';
import { askingHouse } from '../testing/asking-house.js';
import { type DeliveryHouseSetting, deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { messagesOf } from '../testing/mail-house.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER } from '../testing/request-house.js';
import { until } from '../testing/working.js';

afterEach(stopHouses);

const DPO = { ...OFFICER, isDpo: true };
const DAY_MS = 86_400_000;
const FOLLOW = 'https://privacy.example.org/ask/club/follow';

/** A request that was handed over and waits for an officer. */
async function waiting(): Promise<DeliveryHouseSetting & { readonly id: string }> {
  const house = deliveryHouse({});
  const { request } = await house.handOver();
  await house.club.workUntil(request.id, 'awaiting_release');
  return { ...house, id: request.id };
}

async function actionsOf({ entries }: DeliveryHouseSetting): Promise<readonly string[]> {
  return (await entries()).map(({ action, details }) => `${action} ${JSON.stringify(details['kind'])}`);
}

describe('a subject', () => {
  it('is told that their request was refused, where the reasons are, and until when (IDV-08, OUT-02)', async () => {
    const { club, sent, id } = await waiting();
    const { expiresAt, reference } = await refuseUnfounded(club.desk, OFFICER, id);
    await until(() => sent.length === 1);
    const [message] = sent;
    expect(message).toMatchObject({ kind: 'refused', language: 'fr' });
    expect(message?.to.reveal()).toBe('ann@example.org');
    const lastDay = localDate(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(expiresAt));
    expect(message?.facts).toEqual({ reference, until: lastDay, link: FOLLOW });
    expect(JSON.stringify(message?.facts)).not.toContain('asked for no data');
  });

  it('is told that their request was withdrawn', async () => {
    const { club, sent, id } = await waiting();
    await cancelRequest(club.desk, OFFICER, id, 'Withdrawn by telephone.');
    await until(() => sent.length === 1);
    expect(sent[0]).toMatchObject({ kind: 'closed', facts: { link: FOLLOW } });
  });

  it('is told of a question and of an extension, with the day, and not what is asked (DLN-05, DLN-07)', async () => {
    const { club, sent, id } = await waiting();
    await askQuestion(club.desk, DPO, id, { kind: 'identity', doubt: 'unknown_sender', text: 'Which room was it?' });
    await until(() => sent.length === 1);
    expect(sent[0]).toMatchObject({ kind: 'question', facts: { until: expect.any(String), link: FOLLOW } });
    expect(JSON.stringify(sent[0]?.facts)).not.toContain('room');
    await extendRequest(club.desk, DPO, id, { reason: 'volume_of_data' });
    const promisedOn = localDate(new Date(Date.now() + 40 * DAY_MS).toISOString().slice(0, 10));
    const notice = { explanation: 'There are very many bookings.', promisedOn, contact: 'privacy@example.org' };
    await extendRequest(club.desk, DPO, id, { reason: 'volume_of_data', notice });
    await until(() => sent.length === 2);
    expect(sent[1]).toMatchObject({ kind: 'extended', facts: { dueOn: promisedOn, link: FOLLOW } });
  });

  it('who has no proved address is not written to, and that is kept with what to do instead (IDV-08, IDV-09)', async () => {
    const house = askingHouse();
    const { own } = await house.ask();
    await house.message(1);
    await cancelRequest(house.club.desk, own.viewer, own.id, 'It was not me.');
    const [code, closed] = await messagesOf(house.club, own.id);
    expect([code?.kind, closed?.kind, closed?.state]).toEqual(['code', 'closed', 'failed']);
    expect(closed?.problem?.remedy).toContain('by letter');
    expect(await actionsOf(house)).toContain('message.fail "closed"');
  });

  it('without a claim code is sent no link, and that is kept too', async () => {
    const { club, officer } = deliveryHouse({});
    const { id } = await club.open();
    await club.workUntil(id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), id, { days: 7 });
    expect(await messagesOf(club, id)).toMatchObject([{ kind: 'archive_ready', state: 'failed' }]);
    const refused = await club.open();
    await refuseUnfounded(club.desk, OFFICER, refused.id);
    const queued = await messagesOf(club, refused.id);
    expect(queued.map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('whose message still waits when everything is shredded will not get it: the trail says so', async () => {
    const house = await waiting();
    house.club.worker.stop();
    await refuseUnfounded(house.club.desk, OFFICER, house.id);
    await shredRequest(house.club.desk, OFFICER, house.id);
    expect(await messagesOf(house.club, house.id)).toEqual([]);
    expect((await house.entries()).filter(({ action }) => action === 'message.fail')).toMatchObject([
      { details: { kind: 'refused', errorClass: 'aborted' } },
    ]);
  });
});
