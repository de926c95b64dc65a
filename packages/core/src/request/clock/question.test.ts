import { afterEach, describe, expect, it } from '@jest/globals';
import type { LedgerLine } from '../data-request.js';
import { openCaseFile } from '../sealed-files.js';
import { systemClock } from '../../ports/clock.js';
import { refuseUnfounded } from '../../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { answerQuestion } from './answer-question.js';
import { askQuestion, type QuestionToSubject } from './ask-question.js';
import { viewQuestions } from './view-clock.js';

const HANDLER = { ...OFFICER, isDpo: false };
const DPO = { actor: { kind: 'staff', id: 'stf_2' }, controller: 'club', isDpo: true } as const;
const RECEIVED = new Date('2026-06-01T12:00:00Z'); // a Monday
const IDENTITY: QuestionToSubject = { kind: 'identity', doubt: 'several_people', text: 'Ann and Anna Example live there.' };
const SCOPE: QuestionToSubject = { kind: 'scope', text: 'Which years do you mean?' };

const CLOCK = { sleep: systemClock.sleep.bind(systemClock) };

let house: RequestHouse;
afterEach(() => house.stop());

/** A request that waits for its proof, looked at on a day. */
async function waiting(today = '2026-06-03', given: { isSignedIn?: boolean } = {}): Promise<string> {
  house = requestHouse([], { clock: { ...CLOCK, now: () => new Date(`${today}T12:00:00Z`) } });
  const identifiers = [{ kind: 'email', value: 'ann@example.org' }] as const;
  return (await house.open({ identifiers, receivedAt: RECEIVED, ...given })).id;
}

async function found(id: string, ...lines: readonly Partial<LedgerLine>[]): Promise<void> {
  const none = { source: 'crm', collection: 'c', outcome: 'complete', blocking: false, included: 0, queued: 0 };
  const ledger = lines.map((line) => ({ ...none, records: 0, files: 0, attempts: 1, ...line }));
  const request = await house.get(id);
  await house.store.transact(({ requests }) => requests.change({ ...request, ledger, version: request.version + 1 }));
}

async function trail(action: string): Promise<readonly unknown[]> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action }, { first: 9 }));
  return items.map(({ item }) => item.details);
}

async function views(id: string, at: Date) {
  const request = await house.get(id);
  return viewQuestions(request, await openCaseFile(house.vault, request), { settings: house.desk.clocks.settingsOf('club'), at });
}

