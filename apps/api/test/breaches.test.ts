import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { ask, member } from './people.js';
import { SubjectBrowser } from './subject-browser.js';

const WORDS = 'Cleo Canary telephoned: it came to her mailbox.';
const HOUR_MS = 3_600_000;

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
let website: ServiceClient;
let guests: string[];
beforeAll(async () => {
  ({ house, catcher, officer, website } = await mailedHouse());
  guests = house.world.guests
    .filter(({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'))
    .flatMap(({ given }) => given.filter(({ kind }) => kind === 'email').map(({ value }) => value));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
});

async function mailTo(email: string): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.to.includes(email) === true && mail.text.includes('#')) return mail;
  }
}

/** An answer that went out by itself, and a browser that its link and claim code have let in. */
async function openedAnswer() {
  const email = guests.shift() ?? '';
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
  const input = { clientKey: `website-${email}`, identifiers, rights: ['access' as const] };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec((await mailTo(email)).text)?.[0] ?? '').split('#');
  const path = new URL(address).pathname;
  const browser = new SubjectBrowser(house.url);
  expect((await browser.post(path, { secret, claimCode })).status).toBe(200);
  return { id: request.id, browser, path, keys: { secret, claimCode } };
}

const breachesOf = async (id: string) => (await officer.client.run('breaches', { id })).request?.breaches ?? [];

describe('DEL-03: an answer that reached somebody else', () => {
  it('is noted by an officer: nobody fetches it any more, and 72 hours run, in the agenda too', async () => {
    const { id, browser, path, keys } = await openedAnswer();
    expect((await browser.send(`${path}/archive`, { method: 'HEAD' })).status).toBe(200);
    const before = Date.now();
    accepted((await officer.client.run('noteWrongRecipient', { id, noted: { words: WORDS } })).noteWrongRecipient);
    expect((await browser.send(`${path}/archive`, { method: 'HEAD' })).status).not.toBe(200);
    expect((await new SubjectBrowser(house.url).post(path, keys)).html).not.toMatch(/<a [^>]* download[ >]/u);
    const [breach] = await breachesOf(id);
    expect(breach).toMatchObject({ id: 'b1', openings: 1, downloads: 0, outcome: null, isLate: false, words: WORDS });
    expect(breach?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(Date.parse(String(breach?.notifyBy)) - before).toBeGreaterThanOrEqual(72 * HOUR_MS);
    const { request } = await officer.client.run('requestClock', { id });
    expect(request?.agenda).toMatchObject([{ what: 'breach-notice', isPast: false }]);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: id });
    expect(auditTrail.edges.map(({ node }) => node.action)).toContain('breach.note');
    expect(JSON.stringify(auditTrail) + house.log.join('')).not.toContain('Canary');
  });

  it('is ended by the officer alone, and stays as facts when everything else is destroyed', async () => {
    const { id } = await openedAnswer();
    const handler = await member(house, officer, 'hostel', 'handler');
    accepted((await handler.client.run('noteWrongRecipient', { id, noted: { words: WORDS } })).noteWrongRecipient);
    const end = { outcome: 'subject_notified_too' as const, words: 'Both were written to.' };
    const refused = await ask(handler.client, 'endBreach', { id, breach: 'b1', end });
    expect(refused.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    accepted((await officer.client.run('endBreach', { id, breach: 'b1', end })).endBreach);
    expect(await breachesOf(id)).toMatchObject([{ outcome: 'subject_notified_too', minutesLeft: null, endWords: end.words }]);
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    expect(await breachesOf(id)).toMatchObject([
      { outcome: 'subject_notified_too', openings: 1, isLate: false, words: null, endWords: null },
    ]);
  });

  it('is told in words to those who may note one, and to no program', async () => {
    const { id } = await openedAnswer();
    accepted((await officer.client.run('noteWrongRecipient', { id, noted: { words: WORDS } })).noteWrongRecipient);
    const answer = await ask(website, 'breaches', { id });
    expect(answer.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(JSON.stringify(answer.body)).not.toContain('Canary');
  });
});
