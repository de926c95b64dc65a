import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { SubjectBrowser, type SubjectPage, workedOut } from './subject-browser.js';

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
let website: ServiceClient;
let folder: string;
/** Guests of the hostel who never stayed there: nothing about them is doubtful. */
let guests: readonly string[];
beforeAll(async () => {
  ({ house, catcher, officer, website } = await mailedHouse());
  folder = mkdtempSync(join(tmpdir(), 'habeas-subject-'));
  guests = house.world.guests
    .filter(({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'))
    .flatMap(({ given }) => given.filter(({ kind }) => kind === 'email').map(({ value }) => value));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
  rmSync(folder, { recursive: true });
});

async function handedOver(email: string, clientKey = `website-${email}`) {
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
  const input = { clientKey, identifiers, rights: ['access' as const], format: 'csv' as const, language: 'en' as const };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  return { id: request.id, reference: request.reference, claimCode };
}

async function mailTo(email: string, about: RegExp): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail !== undefined && mail.to.includes(email) && about.test(mail.text)) return mail;
  }
}

/** The link of a message: the path that a browser asks for, and the secret that it keeps to itself. */
function linkIn({ text }: CaughtMail): { readonly path: string; readonly secret: string } {
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(text)?.[0] ?? '').split('#');
  return { path: new URL(address).pathname, secret };
}

