import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import { clockHouse, VISITOR } from './clock-house.js';

const DAY_MS = 86_400_000;
const IDENTITY = { kind: 'identity', doubt: 'unknown_sender', text: 'The address is on no record.' } as const;
const AUTHORITY = { kind: 'identity', doubt: 'sent_by_another', text: 'Please show the mandate.' } as const;

let house: Awaited<ReturnType<typeof clockHouse>>;
let officer: ServiceClient;
beforeAll(async () => {
  house = await clockHouse({ jurisdiction: 'GB', deadlines: '{ pack: uk }' });
  officer = house.officer.client;
}, 60_000);
afterAll(() => house.stop());

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** A request that reached the controller so many days ago. */
async function opened(days: number): Promise<string> {
  const identifiers = [{ kind: 'email' as const, value: VISITOR }];
  const input = { clientKey: `of-${String(Math.random())}`, identifiers, rights: ['access' as const], receivedAt: daysAgo(days) };
  return accepted((await officer.run('openRequest', { input })).openRequest).id;
}

async function datesOf(id: string, language: 'en' | 'fr' = 'en') {
  const { request } = await officer.run('requestDeadlines', { id, language });
  const deadlines = request?.deadlines;
  const legal = deadlines?.dates.find(({ name }) => name === 'dueLegal');
  if (deadlines === undefined || legal === undefined) throw new Error('There is no such request.');
  return { ...deadlines, legal };
}

async function clockOf(id: string) {
  const { request } = await officer.run('requestClock', { id });
  if (request === null) throw new Error('There is no such request.');
  return request;
}

const NOT_STARTED = /What was asked for has not come: the clock starts on .* at the earliest\./u;
const STARTED = /What was asked for came later: the clock starts on /u;

describe('DLN-09 a controller in the UK pack', () => {
  it('waits for the identity that it asks for: the legal date moves on, the safe one goes by receipt', async () => {
    const id = await opened(10);
    const before = await datesOf(id);
    expect(before.legal.sentences.join(' ')).not.toMatch(/clock starts/u);
    accepted((await officer.run('askQuestion', { id, question: { ...IDENTITY, askedAt: daysAgo(9) } })).askQuestion);
    const waiting = await datesOf(id);
    expect(waiting.legal.sentences).toContainEqual(expect.stringMatching(NOT_STARTED));
    expect(waiting.legal.date > before.legal.date).toBe(true);
    expect([waiting.workBy, waiting.pausedDays, waiting.limit]).toEqual([before.workBy, 0, waiting.legal.date]);
    expect((await datesOf(id, 'fr')).legal.sentences.join(' ')).toContain('Ce qui a été demandé n’est pas arrivé');
    const clock = await clockOf(id);
    expect(clock.questions).toMatchObject([{ kind: 'identity', isOpen: true, isCounted: true }]);
    expect(clock.agenda).toContainEqual({ on: waiting.limit, what: 'limit', isPast: false });
    accepted((await officer.run('answerQuestion', { id, answer: { text: 'It is me.', answeredAt: daysAgo(4) } })).answerQuestion);
    const started = await datesOf(id);
    expect(started.legal.sentences).toContainEqual(expect.stringMatching(STARTED));
    expect(started.legal.date > before.legal.date && started.legal.date <= waiting.legal.date).toBe(true);
    expect((await clockOf(id)).dueAt).toBe(clock.dueAt);
  });

  it('counts from the last thing that came, and asks for each of them once', async () => {
    const id = await opened(10);
    const times = { askedAt: daysAgo(9), answeredAt: daysAgo(8) };
    accepted((await officer.run('askQuestion', { id, question: { ...AUTHORITY, askedAt: times.askedAt } })).askQuestion);
    const second = (await officer.run('askQuestion', { id, question: IDENTITY })).askQuestion;
    expect(second).toMatchObject({ code: 'WRONG_STATE', message: 'Another question is open.' });
    accepted((await officer.run('answerQuestion', { id, answer: { answeredAt: times.answeredAt } })).answerQuestion);
    const again = (await officer.run('askQuestion', { id, question: { ...AUTHORITY, confirmsLate: true } })).askQuestion;
    expect(again).toMatchObject({ code: 'WRONG_STATE', message: 'This was asked for already.' });
    const question = { ...IDENTITY, confirmsLate: true, askedAt: daysAgo(7) };
    accepted((await officer.run('askQuestion', { id, question })).askQuestion);
    accepted((await officer.run('answerQuestion', { id, answer: { answeredAt: daysAgo(2) } })).answerQuestion);
    const { legal } = await datesOf(id);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(daysAgo(2)));
    const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
    expect(legal.sentences.find((each) => STARTED.test(each))).toContain(words.format(new Date(day)));
  });

  it('waits for a document that is demanded on a doubt', async () => {
    const id = await opened(10);
    accepted((await officer.run('noteDoubt', { id, doubt: { because: 'unknown_sender', text: 'A new mailbox.' } })).noteDoubt);
    const why = {
      ...{ dataTypes: 'Stays.', isSpecial: false, nature: 'A copy.', context: 'A new mailbox.', harm: 'Somebody would know.' },
      ...{ harmLevel: 'high' as const, nothingLess: 'There is no account.' },
    };
    const before = await datesOf(id);
    accepted((await officer.run('demandDocument', { id, why })).demandDocument);
    const waiting = await datesOf(id);
    expect(waiting.legal.sentences).toContainEqual(expect.stringMatching(NOT_STARTED));
    expect(waiting.workBy).toBe(before.workBy);
  });
});
