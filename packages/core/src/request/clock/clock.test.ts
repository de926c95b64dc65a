import { afterEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../../calendar/local-date.js';
import { computeDeadlines } from '../../deadline/deadlines.js';
import type { DataRequest } from '../data-request.js';
import { cancelRequest } from '../decide-request.js';
import { openCaseFile } from '../sealed-files.js';
import { shredRequest } from '../shred-request.js';
import { systemClock } from '../../ports/clock.js';
import { refuseUnfounded } from '../../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { answerQuestion } from './answer-question.js';
import { askQuestion } from './ask-question.js';
import { clockOf } from './clock-of.js';
import { correctReceipt } from './correct-receipt.js';
import { type ExtensionNotice, extendRequest } from './extend-request.js';
import { linkReminder } from './link-reminder.js';
import { viewAgenda, viewExtension, viewQuestions, viewReminders } from './view-clock.js';

const DPO = { ...OFFICER, isDpo: true };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const IDENTITY = { kind: 'identity', doubt: 'unknown_sender', text: 'The address is on no record.' } as const;
const NOTICE: ExtensionNotice = {
  explanation: 'Mail of eleven years has to be read.',
  promisedOn: localDate('2026-08-20'),
  contact: 'privacy@club.test',
};
const EXTENSION = { reason: 'volume_of_data', notice: NOTICE } as const;

const CLOCK = { sleep: systemClock.sleep.bind(systemClock) };

let house: RequestHouse;
afterEach(() => house.stop());

/** A request of 1 June that waits for its proof, looked at on a day. */
async function waiting(today: string): Promise<string> {
  house = requestHouse([], { clock: { ...CLOCK, now: () => new Date(`${today}T12:00:00Z`) } });
  const identifiers = [{ kind: 'email', value: 'ann@example.org' }] as const;
  return (await house.open({ identifiers, receivedAt: noon('2026-06-01') })).id;
}

const settings = () => house.desk.clocks.settingsOf('club');
const datesOf = (request: DataRequest) => computeDeadlines(clockOf(request, settings()), settings(), noon('2026-06-20'));
const agendaOf = (request: DataRequest, day: string) => viewAgenda(request, { settings: settings(), at: noon(day) });

async function trail(action: string): Promise<readonly unknown[]> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action }, { first: 9 }));
  return items.map(({ item }) => item.details);
}

