import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeeInput } from '../src/client/operations.generated.js';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { ask, member } from './people.js';
import { SubjectBrowser } from './subject-browser.js';

const WORDS = 'The canary writes that it only tests whether anybody reads this.';

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

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const feeOf = (fields: Partial<FeeInput> = {}): FeeInput => ({
  ...{ cause: 'manifestly_unfounded', evidence: WORDS, currency: 'EUR', answerBy: inDays(14) },
  costs: [
    { cost: 'printing', cents: 150 },
    { cost: 'postage', cents: 420 },
  ],
  ...fields,
});
const announced = async (id: string, fee = feeOf()) => (await officer.client.run('announceFee', { id, fee })).announceFee;
const stateOf = async (id: string) => (await officer.client.run('request', { id })).request?.state;

async function mailTo(email: string, shows: RegExp): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.to.includes(email) === true && shows.test(mail.text)) return mail;
  }
}

async function until(id: string, ...states: readonly string[]): Promise<void> {
  while (!states.includes((await stateOf(id)) ?? '')) await new Promise((wake) => setTimeout(wake, 20));
}

/** A request that goes out by itself once it is proved who asks, and the subject's way to its page. */
async function handedOver(email: string, provedBy?: string) {
  const identifiers = [{ kind: 'email' as const, value: email, ...(provedBy === undefined ? {} : { provedBy }) }];
  const input = { clientKey: `website-${email}-${String(Math.random())}`, identifiers, rights: ['access' as const] };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  return { id: request.id, reference: request.reference, claimCode };
}

/** The same, proved and searched, with a fee that keeps it: nothing else does. */
async function held() {
  const email = guests.shift() ?? '';
  const own = await handedOver(email);
  accepted(await announced(own.id));
  const attestations = [{ identifier: 1, provedBy: 'answered a mail' }];
  accepted((await officer.client.run('attestIdentity', { id: own.id, attestations })).attestIdentity);
  accepted((await officer.client.run('startRequest', { id: own.id })).startRequest);
  await until(own.id, 'awaiting_release');
  return { ...own, email };
}

