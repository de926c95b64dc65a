import { type CaughtMail, type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import { clockHouse, PATIENT, VISITOR } from './clock-house.js';
import { StoreWindow } from './faults/house/store-window.js';
import { tokenOf } from './people.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let house: Awaited<ReturnType<typeof clockHouse>>;
let catcher: MailCatcher;
let officer: ServiceClient;
let website: ServiceClient;
beforeAll(async () => {
  catcher = await startMailCatcher();
  const settings =
    `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n` +
    'publicUrl: http://127.0.0.1:4000\n';
  house = await clockHouse({ jurisdiction: 'FR', healthFastTrack: true, settings });
  officer = house.officer.client;
  ({ client: website } = await tokenOf(house.officer, ['request.handOver', 'request.read']));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
});

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** A request that reached the practice so many hours ago, searched once its proof is noted. */
async function opened(email: string, hours = 0): Promise<string> {
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'a letter' }];
  const input = {
    clientKey: `of-${email}-${String(Math.random())}`,
    identifiers,
    rights: ['access' as const],
    receivedAt: hoursAgo(hours),
  };
  return accepted((await officer.run('openRequest', { input })).openRequest).id;
}

async function searched(id: string): Promise<void> {
  accepted((await officer.run('startRequest', { id })).startRequest);
  await until(id, 'awaiting_release');
}

async function until(id: string, state: string): Promise<void> {
  while ((await officer.run('request', { id })).request?.state !== state) await new Promise((wake) => setTimeout(wake, 20));
}

async function datesOf(id: string, language: 'en' | 'fr' = 'en') {
  const { request } = await officer.run('requestDeadlines', { id, language });
  if (request === null) throw new Error('There is no such request.');
  return request.deadlines;
}

async function dueAtOf(id: string): Promise<number> {
  const { request } = await officer.run('requestClock', { id });
  return Date.parse(request?.dueAt ?? '');
}

const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / DAY_MS;

async function release(id: string, reason: string) {
  return (await officer.run('releaseRequest', { id, release: { days: 3, reason } })).releaseRequest;
}

describe('DLN-10 a request to a practice whose files have a fast track', () => {
  it('is due in eight days from its receipt on, and says why in the language that is asked for', async () => {
    const id = await opened(PATIENT);
    const dates = await datesOf(id);
    expect(daysBetween(dates.received, dates.workBy)).toBe(8);
    expect([dates.limit, dates.dates[0]?.name, dates.dates[0]?.date]).toEqual([dates.workBy, 'dueHealth', dates.workBy]);
    expect(dates.dates[0]?.sentences).toContain(
      'Health information may be among it: its period holds until a search has found none.',
    );
    expect((await datesOf(id, 'fr')).dates[0]?.title).toBe('Date des informations de santé');
    expect(await dueAtOf(id)).toBe(Date.parse(dates.lateFrom));
    const { requests } = await officer.run('requests', { first: 9 });
    expect(requests.edges.map(({ node }) => [node.id, node.dueAt])).toEqual([[id, dates.lateFrom]]);
  });

  it('keeps that date where files of the person are found, whatever is asked or extended', async () => {
    const id = await opened(PATIENT, 1);
    await searched(id);
    const before = await datesOf(id);
    expect(before.dates[0]?.sentences).toContain('Health information was found: its period holds.');
    const question = { kind: 'identity' as const, doubt: 'several_people' as const, text: 'There are two of them.' };
    accepted((await officer.run('askQuestion', { id, question })).askQuestion);
    accepted((await officer.run('answerQuestion', { id, answer: { text: 'I am Ann.' } })).answerQuestion);
    const promisedOn = new Date(Date.now() + 40 * DAY_MS).toISOString().slice(0, 10);
    const notice = { explanation: 'Much has to be read.', promisedOn, contact: 'dpo@practice.example' };
    const extension = { reason: 'volume_of_data' as const, notice };
    accepted((await officer.run('extendRequest', { id, extension })).extendRequest);
    const after = await datesOf(id);
    expect(after).toMatchObject({ isExtended: true, workBy: before.workBy, limit: before.limit, lateFrom: before.lateFrom });
    expect(await dueAtOf(id)).toBe(Date.parse(before.lateFrom));
  });

  it('has its month where a search finds no file of the person', async () => {
    const id = await opened(VISITOR, 1);
    expect(daysBetween((await datesOf(id)).received, (await datesOf(id)).workBy)).toBe(8);
    await searched(id);
    const dates = await datesOf(id);
    expect(daysBetween(dates.received, dates.workBy)).toBeGreaterThanOrEqual(28);
    expect([dates.notBefore, dates.dates.map(({ name }) => name)]).toEqual([null, expect.not.arrayContaining(['dueHealth'])]);
    expect(await dueAtOf(id)).toBeGreaterThan(Date.now() + 20 * DAY_MS);
    expect(await release(id, 'They are known.')).toMatchObject({ state: 'released' });
  });

  it('is released by an officer after 48 hours, and before that refused with when', async () => {
    const id = await opened(PATIENT, 47);
    await searched(id);
    const { notBefore } = await datesOf(id);
    expect(Math.round((Date.parse(notBefore ?? '') - Date.now()) / HOUR_MS)).toBe(1);
    expect(await release(id, 'They are in a hurry.')).toMatchObject({
      code: 'WRONG_STATE',
      message: `Health information is not handed out before ${String(notBefore)}.`,
    });
    const late = await opened(PATIENT, 49);
    await searched(late);
    expect(await release(late, 'They are known.')).toMatchObject({ state: 'released' });
  });

  it('goes out by itself once that time is over, with nobody touching it', async () => {
    const identifiers = [{ kind: 'email' as const, value: PATIENT, provedBy: 'a code' }];
    const input = { clientKey: 'website-ann', identifiers, rights: ['access' as const] };
    const { request } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
    await until(request.id, 'awaiting_release');
    const hold = await holdOf(request.id);
    expect(hold).toMatchObject({ state: 'pending', dueAt: (await datesOf(request.id)).notBefore });
    const window = new StoreWindow({ sqlite: join(house.folder, 'data', 'habeas.db') });
    await window.rows('UPDATE request SET received_at = received_at - ? WHERE id = ?', 2 * DAY_MS, request.id);
    await window.letBeDue(request.id, 'not-before');
    await until(request.id, 'released');
    expect((await mailWithLink()).to).toContain(PATIENT);
  }, 60_000);
});

async function holdOf(id: string) {
  for (;;) {
    const { request } = await officer.run('requestWork', { id });
    const hold = request?.steps.find(({ kind }) => kind === 'not-before');
    if (hold !== undefined) return hold;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

async function mailWithLink(): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.text.includes('/ask/club/d/') === true) return mail;
  }
}