describe('the extension of a request', () => {
  it('changes no date before its notice is sent, and then the safe one too (DLN-05, DLN-06)', async () => {
    const id = await waiting('2026-06-15');
    const { dueAt } = await house.get(id);
    const decided = await extendRequest(house.desk, DPO, id, { reason: 'volume_of_data' });
    expect([decided.dueAt, datesOf(decided).isExtended]).toEqual([dueAt, false]);
    expect(viewExtension(decided, settings())).toMatchObject({ reason: 'volume_of_data', decidedBy: 'stf_1', holds: false });
    expect(agendaOf(decided, '2026-06-15')).toContainEqual({ on: '2026-07-01', kind: 'extension-notice', isPast: false });
    const told = await extendRequest(house.desk, DPO, id, EXTENSION);
    expect(told.dueAt).toEqual(new Date('2026-09-01T22:00:00Z')); // the end of 1 September in Paris
    expect(datesOf(told)).toMatchObject({ isExtended: true, workBy: '2026-09-01' });
    expect(viewExtension(told, settings())).toMatchObject({ promisedOn: '2026-08-20', holds: true });
    const [details] = await trail('request.extend');
    expect(details).toMatchObject({ reason: 'volume_of_data', promisedOn: '2026-08-20', dueAt: '2026-09-01T22:00:00.000Z' });
    expect(JSON.stringify(told.clock) + JSON.stringify(details)).not.toContain('eleven');
    expect((await openCaseFile(house.vault, told)).decisions).toMatchObject([{ event: 'extend', reason: NOTICE.explanation }]);
  });

  it('is decided once, and told once (DLN-05)', async () => {
    const id = await waiting('2026-06-15');
    const sentAt = noon('2026-06-14');
    const told = await extendRequest(house.desk, DPO, id, { ...EXTENSION, notice: { ...NOTICE, sentAt } });
    expect(told.clock?.extension).toMatchObject({ decidedAt: sentAt.toISOString(), noticeSentAt: sentAt.toISOString() });
    for (const again of [EXTENSION, { reason: 'redaction_needed' } as const]) {
      const second = extendRequest(house.desk, DPO, id, again);
      await expect(second).rejects.toMatchObject({ code: 'WRONG_STATE', message: 'A request is extended once.' });
    }
  });

  it('is not decided a second time while its notice is awaited (DLN-05)', async () => {
    const id = await waiting('2026-06-15');
    await extendRequest(house.desk, DPO, id, { reason: 'volume_of_data' });
    const again = extendRequest(house.desk, DPO, id, { reason: 'volume_of_data' });
    await expect(again).rejects.toMatchObject({ code: 'WRONG_STATE', message: 'A request is extended once.' });
    const other = extendRequest(house.desk, DPO, id, { ...EXTENSION, reason: 'redaction_needed' });
    await expect(other).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is too late after the first month, and says where its notice falls short (DLN-05, DLN-11)', async () => {
    const id = await waiting('2026-07-02');
    const late = extendRequest(house.desk, DPO, id, EXTENSION);
    await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: 'Answer without delay.' });
    for (const wrong of [
      { explanation: ' ' },
      { contact: '' },
      { promisedOn: localDate('2026-09-02') },
      { sentAt: noon('2026-07-03') },
    ]) {
      const sentAt = noon('2026-06-30');
      const refused = extendRequest(house.desk, DPO, id, { ...EXTENSION, notice: { ...NOTICE, sentAt, ...wrong } });
      await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect((await house.get(id)).clock).toBeUndefined();
    await cancelRequest(house.desk, DPO, id, 'Withdrawn.');
    await expect(extendRequest(house.desk, DPO, id, EXTENSION)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('a corrected receipt', () => {
  const corrected = { receivedAt: noon('2026-05-20'), reason: 'It lay in the mailbox of Ann Example.' };

  it('moves every date, and the trail says from when to when (INT-01)', async () => {
    const id = await waiting('2026-06-03');
    const before = await house.get(id);
    const after = await correctReceipt(house.desk, DPO, id, corrected);
    expect(after).toMatchObject({ receivedAt: corrected.receivedAt, dueAt: new Date('2026-06-20T22:00:00Z') });
    expect(datesOf(after)).toMatchObject({ received: '2026-05-20', limit: { date: '2026-06-22' } });
    const [details] = await trail('request.correct-receipt');
    expect(details).toEqual({
      from: '2026-06-01T12:00:00.000Z',
      to: '2026-05-20T12:00:00.000Z',
      dueBefore: before.dueAt.toISOString(),
      dueAt: '2026-06-20T22:00:00.000Z',
      questionsLate: 0,
      isExtensionLate: false,
    });
    expect((await openCaseFile(house.vault, after)).decisions).toMatchObject([
      { event: 'correct-receipt', ...{ reason: corrected.reason } },
    ]);
  });

  it('makes a question late that nobody confirmed: it pauses nothing (INT-01, DLN-07)', async () => {
    const id = await waiting('2026-06-15');
    const asked = await askQuestion(house.desk, DPO, id, { ...IDENTITY, askedAt: noon('2026-06-02') });
    await answerQuestion(house.desk, DPO, id, { answeredAt: noon('2026-06-12') });
    expect(datesOf(await house.get(id))).toMatchObject({ pausedDays: 10, duePaused: { date: '2026-07-13' } });
    const after = await correctReceipt(house.desk, DPO, id, corrected);
    expect(datesOf(after).pausedDays).toBe(0);
    expect(datesOf(after)).not.toHaveProperty('duePaused');
    const file = await openCaseFile(house.vault, asked);
    expect(viewQuestions(after, file, { settings: settings(), at: noon('2026-06-15') })).toMatchObject([{ isCounted: false }]);
    expect(await trail('request.correct-receipt')).toMatchObject([{ questionsLate: 1 }]);
  });

  it('makes a question that the officer confirmed count only while there was a period to pause (INT-01, DLN-07)', async () => {
    const id = await waiting('2026-06-15');
    await askQuestion(house.desk, DPO, id, { ...IDENTITY, confirmsLate: true });
    const still = await correctReceipt(house.desk, DPO, id, corrected);
    expect(datesOf(still).pausedDays).toBe(5);
    const over = await correctReceipt(house.desk, DPO, id, { ...corrected, receivedAt: noon('2026-05-02') });
    expect(datesOf(over).pausedDays).toBe(0);
  });

  it('puts a notice after the first month: then nothing is extended (INT-01, DLN-05)', async () => {
    const id = await waiting('2026-06-29');
    await extendRequest(house.desk, DPO, id, EXTENSION);
    const after = await correctReceipt(house.desk, DPO, id, corrected);
    expect(after.dueAt).toEqual(new Date('2026-06-20T22:00:00Z'));
    expect(datesOf(after).isExtended).toBe(false);
    expect(viewExtension(after, settings())).toMatchObject({ holds: false });
    expect(agendaOf(after, '2026-06-29').map(({ kind }) => kind)).not.toContain('extension-notice');
    expect(await trail('request.correct-receipt')).toMatchObject([{ isExtensionLate: true }]);
  });

  it('comes before everything that happened to the request, has a reason, and is another one', async () => {
    const id = await waiting('2026-06-05');
    await askQuestion(house.desk, DPO, id, { ...IDENTITY, askedAt: noon('2026-06-02') });
    await linkReminder(house.desk, DPO, id, { receivedAt: noon('2026-06-04') });
    await extendRequest(house.desk, DPO, id, { reason: 'volume_of_data' });
    for (const [wrong, message] of [
      [{ reason: ' ' }, 'This needs a reason.'],
      [{ receivedAt: noon('2018-05-24') }, /25 May 2018/u],
      [{ receivedAt: noon('2026-06-01') }, /noted already/u],
      [{ receivedAt: noon('2026-06-03') }, /before anything is asked/u],
      [{ receivedAt: noon('2026-06-06') }, /before it is registered/u],
    ] as const) {
      const refused = correctReceipt(house.desk, DPO, id, { ...corrected, ...wrong });
      const said = typeof message === 'string' ? message : expect.stringMatching(message);
      await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', message: said });
    }
  });

  it('is possible once it is decided, and not once it is destroyed', async () => {
    const id = await waiting('2026-06-05');
    await refuseUnfounded(house.desk, DPO, id);
    expect(await correctReceipt(house.desk, DPO, id, corrected)).toMatchObject({ state: 'refused' });
    await shredRequest(house.desk, DPO, id);
    const gone = correctReceipt(house.desk, DPO, id, { ...corrected, receivedAt: noon('2026-05-21') });
    await expect(gone).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('a reminder', () => {
  it('is linked to its request and moves no date (INT-05)', async () => {
    const id = await waiting('2026-06-20');
    const before = await house.get(id);
    const linked = await linkReminder(house.desk, DPO, id, { text: 'I still wait, Ann.', receivedAt: noon('2026-06-18') });
    await linkReminder(house.desk, DPO, id, {});
    expect([linked.dueAt, datesOf(linked)]).toEqual([before.dueAt, datesOf(before)]);
    const request = await house.get(id);
    expect(request.reference).toBe(before.reference);
    expect(viewReminders(request, await openCaseFile(house.vault, request))).toEqual([
      { id: 'r1', receivedAt: '2026-06-18T12:00:00.000Z', notedBy: 'stf_1', text: 'I still wait, Ann.' },
      { id: 'r2', receivedAt: expect.any(String), notedBy: 'stf_1' },
    ]);
    expect(JSON.stringify(await trail('request.remind'))).not.toContain('Ann');
    expect(viewReminders(before, await openCaseFile(house.vault, before))).toEqual([]);
  });

  it('is one of a request that was not answered or was refused, and comes after it (INT-05)', async () => {
    const id = await waiting('2026-06-20');
    const early = linkReminder(house.desk, DPO, id, { receivedAt: noon('2026-05-31') });
    await expect(early).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await refuseUnfounded(house.desk, DPO, id);
    expect((await linkReminder(house.desk, DPO, id, {})).clock?.reminders).toHaveLength(1);
    const { id: other } = await house.open({ identifiers: [{ kind: 'email', value: 'bea@example.org' }] });
    await cancelRequest(house.desk, DPO, other, 'Withdrawn.');
    const late = linkReminder(house.desk, DPO, other, {});
    await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: 'Open a new request.' });
  });
});

describe('the agenda of a request', () => {
  it('says what is to be done, when, and what of it is past (DLN-04)', async () => {
    const id = await waiting('2026-06-05');
    const request = await house.get(id);
    expect(agendaOf(request, '2026-06-15').map(({ on, kind, isPast }) => `${on} ${kind}${isPast ? ' past' : ''}`)).toEqual([
      '2026-06-08 reminder past',
      '2026-06-15 reminder',
      '2026-06-15 target',
      '2026-06-22 reminder',
      '2026-07-01 work-by',
      '2026-07-01 limit',
    ]);
    const cancelled = await cancelRequest(house.desk, DPO, id, 'Withdrawn.');
    expect(agendaOf(cancelled, '2026-06-15')).toEqual([]);
    expect(viewExtension(cancelled, settings())).toBeUndefined();
    expect(
      viewQuestions(cancelled, await openCaseFile(house.vault, cancelled), { settings: settings(), at: new Date() }),
    ).toEqual([]);
  });
});
