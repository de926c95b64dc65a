import { afterEach, describe, expect, it } from '@jest/globals';
import { askQuestion } from '../request/clock/ask-question.js';
import { viewAnswer } from '../request/view-answer.js';
import { stepsOf } from '../testing/addition-house.js';
import { type AskingHouse, askingHouse } from '../testing/asking-house.js';
import { stopHouses } from '../testing/delivery-house.js';
import { OFFICER, OFFICERS_MAILBOX } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import { lapsesAt } from './lapse.js';

afterEach(stopHouses);

const DAY_MS = 86_400_000;
const BY = (value: string) => ({ identifiers: [{ kind: 'id', namespace: 'crm.member', value }] }) as const;

/** Lets time go on until it is looked whether a request was proved. */
async function lookedAt({ club, clock }: AskingHouse, id: string, days = 30): Promise<void> {
  clock.pass(days * DAY_MS);
  club.desk.wake();
  await until(async () => (await stepsOf(club, id, 'lapse')).some(({ state }) => state === 'done'));
}

describe('a request of which nobody proves who asks (IDV-08)', () => {
  it('ends within the month with a reason, told to the address to which the code went, and never in silence', async () => {
    const house = askingHouse();
    const { own, request } = await house.ask();
    const [step] = await stepsOf(house.club, own.id, 'lapse');
    expect(step!.dueAt.getTime()).toBeLessThan(request.dueAt.getTime());
    await house.message(1);
    await lookedAt(house, own.id);
    const ended = await house.club.workUntil(own.id, 'refused');
    const { kind, to, facts } = await house.message(2);
    expect([kind, to.reveal()]).toEqual(['refused', 'ann@example.org']);
    expect(facts).toMatchObject({ reference: ended.reference, link: 'https://privacy.example.org/ask/club/follow' });
    const { reason } = await viewAnswer(house.club.desk, ended);
    expect(reason).toContain('art. 12');
    await expect(house.prove(own, await house.codeIn(1))).resolves.toBe(false);
    expect(await stepsOf(house.club, own.id, 'expire')).toHaveLength(1);
  });

  it('is told to the contacts on record where the codes went there', async () => {
    const house = askingHouse();
    const { own } = await house.ask(BY('1'));
    await house.message(1);
    await lookedAt(house, own.id);
    await house.club.workUntil(own.id, 'refused');
    const { kind, to } = await house.message(2);
    expect([kind, to.reveal()]).toEqual(['refused', 'ann@example.org']);
  });

  it.each([
    ['no code went out', BY('99'), false],
    ['a question is open', {}, true],
  ])('waits for an officer, who is told, where %s', async (_what, given, isAsked) => {
    const house = askingHouse();
    const { own } = await house.ask(given);
    if (isAsked) {
      const question = { kind: 'identity', doubt: 'details_differ', text: 'Which Ann is it?' } as const;
      await askQuestion(house.club.desk, { ...OFFICER, isDpo: true }, own.id, question);
    }
    await until(async () => (await house.club.get(own.id)).contacts?.probe !== undefined || house.sent.length > 0);
    await lookedAt(house, own.id);
    await until(() => house.sent.some(({ kind }) => kind === 'review_needed'));
    expect(house.sent.at(-1)?.to.reveal()).toBe(OFFICERS_MAILBOX);
    expect((await house.club.get(own.id)).state).toBe('received');
  });

  it('is looked at again where its month is longer by now', async () => {
    const house = askingHouse();
    const { own } = await house.ask();
    const request = await house.club.get(own.id);
    await house.club.store.transact(({ requests, now }) =>
      requests.change({ ...request, version: request.version + 1, dueAt: new Date(now.getTime() + 90 * DAY_MS) }),
    );
    await lookedAt(house, own.id);
    expect((await stepsOf(house.club, own.id, 'lapse')).map(({ state }) => state)).toEqual(['done', 'pending']);
    expect((await house.club.get(own.id)).state).toBe('received');
  });

  it('does not end so once it was proved, nor where somebody asks for another', async () => {
    const house = askingHouse();
    const { own } = await house.ask();
    await house.prove(own, await house.codeIn(1));
    await house.club.workUntil(own.id, 'awaiting_release', 'released');
    expect(await stepsOf(house.club, own.id, 'lapse')).toMatchObject([{ state: 'cancelled' }]);
    const other = await house.ask({ isForOther: true }, 'form-2');
    expect(await stepsOf(house.club, other.own.id, 'lapse')).toEqual([]);
  });

  it('has a day at least, however late it was noted', () => {
    const now = new Date('2026-04-01T08:00:00Z');
    expect(lapsesAt({ dueAt: new Date('2026-04-02T00:00:00Z') }, now)).toEqual(new Date('2026-04-02T08:00:00Z'));
    expect(lapsesAt({ dueAt: new Date('2026-05-01T00:00:00Z') }, now)).toEqual(new Date('2026-04-28T00:00:00Z'));
  });
});