describe('a fee (OUT-06)', () => {
  it('keeps the answer, and the subject accepts it on their page without a script: then it goes out by itself', async () => {
    const { id, reference, claimCode, email } = await held();
    const { request } = await officer.client.run('requestGate', { id, language: 'en' });
    expect(request?.gate?.reasons).toMatchObject([{ code: 'fee' }]);
    const browser = new SubjectBrowser(house.url);
    const { html } = await browser.post('/ask/hostel/follow', { reference, claimCode });
    expect(html).toMatch(/What it would cost[\s\S]*I accept to pay €5\.70[\s\S]*We told you what it would cost/u);
    expect(html).not.toContain('canary');
    const form = /<form method="post" action="([^"]*\/fee[^"]*)"/u.exec(html)?.[1] ?? '';
    expect((await browser.post(form, {})).html).toContain('You have accepted the price');
    await until(id, 'released');
    await mailTo(email, /#/u);
    const { fee } = (await officer.client.run('fee', { id })).request ?? {};
    expect(fee).toMatchObject({
      standing: 'accepted',
      total: 570,
      acceptedBy: 'subject',
      cause: 'manifestly_unfounded',
      evidence: WORDS,
    });
    expect((await browser.post(form, {})).html).toContain('You have accepted to pay');
    expect((await browser.send(form)).headers.get('location')).toContain(id);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: id });
    const actions = auditTrail.edges.map(({ node }) => node.action);
    expect(actions).toEqual(expect.arrayContaining(['fee.announce', 'fee.accept']));
    expect(JSON.stringify(auditTrail) + house.log.join('')).not.toContain('canary');
  });

  it('is announced by e-mail once an address is proved, and ends with the request when that is withdrawn', async () => {
    const email = guests.shift() ?? '';
    const input = {
      clientKey: `paper-${email}`,
      identifiers: [{ kind: 'email' as const, value: email, provedBy: 'a test' }],
      rights: ['access' as const],
    };
    const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
    accepted(await announced(id, feeOf({ currency: 'CHF' })));
    const { text } = await mailTo(email, /cost|coûte/u);
    expect(text).toMatch(/5[.,]70/u);
    expect(text).not.toContain('canary');
    const { request } = await officer.client.run('requestClock', { id });
    expect(request?.agenda).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'fee-answer', isPast: false })]));
    const { claimCode } = accepted((await officer.client.run('renewClaimCode', { id })).renewClaimCode);
    const { reference } = (await officer.client.run('request', { id })).request ?? { reference: '' };
    const browser = new SubjectBrowser(house.url, 'fr');
    const { html } = await browser.post('/ask/hostel/follow', { reference, claimCode });
    expect(html).toContain('J’accepte de payer');
    const withdraw = /href="([^"]*\/withdraw[^"]*)"/u.exec(html)?.[1] ?? '';
    await browser.post(withdraw, {});
    expect(await stateOf(id)).toBe('cancelled');
  });

  it('for a further copy is of an answer that was fetched, and its letter names both', async () => {
    const email = guests.shift() ?? '';
    const first = await handedOver(email, 'signed in to the website');
    await until(first.id, 'released');
    const input = {
      ...{ clientKey: `again-${email}`, rights: ['access' as const], language: 'en' as const },
      identifiers: [{ kind: 'email' as const, value: email, provedBy: 'a test' }],
    };
    const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
    const copy = feeOf({ cause: 'further_copy', earlier: first.id, evidence: 'The guest wants the same files on paper.' });
    expect(await announced(id, copy)).toMatchObject({ code: 'WRONG_STATE', message: 'Nobody has fetched the earlier copy.' });
    const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec((await mailTo(email, /#/u)).text)?.[0] ?? '').split('#');
    const browser = new SubjectBrowser(house.url);
    const path = new URL(address).pathname;
    await browser.post(path, { secret, claimCode: first.claimCode });
    await (await browser.send(`${path}/archive`)).arrayBuffer();
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: first.id });
    expect(auditTrail.edges.map(({ node }) => node.action)).toContain('delivery.complete');
    expect(await announced(id, { ...copy, earlier: null })).toMatchObject({ code: 'NOT_FOUND' });
    accepted(await announced(id, copy));
    const { fee } = (await officer.client.run('fee', { id })).request ?? {};
    expect(fee).toMatchObject({
      cause: 'further_copy',
      earlier: first.id,
      earlierOn: expect.any(String),
      acceptedAt: null,
      endedAt: null,
    });
    const { text } = accepted((await officer.client.run('letterPreview', { id, letter: { kind: 'fee' } })).letterPreview);
    expect(text).toMatch(/one more copy of the same data[\s\S]*€5\.70 in all[\s\S]*nothing happens by itself/u);
    const browser2 = new SubjectBrowser(house.url);
    const { claimCode } = accepted((await officer.client.run('renewClaimCode', { id })).renewClaimCode);
    const { reference } = (await officer.client.run('request', { id })).request ?? { reference: '' };
    expect((await browser2.post('/ask/hostel/follow', { reference, claimCode })).html).toContain('one more copy of the same');
  });

  it('for an excess has a letter with its evidence; without one announced the officer gives the facts', async () => {
    const email = 'twice@example.org';
    const open = async (key: string) => {
      const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'a test' }];
      const input = { clientKey: key, identifiers, rights: ['access' as const], language: 'en' as const };
      return accepted((await officer.client.run('openRequest', { input })).openRequest).id;
    };
    const [earlier, id] = [await open('twice-key-1'), await open('twice-key-2')];
    const letter = { kind: 'fee' as const };
    expect((await officer.client.run('letterPreview', { id, letter })).letterPreview).toMatchObject({ code: 'INVALID_INPUT' });
    accepted(await announced(id, feeOf({ cause: 'excessive', earlier })));
    const { text } = accepted((await officer.client.run('letterPreview', { id, letter })).letterPreview);
    expect(text).toMatch(/Your request repeats[\s\S]*canary writes/u);
    const { claimCode } = accepted((await officer.client.run('renewClaimCode', { id })).renewClaimCode);
    const { reference } = (await officer.client.run('request', { id })).request ?? { reference: '' };
    const page = await new SubjectBrowser(house.url).post('/ask/hostel/follow', { reference, claimCode });
    expect(page.html).toContain('Your request repeats the one of');
  });

  it('is waived by the officer alone; a handler notes that it was paid, and no program does either (OUT-03)', async () => {
    const { id } = await held();
    const handler = await member(house, officer, 'hostel', 'handler');
    for (const [name, variables] of [
      ['announceFee', { id, fee: feeOf() }],
      ['waiveFee', { id }],
    ] as const) {
      expect((await ask(handler.client, name, variables)).body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    expect((await ask(website, 'noteFee', { id, noted: { as: 'paid' } })).body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    accepted((await handler.client.run('noteFee', { id, noted: { as: 'accepted', words: 'By telephone.' } })).noteFee);
    await until(id, 'released');
    const other = await handedOver('nobody@example.org');
    accepted(await announced(other.id));
    const letter = { kind: 'fee' as const, language: 'en' as const };
    const written = accepted((await officer.client.run('letterPreview', { id: other.id, letter })).letterPreview);
    expect(written.text).toMatch(/manifestly unfounded[\s\S]*canary writes/u);
    accepted((await officer.client.run('waiveFee', { id: other.id, words: 'Too little.' })).waiveFee);
    const { fee } = (await officer.client.run('fee', { id: other.id })).request ?? {};
    expect(fee).toMatchObject({ standing: 'waived', endedAt: expect.any(String) });
  });
});
