import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { ask, type Member, member, tokenOf } from './people.js';
import { newRequest } from './root-fields.js';

const DAY_MS = 86_400_000;
const IDENTITY = { kind: 'identity', doubt: 'several_people', text: 'Ann and Anna Example live there.' } as const;

let house: ServiceHouse;
let officer: Officer;
let handler: Member;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
  officer = await officerOf(house);
  handler = await member(house, officer, 'club', 'handler');
}, 60_000);
afterAll(() => house.stop());

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** A request that reached the controller so many days ago. */
async function opened(days = 0, more: { isSignedIn?: boolean } = {}): Promise<string> {
  const input = { ...newRequest(), receivedAt: daysAgo(days), ...more };
  return accepted((await officer.client.run('openRequest', { input })).openRequest).id;
}

async function clockOf(id: string) {
  const { request } = await officer.client.run('requestClock', { id });
  if (request === null) throw new Error('There is no such request.');
  return request;
}

async function deadlinesOf(id: string, language: 'en' | 'fr' = 'en') {
  const { request } = await officer.client.run('requestDeadlines', { id, language });
  if (request === null) throw new Error('There is no such request.');
  return request.deadlines;
}

async function detailsOf(request: string, action: string): Promise<readonly unknown[]> {
  const { auditTrail } = await officer.client.run('auditTrail', { first: 20, request });
  return auditTrail.edges.map(({ node }) => node).flatMap((node) => (node.action === action ? [node.details] : []));
}

describe('a question', () => {
  it('pauses the legal date with sentences in two languages, and leaves the safe one (DLN-03, DLN-07)', async () => {
    const id = await opened(2);
    const before = await clockOf(id);
    const asked = await handler.client.run('askQuestion', { id, question: { ...IDENTITY, askedAt: daysAgo(2) } });
    accepted(asked.askQuestion);
    const after = await clockOf(id);
    expect(after.dueAt).toBe(before.dueAt);
    expect(after.questions).toMatchObject([
      {
        id: 'q1',
        kind: 'identity',
        doubt: 'several_people',
        askedBy: handler.id,
        isOpen: true,
        isCounted: true,
        answeredAt: null,
      },
    ]);
    const paused = await deadlinesOf(id);
    expect(paused).toMatchObject({ pausedDays: 2, isExtended: false });
    const [english, french] = [paused, await deadlinesOf(id, 'fr')].map(({ dates }) =>
      dates.find(({ name }) => name === 'duePaused'),
    );
    expect(english?.date).toBe(paused.limit);
    expect(french?.sentences).toHaveLength(english?.sentences.length ?? -1);
    expect(french?.sentences).not.toEqual(english?.sentences);

    const answer = { text: 'I am Ann.', answeredAt: daysAgo(1) };
    accepted((await handler.client.run('answerQuestion', { id, answer })).answerQuestion);
    expect(await deadlinesOf(id)).toMatchObject({ pausedDays: 1 });
    const { request } = await handler.client.run('clockWords', { id });
    expect(request?.questions).toEqual([{ id: 'q1', text: IDENTITY.text, answer: 'I am Ann.' }]);
    const trail = JSON.stringify([await detailsOf(id, 'request.ask'), await detailsOf(id, 'request.answer')]);
    expect(trail).toContain('several_people');
    expect(trail).not.toContain('Ann');
    expect(house.log.join('')).not.toContain('Anna');
  });

  it('is shown in words to those who ask, and to nobody else (DLN-07)', async () => {
    const id = await opened();
    accepted((await officer.client.run('askQuestion', { id, question: IDENTITY })).askQuestion);
    const reviewer = await member(house, officer, 'club', 'reviewer');
    for (const { client } of [reviewer, await tokenOf(officer)]) {
      const { request } = await client.run('requestClock', { id });
      expect(request?.questions).toHaveLength(1);
      const answer = await ask(client, 'clockWords', { id });
      expect(answer.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      expect(JSON.stringify(answer.body)).not.toContain('Anna');
    }
  });

  it('that comes late is confirmed by the officer; none is asked of a signed-in account, nor of a small quantity (DLN-07, DLN-08)', async () => {
    const id = await opened(9);
    const question = { ...IDENTITY, confirmsLate: true };
    expect((await handler.client.run('askQuestion', { id, question: IDENTITY })).askQuestion).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect((await handler.client.run('askQuestion', { id, question })).askQuestion).toMatchObject({ code: 'REFUSED' });
    accepted((await officer.client.run('askQuestion', { id, question })).askQuestion);
    expect((await clockOf(id)).questions).toMatchObject([{ confirmedBy: expect.any(String) }]);
    const known = await opened(0, { isSignedIn: true });
    expect((await officer.client.run('askQuestion', { id: known, question: IDENTITY })).askQuestion).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('signed-in'),
    });
    const scope = { kind: 'scope', text: 'Which years?' } as const;
    expect((await officer.client.run('askQuestion', { id: known, question: scope })).askQuestion).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('large quantity'),
    });
  });
});

