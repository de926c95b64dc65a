import { join } from 'node:path';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { SubjectBrowser, workedOut } from './subject-browser.js';

const GUESTS = [
  { number: 48_001, name: 'Rosa Varga', email: 'rosa.varga@example.org', phone: '06 39 98 82 01' },
  { number: 48_002, name: 'Ida Moreau', email: 'ida.moreau@example.org', phone: '06 39 98 82 02' },
] as const;
const [ROSA, IDA] = GUESTS;

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
beforeAll(async () => {
  catcher = await startMailCatcher();
  const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`;
  house = await serviceHouse(mail, ({ directory }) => {
    const database = new Database(join(directory, 'hostel.sqlite'));
    const add = database.prepare(
      `INSERT INTO compte_client (no_client, nom, prenom, courriel, telephone, ville, pays, cree_le) VALUES (?, ?, ?, ?, ?, 'Lyon', 'FR', '04/01/2024')`,
    );
    for (const { number, name, email, phone } of GUESTS) add.run(number, name.split(' ')[1], name.split(' ')[0], email, phone);
    database.close();
  });
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
});

/** Asks on the pages of the hostel, as a browser without scripts does. */
async function ask(fields: Readonly<Record<string, string>>) {
  const browser = new SubjectBrowser(house.url);
  const form = await browser.open('/ask/hostel');
  const plain = { requester: 'self', rights: 'access', format: 'csv', language: 'en' };
  const page = await browser.post('/ask/hostel', { ...workedOut(form), ...plain, ...fields });
  const follow = /\/ask\/hostel\/requests\/[\w%]+/u.exec(page.html)?.[0] ?? '';
  const reference = /\d{4}-\d{4,}/u.exec(page.html.replaceAll(/<[^>]+>/gu, ' '))?.[0] ?? '';
  return { browser, page, follow, reference, id: follow.slice(follow.lastIndexOf('/') + 1) };
}

type Asked = Awaited<ReturnType<typeof ask>>;

/** What the look at the contacts on record came to, once it is over. */
async function probeOf({ id }: Asked) {
  for (;;) {
    const { request } = await officer.client.run('requestContacts', { id });
    if (request?.contacts?.probe != null) return request.contacts.probe;
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

/** A page without what is a request's own: its id, its reference, and the mark, which is a hash of both with what is shown. */
function unnamed(html: string, { id, reference }: Asked): string {
  return html
    .replaceAll(id, 'ID')
    .replaceAll(reference, 'REFERENCE')
    .replaceAll(/data-mark="\w+"/gu, 'data-mark');
}

async function stateOf({ id }: Asked, ...wanted: readonly string[]) {
  for (;;) {
    const { request } = await officer.client.run('request', { id });
    if (wanted.includes(String(request?.state))) return request?.state;
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

const mailsAbout = ({ reference }: Asked) => catcher.mails.filter(({ text }) => text.includes(reference));

async function codeFor(asked: Asked, email: string): Promise<string> {
  for (;;) {
    const mail = mailsAbout(asked).find(({ to, text }) => to.includes(email) && /\b\d{8}\b/u.test(text));
    if (mail !== undefined) return String(/\b\d{8}\b/u.exec(mail.text)?.[0]);
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

describe('somebody who gives no address (IDV-02, R57)', () => {
  it.each([
    ['a customer number', { customerNumber: String(ROSA.number) }],
    ['a telephone', { phone: ROSA.phone }],
    ['both, and their name', { customerNumber: String(ROSA.number), phone: ROSA.phone, givenName: 'Rosa', familyName: 'Varga' }],
  ])(
    'proves by a code to their address on record that they may have it, with %s',
    async (_what, fields) => {
      const asked = await ask(fields);
      expect(asked.page.html).toContain('/prove');
      await expect(probeOf(asked)).resolves.toBe('codes_sent');
      const code = await codeFor(asked, ROSA.email);
      const proved = await asked.browser.post(`${asked.follow}/prove`, { code });
      expect(proved.status).toBe(200);
      await expect(stateOf(asked, 'released')).resolves.toBe('released');
      expect(new Set(mailsAbout(asked).flatMap(({ to }) => to))).toEqual(new Set([ROSA.email]));
    },
    30_000,
  );

  it.each([
    ['nobody’s number', 'no_record', { customerNumber: '99999999' }],
    [
      'somebody else’s name beside a number',
      'several_people',
      { customerNumber: String(IDA.number), givenName: 'Rosa', familyName: 'Varga' },
    ],
    ['numbers of two people', 'several_people', { customerNumber: String(IDA.number), phone: ROSA.phone }],
  ])(
    'is looked at by a person, and told the same, with %s',
    async (_what, probe, fields) => {
      const known = await ask({ customerNumber: String(ROSA.number) });
      const asked = await ask(fields);
      await expect(probeOf(asked)).resolves.toBe(probe);
      expect(mailsAbout(asked)).toEqual([]);
      await probeOf(known);
      for (const path of ['', '/prove']) {
        const [there, here] = [
          await known.browser.open(`${known.follow}${path}`),
          await asked.browser.open(`${asked.follow}${path}`),
        ];
        expect(unnamed(here.html, asked)).toBe(unnamed(there.html, known));
      }
      const wrong = await asked.browser.post(`${asked.follow}/prove`, { code: '99999999' });
      const elsewhere = await known.browser.post(`${known.follow}/prove`, { code: '99999999' });
      expect(unnamed(wrong.html, asked)).toBe(unnamed(elsewhere.html, known));
    },
    30_000,
  );
});

describe('somebody whose address has changed (IDV-09, R57)', () => {
  it('waits with the proof of the new one, and has their answer at the old one with the code that came there', async () => {
    const email = 'ida@new.test';
    const asked = await ask({ email, customerNumber: String(IDA.number), givenName: 'Ida', familyName: 'Moreau' });
    await asked.browser.post(`${asked.follow}/prove`, { code: await codeFor(asked, email) });
    await expect(stateOf(asked, 'awaiting_release')).resolves.toBe('awaiting_release');
    await expect(probeOf(asked)).resolves.toBe('codes_sent');
    const { request } = await officer.client.run('requestGate', { id: asked.id, language: 'fr' });
    const reasons = request?.gate?.reasons ?? [];
    expect(reasons.find(({ code }) => code === 'new-contact')).toMatchObject({
      what: 'L’adresse qui a été prouvée ne figure dans aucun enregistrement.',
      places: [],
    });
    await asked.browser.post(`${asked.follow}/prove`, { code: await codeFor(asked, IDA.email) });
    await expect(stateOf(asked, 'released')).resolves.toBe('released');
    const links = () => mailsAbout(asked).filter(({ text }) => text.includes('/d/'));
    while (links().length === 0) await new Promise((wake) => setTimeout(wake, 10));
    expect(links().flatMap(({ to }) => to)).toEqual([IDA.email]);
  }, 30_000);
});