describe('a request that a website hands over', () => {
  it('answers itself, and its subject downloads the archive with the link and the claim code', async () => {
    const [email = ''] = guests;
    const { id, reference, claimCode } = await handedOver(email);
    const { path, secret } = linkIn(await mailTo(email, /#/u));
    const browser = new SubjectBrowser(house.url);
    const opened = await browser.open(path);
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await browser.post(path, { secret, claimCode: '00000000' })).status).toBe(403);
    const download = await browser.post(path, { secret: `${house.url}${path}#${secret}`, claimCode });
    expect(download.status).toBe(200);
    expect(download.html).toContain(reference);
    const response = await browser.send(`${path}/archive`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="export-${reference}.zip"`);
    writeFileSync(join(folder, 'export.zip'), bytes);
    expect((await verifyArchive(join(folder, 'export.zip'))).ok).toBe(true);
    const { request } = await officer.client.run('requestDelivery', { id });
    expect(request).toMatchObject({ state: 'released', delivery: { isAutomatic: true, completed: 1, left: 4, failures: 1 } });
  }, 60_000);

  it('is opened once for each key, and tells another claim code then', async () => {
    const email = guests[1] ?? '';
    const first = await handedOver(email);
    const { input } = {
      input: {
        clientKey: `website-${email}`,
        identifiers: [{ kind: 'email' as const, value: 'other@example.org' }],
        rights: ['access' as const],
      },
    };
    expect((await website.run('handOverRequest', { input })).handOverRequest).toMatchObject({ code: 'STALE_KEY' });
    expect(first.claimCode).toMatch(/^\d{8}$/u);
  });

  it('goes on where a download broke, and counts it once', async () => {
    const email = guests[2] ?? '';
    const { id, claimCode } = await handedOver(email);
    const { path, secret } = linkIn(await mailTo(email, /#/u));
    const browser = new SubjectBrowser(house.url);
    await browser.post(path, { secret, claimCode });
    const parts: Buffer[] = [];
    const size = Number((await browser.send(`${path}/archive`, { method: 'HEAD' })).headers.get('content-length'));
    for (let start = 0; start < size; start += 20_000) {
      const range = `bytes=${String(start)}-${String(Math.min(start + 20_000, size) - 1)}`;
      const part = await browser.send(`${path}/archive`, { headers: { range } });
      expect(part.status).toBe(206);
      parts.push(Buffer.from(await part.arrayBuffer()));
    }
    writeFileSync(join(folder, 'parts.zip'), Buffer.concat(parts));
    expect((await verifyArchive(join(folder, 'parts.zip'))).ok).toBe(true);
    expect((await officer.client.run('requestDelivery', { id })).request?.delivery).toMatchObject({ completed: 1 });
  }, 60_000);

  it('gives alike answers to a link that is unknown, revoked, or shown with another secret', async () => {
    const email = guests[3] ?? '';
    const { id, claimCode } = await handedOver(email);
    const { path, secret } = linkIn(await mailTo(email, /#/u));
    const browser = new SubjectBrowser(house.url);
    const wrongSecret = await browser.post(path, { secret: 'x'.repeat(43), claimCode });
    accepted((await officer.client.run('revokeLink', { id })).revokeLink);
    const revoked = await browser.post(path, { secret, claimCode });
    const unknown = await browser.post(path.replace(/[^/]+$/u, 'lnk_unknown'), { secret, claimCode });
    expect([wrongSecret.status, revoked.status, unknown.status]).toEqual([410, 410, 410]);
    const body = ({ html }: SubjectPage): string => html.replaceAll(/lnk_\w+/gu, 'LINK');
    expect(body(revoked)).toBe(body(unknown));
    expect(body(wrongSecret)).toBe(body(unknown));
    expect((await browser.send(`${path}/archive`)).status).toBe(410);
  }, 60_000);
});

/** A request that somebody has made on the pages, and has not proved. */
async function askedBy(email: string) {
  const browser = new SubjectBrowser(house.url, 'de');
  const asked = await browser.post('/ask/hostel', { ...workedOut(await browser.open('/ask/hostel')), email });
  const follow = /\/ask\/hostel\/requests\/[\w%]+/u.exec(asked.html)?.[0] ?? '';
  return { browser, follow, id: follow.slice(follow.lastIndexOf('/') + 1) };
}

describe('the pages of subjects', () => {
  it('let a person ask, prove, follow, download and say more, without a script and in their language', async () => {
    const email = guests[4] ?? '';
    const browser = new SubjectBrowser(house.url, 'fr');
    const form = await browser.open('/ask/hostel');
    expect(form.html).toContain('<html lang="fr"');
    const asked = await browser.post('/ask/hostel', {
      ...workedOut(form),
      email,
      requester: 'self',
      rights: 'access',
      format: 'csv',
      language: 'fr',
    });
    expect(asked.status).toBe(200);
    const claimCode = (/(\d{4})\W*(?:<[^>]*>)*\W*(\d{4})/u.exec(textOf(asked)) ?? []).slice(1).join('');
    const [reference = ''] = /\d{4}-\d{4,}/u.exec(textOf(asked)) ?? [];
    const follow = /\/ask\/hostel\/requests\/[\w%]+/u.exec(asked.html)?.[0] ?? '';
    const code = /\b\d{8}\b/u.exec((await mailTo(email, /\b\d{8}\b/u)).text)?.[0] ?? '';
    expect((await browser.post(`${follow}/prove`, { code: '00000000' })).status).toBe(403);
    expect((await browser.post(`${follow}/prove`, { code })).status).toBe(200);
    const { path, secret } = linkIn(await mailTo(email, /#/u));
    const state = await browser.open(follow);
    expect(state.html).toContain(reference);
    expect((await browser.post(path, { secret, claimCode })).html).toContain(reference);
    const said = await browser.post(`${follow}/missing`, { what: 'The stay of 2019.' });
    expect(said.status).toBe(200);
    const other = new SubjectBrowser(house.url);
    expect((await other.open(follow)).html).not.toContain(reference);
    expect((await other.post('/ask/hostel/follow', { reference, claimCode: '00000000' })).status).toBe(403);
    expect((await other.post('/ask/hostel/follow', { reference, claimCode })).html).toContain(reference);
    expect((await other.post(`${follow}/not-me`, {})).status).toBe(200);
    expect((await browser.send(`${path}/archive`)).status).toBe(410);
  }, 60_000);

  it('keep what was typed where something has to be mended, and take no form of a robot', async () => {
    const browser = new SubjectBrowser(house.url);
    const form = await browser.open('/ask/hostel');
    const wrong = await browser.post('/ask/hostel', { ...workedOut(form), email: 'no address', familyName: '<b>Ann' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="no address"');
    expect(wrong.html).toContain('&lt;b&gt;Ann');
    const quick = await browser.post('/ask/hostel', {
      challenge: workedOut(form).challenge,
      answer: '',
      email: 'ann@example.org',
    });
    expect(quick.status).toBe(429);
    const forged = await browser.post('/ask/hostel', { challenge: 'x'.repeat(60), answer: '1', email: 'ann@example.org' });
    expect(forged.status).toBe(422);
    expect((await browser.post('/ask/hostel', { ...workedOut(form), requester: 'proxy', email: 'ann@example.org' })).status).toBe(
      422,
    );
  });

  it('leave it to a person where somebody asks for another, and let them withdraw', async () => {
    const browser = new SubjectBrowser(house.url);
    const words = { requester: 'proxy', requesterName: 'Bob Example', email: 'ann@example.org', message: 'For my mother.' };
    const asked = await browser.post('/ask/hostel', { ...workedOut(await browser.open('/ask/hostel')), ...words });
    expect(asked.status).toBe(200);
    const follow = /\/ask\/hostel\/requests\/[\w%]+/u.exec(asked.html)?.[0] ?? '';
    const id = follow.slice(follow.lastIndexOf('/') + 1);
    expect((await officer.client.run('request', { id })).request).toMatchObject({ state: 'received' });
    await officer.stepUp();
    const { asked: given } = await officer.client.run('asked', { request: id });
    expect(accepted(given).words).toEqual([
      { name: 'requester', text: 'proxy' },
      { name: 'requesterName', text: 'Bob Example' },
      { name: 'message', text: 'For my mother.' },
    ]);
    expect((await browser.post(`${follow}/withdraw`, {})).status).toBe(200);
    expect((await officer.client.run('request', { id })).request).toMatchObject({ state: 'cancelled' });
    expect((await browser.post(`${follow}/withdraw`, {})).html).toContain('2026-');
    expect((await browser.open(`${follow}/nothing`)).status).toBe(404);
  });

  it('are there where a policy writes the address of its authority in a way that is no link', async () => {
    const { status, html } = await new SubjectBrowser(house.url).open('/ask/club');
    expect(status).toBe(200);
    expect(html).toContain('CNIL');
    expect(html).not.toContain('href="www.cnil.fr"');
  });

  it('show where a request stands whenever something cannot be done with it, and lose nothing that was typed', async () => {
    const { browser, follow, id } = await askedBy(guests[5] ?? '');
    expect((await officer.client.run('requestDelivery', { id })).request?.delivery).toMatchObject({ left: 0, completed: 0 });
    expect((await browser.open(`${follow}/prove`)).status).toBe(200);
    expect((await browser.post(`${follow}/prove/again`, {})).status).toBe(429);
    for (const path of ['answer', 'link']) expect((await browser.post(`${follow}/${path}`, { answer: 'Yes.' })).status).toBe(200);
    expect((await browser.post(`${follow}/missing`, { what: '' })).html).toContain(`${follow}/missing`);
    expect((await browser.post(`${follow}/missing`, { what: 'x'.repeat(5_001) })).html).toContain('xxxxx');
    expect((await browser.open(`${follow}/missing`)).status).toBe(200);
    expect((await browser.post(`${follow}/not-me`, {})).status).toBe(200);
    expect((await officer.client.run('request', { id })).request).toMatchObject({ state: 'cancelled' });
    expect((await browser.open(`${follow}/prove?language=fr`)).html).toContain('<html lang="fr"');
  }, 60_000);

  it('put a question, and take its answer once there is one; tell of more time that is needed', async () => {
    const { browser, follow, id } = await askedBy(guests[6] ?? '');
    const question = { kind: 'identity', doubt: 'unknown_sender', text: 'Have you stayed with us?' } as const;
    accepted((await officer.client.run('askQuestion', { id, question })).askQuestion);
    expect((await browser.open(follow)).html).toContain('Have you stayed with us?');
    expect((await browser.post(`${follow}/answer`, { answer: ' ' })).html).toContain('Have you stayed with us?');
    expect((await browser.post(`${follow}/answer`, { answer: 'Twice.' })).html).not.toContain('Have you stayed with us?');
    const promisedOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const notice = { explanation: 'There is a lot of it, in many places.', promisedOn };
    const extension = { reason: 'volume_of_data', notice } as const;
    accepted((await officer.client.run('extendRequest', { id, extension })).extendRequest);
    expect((await browser.open(`${follow}?language=en`)).html).toContain('We need more time.');
  }, 60_000);

  it('are not there for a controller that does not exist, and their files never change', async () => {
    const browser = new SubjectBrowser(house.url);
    expect((await browser.send('/ask/nobody')).status).toBe(404);
    const style = /href="(\/pages\/[^"]+\.css)"/u.exec((await browser.open('/ask/hostel')).html)?.[1] ?? '';
    const asset = await browser.send(style);
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });
});

function textOf({ html }: SubjectPage): string {
  return html.replace(/<style[\s\S]*?<\/style>/u, '').replaceAll(/<[^>]+>/gu, ' ');
}