describe('a question to the subject', () => {
  it('is kept without words, which are sealed, and leaves the safe date where it is (DLN-03, DLN-07)', async () => {
    const id = await waiting();
    const { dueAt, version } = await house.get(id);
    const asked = await askQuestion(house.desk, HANDLER, id, IDENTITY);
    expect(asked).toMatchObject({ state: 'received', version: version + 1, dueAt });
    expect(asked.clock).toEqual({
      questions: [
        { id: 'q1', about: { kind: 'identity', doubt: 'several_people' }, askedAt: expect.any(String), askedBy: 'stf_1' },
      ],
      reminders: [],
    });
    expect(JSON.stringify(asked.clock)).not.toContain('Anna');
    const [details] = await trail('request.ask');
    expect(details).toMatchObject({ question: 'q1', kind: 'identity', doubt: 'several_people', isConfirmed: false });
    expect(JSON.stringify(details)).not.toContain('Anna');
    expect((await openCaseFile(house.vault, asked)).clockWords).toMatchObject([
      { about: 'q1', event: 'ask', text: IDENTITY.text, by: 'stf_1' },
    ]);
  });

  it('is open until its answer, one at a time (DLN-07)', async () => {
    const id = await waiting();
    await askQuestion(house.desk, HANDLER, id, { ...IDENTITY, askedAt: new Date('2026-06-02T12:00:00Z') });
    const second = askQuestion(house.desk, HANDLER, id, IDENTITY);
    await expect(second).rejects.toMatchObject({ code: 'WRONG_STATE', message: 'Another question is open.' });
    expect(await views(id, new Date('2026-06-03T13:00:00Z'))).toMatchObject([
      { id: 'q1', isOpen: true, isCounted: true, text: IDENTITY.text },
    ]);
    const answeredAt = new Date('2026-06-03T09:00:00Z');
    const answered = await answerQuestion(house.desk, HANDLER, id, { text: 'I am Ann.', answeredAt });
    expect(answered.clock?.questions).toMatchObject([{ id: 'q1', answeredAt: answeredAt.toISOString() }]);
    expect(await trail('request.answer')).toMatchObject([{ question: 'q1', answeredAt: answeredAt.toISOString() }]);
    await askQuestion(house.desk, HANDLER, id, { ...IDENTITY, text: 'Still two of them.' });
    const [first, again] = await views(id, new Date('2026-06-03T13:00:00Z'));
    expect(first).toMatchObject({ isOpen: false, answer: 'I am Ann.' });
    expect(again).toMatchObject({ id: 'q2', isOpen: true, text: 'Still two of them.' });
    expect(again).not.toHaveProperty('answer');
    await answerQuestion(house.desk, HANDLER, id, {});
    const none = answerQuestion(house.desk, HANDLER, id, {});
    await expect(none).rejects.toMatchObject({ code: 'WRONG_STATE', message: 'No question is open.' });
  });

  it('of identity names one of the doubts, in words too (IDV-01)', async () => {
    const id = await waiting();
    for (const [wrong, message] of [
      [{ kind: 'identity', text: 'The policy says so.' }, 'A question of identity has a reason.'],
      [{ ...IDENTITY, text: ' ' }, 'This doubt has no words.'],
      [{ ...IDENTITY, askedAt: new Date('2026-06-04T12:00:00Z') }, 'This time lies in the future.'],
    ] as const) {
      const refused = askQuestion(house.desk, HANDLER, id, wrong);
      await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', message, remedy: expect.any(String) });
    }
    expect((await house.get(id)).clock).toBeUndefined();
  });

  it('is not asked of a signed-in account (IDV-01, DLN-07)', async () => {
    const id = await waiting('2026-06-03', { isSignedIn: true });
    const refused = askQuestion(house.desk, DPO, id, IDENTITY);
    await expect(refused).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('signed-in') });
  });

  it('that comes after three working days is confirmed by the officer, and by nobody else (DLN-07)', async () => {
    const id = await waiting('2026-06-05');
    const late = askQuestion(house.desk, DPO, id, IDENTITY);
    await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: expect.stringContaining('officer') });
    const notTheirs = askQuestion(house.desk, HANDLER, id, { ...IDENTITY, confirmsLate: true });
    await expect(notTheirs).rejects.toMatchObject({ code: 'REFUSED' });
    const asked = await askQuestion(house.desk, DPO, id, { ...IDENTITY, confirmsLate: true });
    expect(asked.clock?.questions).toMatchObject([{ confirmedBy: 'stf_2' }]);
    expect(await trail('request.ask')).toMatchObject([{ isConfirmed: true }]);
  });

  it('of scope is for a large quantity, which is counted and not told (DLN-08)', async () => {
    const id = await waiting();
    await found(id, { records: 999 }, { collection: 'd', included: 1 }, { source: 'empty' });
    const small = askQuestion(house.desk, HANDLER, id, SCOPE);
    await expect(small).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('no large quantity') });
    await found(id, { records: 999, included: 3 }, { source: 'shop', included: 2 });
    const supplementarySentAt = new Date('2026-06-03T08:00:00Z');
    const asked = await askQuestion(house.desk, HANDLER, id, { ...SCOPE, supplementarySentAt });
    expect(asked.clock?.questions).toMatchObject([
      { about: { kind: 'scope', records: 1_001, sources: 2 }, supplementarySentAt: supplementarySentAt.toISOString() },
    ]);
    const answered = await answerQuestion(house.desk, HANDLER, id, { scope: 'narrowed' });
    expect(answered.clock?.questions).toMatchObject([{ scopeAnswer: 'narrowed' }]);
  });

  it('of scope that is answered without one means everything, and one of identity takes no scope (DLN-08)', async () => {
    const id = await waiting();
    await found(id, { records: 5_000 });
    await askQuestion(house.desk, HANDLER, id, SCOPE);
    const answered = await answerQuestion(house.desk, HANDLER, id, { text: '' });
    expect(answered.clock?.questions).toMatchObject([{ scopeAnswer: 'none' }]);
    expect(await views(id, new Date('2026-06-03T13:00:00Z'))).toEqual([
      expect.not.objectContaining({ answer: expect.anything() }),
    ]);
    await askQuestion(house.desk, HANDLER, id, IDENTITY);
    const wrong = answerQuestion(house.desk, HANDLER, id, { scope: 'everything' });
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT', remedy: 'Leave the scope out.' });
  });

  it('is refused for what was decided, and for another controller’s (LOG-06)', async () => {
    const id = await waiting();
    const foreign = askQuestion(house.desk, { ...DPO, controller: 'other' }, id, IDENTITY);
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await refuseUnfounded(house.desk, DPO, id);
    for (const late of [askQuestion(house.desk, DPO, id, IDENTITY), answerQuestion(house.desk, DPO, id, {})]) {
      await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: 'Open a new request.' });
    }
  });
});