describe('an extension', () => {
  it('moves the due date once its notice was sent, in the list too, and is the officer’s (DLN-05, DLN-06)', async () => {
    const id = await opened(5);
    const before = await clockOf(id);
    const extension = { reason: 'scattered_sources' } as const;
    expect((await ask(handler.client, 'extendRequest', { id, extension })).body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    accepted((await officer.client.run('extendRequest', { id, extension })).extendRequest);
    const decided = await clockOf(id);
    expect(decided).toMatchObject({ dueAt: before.dueAt, extension: { ...extension, noticeSentAt: null, holds: false } });
    expect(decided.agenda.map(({ what }) => what)).toContain('extension-notice');

    const dates = Object.fromEntries((await deadlinesOf(id)).dates.map(({ name, date }) => [name, date]));
    const notice = { explanation: 'Two archives on paper.', promisedOn: dates['dueExtSafe'] ?? '', contact: 'privacy@club.test' };
    const tooLate = { ...notice, promisedOn: '2099-01-01' };
    expect(
      (await officer.client.run('extendRequest', { id, extension: { ...extension, notice: tooLate } })).extendRequest,
    ).toMatchObject({ code: 'INVALID_INPUT' });
    accepted((await officer.client.run('extendRequest', { id, extension: { ...extension, notice } })).extendRequest);
    const told = await clockOf(id);
    expect(told.extension).toMatchObject({ holds: true, promisedOn: notice.promisedOn });
    const deadlines = await deadlinesOf(id);
    expect(deadlines).toMatchObject({ isExtended: true, workBy: dates['dueExtSafe'], limit: dates['dueExtLegal'] });
    expect(new Date(told.dueAt).getTime()).toBeGreaterThan(new Date(before.dueAt).getTime() + 55 * DAY_MS);
    const { request } = await officer.client.run('matches', { id });
    expect(request?.decisions).toMatchObject([{ event: 'extend', reason: notice.explanation }]);
    const { requests } = await officer.client.run('requests', { first: 100 });
    expect(requests.edges.at(-1)?.node).toMatchObject({ id });
  });

  it('is told with the contact of the controller where its notice names no other, and not without one (DLN-11)', async () => {
    const { settings } = await officer.client.run('settings');
    expect(settings.contact).not.toBeNull();
    const notice = async (id: string): Promise<{ explanation: string; promisedOn: string }> => ({
      explanation: 'Two archives on paper.',
      promisedOn: (await deadlinesOf(id)).workBy,
    });
    const id = await opened(1);
    const extension = { reason: 'explanation_work' } as const;
    const blank = { ...extension, notice: { ...(await notice(id)), contact: ' ' } };
    expect((await officer.client.run('extendRequest', { id, extension: blank })).extendRequest).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('contact'),
    });
    accepted(
      (await officer.client.run('extendRequest', { id, extension: { ...extension, notice: await notice(id) } })).extendRequest,
    );
    expect((await clockOf(id)).extension).toMatchObject({ holds: true });
  });

  it('is refused after the first month, and a second time (DLN-05)', async () => {
    const extension = { reason: 'volume_of_data' } as const;
    const old = await opened(40);
    expect((await officer.client.run('extendRequest', { id: old, extension })).extendRequest).toMatchObject({
      code: 'WRONG_STATE',
      remedy: 'Answer without delay.',
    });
    const id = await opened(1);
    accepted((await officer.client.run('extendRequest', { id, extension })).extendRequest);
    expect((await officer.client.run('extendRequest', { id, extension })).extendRequest).toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('a receipt', () => {
  it('that the officer corrects moves every date, and is in the trail from when to when (INT-01)', async () => {
    const id = await opened(1);
    const before = await clockOf(id);
    const receipt = { receivedAt: daysAgo(11), reason: 'It lay in the mailbox of Ann Example.' };
    expect((await ask(handler.client, 'correctReceipt', { id, receipt })).body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    accepted((await officer.client.run('correctReceipt', { id, receipt })).correctReceipt);
    const after = await clockOf(id);
    expect(after.receivedAt).toBe(receipt.receivedAt);
    expect(new Date(after.dueAt).getTime()).toBeLessThan(new Date(before.dueAt).getTime() - 6 * DAY_MS);
    const [details] = await detailsOf(id, 'request.correct-receipt');
    expect(JSON.parse(String(details))).toMatchObject({ from: before.receivedAt, to: after.receivedAt, dueBefore: before.dueAt });
    expect(String(details)).not.toContain('Ann');
    const future = { ...receipt, receivedAt: new Date(Date.now() + DAY_MS).toISOString() };
    expect((await officer.client.run('correctReceipt', { id, receipt: future })).correctReceipt).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a reminder', () => {
  it('is linked to its request: no date moves, and no request is added (INT-05)', async () => {
    const id = await opened(20);
    const before = await clockOf(id);
    const count = async (): Promise<number> => (await officer.client.run('requests', { first: 1 })).requests.totalCount;
    const requests = await count();
    const reminder = { text: 'When will it come?', receivedAt: daysAgo(1) };
    accepted((await handler.client.run('linkReminder', { id, reminder })).linkReminder);
    const after = await clockOf(id);
    expect([after.dueAt, await count()]).toEqual([before.dueAt, requests]);
    expect(after.reminders).toEqual([{ id: 'r1', receivedAt: reminder.receivedAt, notedBy: handler.id }]);
    const { request } = await handler.client.run('clockWords', { id });
    expect(request?.reminders).toEqual([{ id: 'r1', text: reminder.text }]);
  });
});

describe('other rights in the same message', () => {
  it('are tasks with the same receipt, which people end elsewhere; nothing is erased before the answer (INT-11)', async () => {
    const id = await opened(5);
    const noted = { rights: ['erasure', 'objection'] as const, text: 'And then delete all of it.' };
    accepted(
      (await handler.client.run('noteOtherRights', { id, noted: { ...noted, rights: [...noted.rights] } })).noteOtherRights,
    );
    const { otherRights } = await clockOf(id);
    const { workBy } = await deadlinesOf(id);
    const open = { dueOn: workBy, notedBy: handler.id, outcome: null, isWishedFirst: false };
    expect(otherRights).toMatchObject([
      { right: 'erasure', ...open },
      { right: 'objection', ...open },
    ]);
    const { request } = await handler.client.run('clockWords', { id });
    expect(request?.otherRights[0]).toEqual({ right: 'erasure', text: noted.text, endText: null });
    const end = { right: 'erasure' as const, outcome: 'done' as const };
    expect((await handler.client.run('endOtherRight', { id, end })).endOtherRight).toMatchObject({ code: 'WRONG_STATE' });
    const wished = { ...end, isWishedFirst: true, text: 'They wrote that they need no copy of it.' };
    accepted((await handler.client.run('endOtherRight', { id, end: wished })).endOtherRight);
    expect((await clockOf(id)).otherRights[0]).toMatchObject({ outcome: 'done', endedBy: handler.id, isWishedFirst: true });
    const [details] = await detailsOf(id, 'request.end-other-right');
    expect(JSON.parse(String(details))).toEqual({ right: 'erasure', outcome: 'done', isWishedFirst: true });
  });
});

describe('the agenda', () => {
  it('has reminders after 7, 14 and 21 days, a target, and what of it is past; nothing once it is decided (DLN-04)', async () => {
    const id = await opened(10);
    const { agenda } = await clockOf(id);
    const { received } = await deadlinesOf(id);
    const after = (days: number): string => new Date(Date.parse(received) + days * DAY_MS).toISOString().slice(0, 10);
    expect(agenda.filter(({ what }) => what === 'reminder')).toEqual([
      { on: after(7), what: 'reminder', isPast: true },
      { on: after(14), what: 'reminder', isPast: false },
      { on: after(21), what: 'reminder', isPast: false },
    ]);
    expect(agenda.map(({ what }) => what).sort()).toEqual(['limit', 'reminder', 'reminder', 'reminder', 'target', 'work-by']);
    await officer.client.run('cancelRequest', { id, reason: 'Withdrawn.' });
    expect((await clockOf(id)).agenda).toEqual([]);
  });
});
