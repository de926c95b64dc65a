import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaughtMail, type MailCatcher, type PersonOfInterest, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { fieldsIn, forAccessAlone } from './archive-fields.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { tokenOf } from './people.js';
import { firstOfficer, instead, type SmallHouse, smallHouse } from './small-house.js';
import { SubjectBrowser } from './subject-browser.js';

const [KEY, OTHER_KEY] = [1, 2].map((fill) => `whsec_${Buffer.alloc(24, fill).toString('base64')}`) as [string, string];
const NETWORKS = `privateNetworks: ['127.0.0.0/8']`;

/** Two installations: one that sends, one that receives. A third answers whatever it is told to, or is not there. */
let receiver: SmallHouse;
let receiving: Officer;
let sender: ServiceHouse;
let officer: Officer;
let website: ServiceClient;
let catcher: MailCatcher;
let stranger: Server;
let folder: string;
let guests: readonly string[];
/** Of somebody whose answer waits for an officer: others are in it. */
let stayed: string;
let strangerStatus = 403;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-transmissions-'));
  catcher = await startMailCatcher();
  receiver = await smallHouse(
    `worker: { idleSeconds: 0.02 }\ntransmissions: { club: { largestMebibytes: 8, senders: { hostel: { name: The hostel, secrets: ['${KEY}'] } } } }\n`,
  );
  receiving = await firstOfficer(receiver);
  stranger = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(strangerStatus).end());
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const port = String((stranger.address() as AddressInfo).port);
  sender = await serviceHouse(`mail: { smtp: '${catcher.url}', from: privacy@example.org }
worker: { idleSeconds: 0.02 }
transmissions:
  hostel:
    receivers:
      union: { name: Sports union, endpoint: { url: '${receiver.url}', controller: club, secrets: ['${KEY}'], ${NETWORKS} } }
      forger: { name: Forger, endpoint: { url: '${receiver.url}', controller: club, secrets: ['${OTHER_KEY}'], ${NETWORKS} } }
      stranger: { name: Stranger, endpoint: { url: 'http://127.0.0.1:${port}', controller: club, secrets: ['${KEY}'], ${NETWORKS} } }
      paper: { name: Paper only }
`);
  officer = await officerOf(sender, 'hostel');
  ({ client: website } = await tokenOf(officer, ['request.handOver', 'request.read']));
  const settled = sender.world.guests.filter(({ truth }) => truth.queued.length === 0);
  const hasStayed = ({ truth }: PersonOfInterest): boolean =>
    truth.included.some(({ collection }) => collection === 'reservation');
  guests = settled.filter((guest) => !hasStayed(guest)).flatMap(emailsOf);
  stayed = settled.filter(hasStayed).flatMap(emailsOf)[0] ?? '';
}, 120_000);
afterAll(async () => {
  await sender.stop();
  await receiver.stop();
  await catcher.close();
  stranger.close();
  rmSync(folder, { recursive: true });
});

function emailsOf({ given }: PersonOfInterest): readonly string[] {
  return given.flatMap(({ kind, value }) => (kind === 'email' ? [value] : []));
}

let used = 0;

/** A guest's request that was answered, followed by the browser that has shown its claim code. */
async function answered(email = guests[(used += 1)] ?? '') {
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
  const input = {
    clientKey: `site-${email}`,
    identifiers,
    rights: ['access' as const],
    format: 'csv' as const,
    language: 'en' as const,
  };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  if (email === stayed) await release(request.id);
  await mailTo(email, /can be downloaded/u);
  const browser = new SubjectBrowser(sender.url);
  await browser.post('/ask/hostel/follow', { reference: request.reference, claimCode });
  return { id: request.id, email, browser, page: `/ask/hostel/requests/${request.id}` };
}

async function release(id: string): Promise<void> {
  for (;;) {
    const { request } = await officer.client.run('request', { id });
    if (request?.state === 'awaiting_release') break;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
}

async function mailTo(email: string, about: RegExp): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail !== undefined && mail.to.includes(email) && about.test(mail.text)) return mail;
  }
}

