import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { refuseUnfounded, UNFOUNDED } from './refusing.js';
import { SubjectBrowser } from './subject-browser.js';

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
let website: ServiceClient;
beforeAll(async () => {
  ({ house, catcher, officer, website } = await mailedHouse());
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
});

/** A request of somebody about whom nothing is held: that answer waits for an officer. */
async function handedOver(email: string) {
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
  const input = { clientKey: `told-${email}`, identifiers, rights: ['access' as const], language: 'en' as const };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  return { id: request.id, reference: request.reference, claimCode };
}

async function mailTo(email: string, subject: RegExp): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail !== undefined && mail.to.includes(email) && subject.test(mail.subject)) return mail;
  }
}

describe('a subject whose request is refused', () => {
  it('is written to, and reads the reasons and the letter behind reference and claim code (IDV-08, OUT-02)', async () => {
    const email = 'nobody.one@example.org';
    const { id, reference, claimCode } = await handedOver(email);
    const letter = { kind: 'acknowledgement' as const, facts: JSON.stringify({ identity: 'link_or_code' }) };
    accepted((await officer.client.run('writeLetter', { id, letter })).writeLetter);
    await refuseUnfounded(officer, id);
    const mail = await mailTo(email, /our answer/u);
    expect(mail.subject).toBe(`Request ${reference}: our answer`);
    expect(mail.text).not.toContain(UNFOUNDED.reason);
    const find = new URL(/https?:\/\/\S+\/follow/u.exec(mail.text)?.[0] ?? '').pathname;
    expect(find).toBe('/ask/hostel/follow');
    const browser = new SubjectBrowser(house.url);
    const page = await browser.post(find, { reference, claimCode });
    expect(page.html).toContain(UNFOUNDED.reason);
    const path = /href="(\/ask\/hostel\/requests\/[^"]+\/letters\/1)"/u.exec(page.html)?.[1] ?? '';
    const read = await browser.open(path);
    expect([read.status, read.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(read.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(read.html).toContain(reference);
    expect((await browser.open(path.replace(/1$/u, '2'))).status).toBe(404);
    const stranger = await new SubjectBrowser(house.url).open(path);
    expect(stranger.html).not.toContain(reference);
  }, 60_000);
});

describe('a subject', () => {
  it('is written to when something is asked, when it takes longer, and when it has ended', async () => {
    const email = 'nobody.two@example.org';
    const { id } = await handedOver(email);
    const question = { kind: 'identity' as const, doubt: 'unknown_sender' as const, text: 'Which room was it?' };
    accepted((await officer.client.run('askQuestion', { id, question })).askQuestion);
    expect((await mailTo(email, /a question/u)).text).not.toContain('room');
    accepted((await officer.client.run('answerQuestion', { id, answer: { text: 'The blue one.' } })).answerQuestion);
    const promisedOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const notice = { explanation: 'There are many places to look in.', promisedOn, contact: 'privacy@example.org' };
    const extension = { reason: 'scattered_sources' as const, notice };
    accepted((await officer.client.run('extendRequest', { id, extension })).extendRequest);
    expect((await mailTo(email, /a new date/u)).text).not.toContain('many places');
    accepted((await officer.client.run('cancelRequest', { id, reason: 'Withdrawn by telephone.' })).cancelRequest);
    expect((await mailTo(email, /is closed/u)).text).toContain('is destroyed after');
    const { request } = await officer.client.run('messages', { id });
    expect(request?.messages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'question sent',
      'extended sent',
      'closed sent',
    ]);
  }, 60_000);
});