async function transmissionsOf(id: string) {
  return (await officer.client.run('transmissions', { id })).request?.transmissions ?? [];
}

async function ended(id: string) {
  for (;;) {
    const all = await transmissionsOf(id);
    if (all.length > 0 && all.every(({ state }) => state !== 'waiting')) return all;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

const received = async () => (await receiving.client.run('receivedTransmissions', {})).receivedTransmissions;

/** What an officer of the receiver fetches. */
function fetched(id: string) {
  return receiving.client.send(`/transmissions/${id}`);
}

/** A record's own key stays: without it nothing could point to it. */
const KEYS: ReadonlySet<string> = new Set([
  'hostel.compte_client.no_client',
  'hostel.reservation.no_reservation',
  'hostel.sejour.no_sejour',
  'hostel.facture.no_facture',
  'hostel.ligne_facture.no_facture',
  'hostel.ligne_facture.rang',
  'hostel.paiement.no_paiement',
  'hostel.consentement.no_client',
  'hostel.envoi_campagne.no_envoi',
  'hostel.enquete_satisfaction.no_reponse',
]);

describe('data that goes to another controller on its subject’s instruction (DEL-04)', () => {
  it('is chosen on the page of the request, arrives whole, and is told to the subject with its day', async () => {
    const { id, email, browser, page } = await answered();
    expect((await browser.open(page)).html).toContain('Send my data to another organisation');
    const form = await browser.open(`${page}/transmit`);
    for (const name of ['Sports union', 'Paper only', 'It costs nothing']) expect(form.html).toContain(name);
    expect((await browser.post(`${page}/transmit`, { receiver: 'union', other: '' })).html).toContain('We have noted it');
    const [sent] = await ended(id);
    expect(sent).toMatchObject({ receiver: 'union', orderedBy: 'subject', state: 'sent', reason: null });
    const [kept] = await received();
    expect(kept).toMatchObject({
      sender: 'hostel',
      offered: sent?.id,
      sha256: sent?.receipt?.sha256,
      bytes: sent?.receipt?.bytes,
    });
    expect((await browser.open(page)).html).toMatch(/We sent your data to <bdi>Sports union<\/bdi> on .*everything arrived/u);
    const mail = await mailTo(email, /sent the data that you can take with you/u);
    expect(mail.text).not.toContain('Sports union');
  }, 60_000);

  it('is the portable part only: no report, nothing that is for access alone, and an archive that verifies', async () => {
    const { id, browser, page } = await answered(stayed);
    await browser.post(`${page}/transmit`, { receiver: 'union', other: '' });
    const [sent] = await ended(id);
    const kept = (await received()).find(({ offered }) => offered === sent?.id);
    const response = await fetched(kept?.id ?? '');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sent?.receipt?.sha256);
    const path = join(folder, 'received.zip');
    writeFileSync(path, bytes);
    expect(bytes.toString('latin1')).not.toContain('report.pdf');
    const answer = join(folder, 'answer.zip');
    writeFileSync(answer, Buffer.from(await (await officer.client.send(`/archives/${id}`)).arrayBuffer()));
    const [whole, portable] = [await fieldsIn(answer), await fieldsIn(path)];
    const forAccess = await forAccessAlone(officer.client);
    expect(forAccess.filter((field) => whole.has(field) && !portable.has(field))).not.toEqual([]);
    expect(forAccess.filter((field) => portable.has(field) && !KEYS.has(field))).toEqual([]);
  }, 60_000);

  it('can be noted by staff with the subject’s words, and needs a fresh proof', async () => {
    const { id } = await answered();
    const transmission = { receiver: 'union', instruction: 'By telephone on Monday: to the sports union.' };
    const early = (await officer.client.run('orderTransmission', { id, transmission })).orderTransmission;
    if (early.__typename === 'Refusal') {
      expect(early.code).toBe('STEP_UP_REQUIRED');
      await officer.stepUp();
      accepted((await officer.client.run('orderTransmission', { id, transmission })).orderTransmission);
    }
    expect(await ended(id)).toMatchObject([{ orderedBy: 'staff', state: 'sent' }]);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 20, request: id });
    const actions = auditTrail.edges.map(({ node }) => node.action);
    for (const action of ['transmission.order', 'transmission.make', 'transmission.send']) expect(actions).toContain(action);
    expect(JSON.stringify(auditTrail)).not.toContain('Monday');
  }, 60_000);

  it('leaves no archive behind where it was sent', async () => {
    const { id, browser, page } = await answered();
    await browser.post(`${page}/transmit`, { receiver: 'union', other: '' });
    await ended(id);
    const left = async (): Promise<readonly string[]> => {
      const names: string[] = [];
      for await (const name of sender.started.service.blobs.list(`hostel/${id}/transmit`)) names.push(name);
      return names;
    };
    while ((await left()).length > 0) await new Promise((wake) => setTimeout(wake, 20));
    expect(await left()).toEqual([]);
  }, 60_000);

  it('reaches its receiver once where that dies after it has begun to take it', async () => {
    const { vault } = receiver.service.desk;
    const original = vault.put.bind(vault);
    const tries = { count: 0 };
    const restore = instead(vault, 'put', async (key, name, content) => {
      tries.count += 1;
      if (tries.count > 2) return original(key, name, content);
      for await (const _part of content) throw new Error('The machine is gone.');
    });
    const { id, browser, page } = await answered();
    await browser.post(`${page}/transmit`, { receiver: 'union', other: '' });
    const [sent] = await ended(id);
    restore();
    expect(sent?.state).toBe('sent');
    expect(tries.count).toBeGreaterThan(2);
    expect((await received()).filter(({ offered }) => offered === sent?.id)).toHaveLength(1);
  }, 60_000);
});

describe('data that cannot go to another controller (DEL-05)', () => {
  it.each([
    ['one that is not listed', { other: 'My <b>new</b> bank' }, 'not_listed', /&lt;b&gt;new.*no secure way to send/su],
    ['one without an address', { receiver: 'paper', other: '' }, 'no_endpoint', /no secure address where it takes data in/u],
    ['one that takes nothing of ours', { receiver: 'stranger', other: '' }, 'refused', /did not take it in/u],
    ['one that knows another key', { receiver: 'forger', other: '' }, 'refused', /did not take it in/u],
  ])(
    'to %s: its subject is told why, and can download it all the same',
    async (_what, fields, reason, words) => {
      const { id, email, browser, page } = await answered();
      await browser.post(`${page}/transmit`, fields);
      expect(await ended(id)).toMatchObject([{ state: 'failed', reason, receipt: null }]);
      const { html } = await browser.open(page);
      expect(html).toMatch(words);
      expect(html).toContain('You can still download your data yourself');
      await mailTo(email, /could not send your data to the other organisation/u);
      expect((await officer.client.run('requestDelivery', { id })).request?.delivery?.left).toBe(5);
    },
    60_000,
  );

  it('is tried again while the other side does not work', async () => {
    strangerStatus = 503;
    const { id, browser, page } = await answered();
    await browser.post(`${page}/transmit`, { receiver: 'stranger', other: '' });
    await new Promise((wake) => setTimeout(wake, 300));
    expect(await transmissionsOf(id)).toMatchObject([{ state: 'waiting' }]);
    expect((await browser.open(page)).html).toContain('We are doing it.');
    strangerStatus = 403;
    expect(await ended(id)).toMatchObject([{ state: 'failed', reason: 'refused' }]);
  }, 60_000);

  it('is asked for by a name or a choice, and not for an answer that was taken back', async () => {
    const { id, browser, page } = await answered();
    expect((await browser.post(`${page}/transmit`, { other: '' })).html).toContain('Choose an organisation');
    expect((await browser.post(`${page}/transmit`, { other: 'x'.repeat(201) })).html).toContain('aria-invalid');
    accepted((await officer.client.run('revokeLink', { id })).revokeLink);
    expect((await browser.open(`${page}/transmit`)).html).not.toContain('Sports union');
    await browser.post(`${page}/transmit`, { receiver: 'union', other: '' });
    expect(await transmissionsOf(id)).toEqual([]);
  }, 60_000);
});
