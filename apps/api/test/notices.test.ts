import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaughtMail, type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { SignJWT } from 'jose';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { tokenOf } from './people.js';
import { SubjectBrowser } from './subject-browser.js';

const SITE = 'https://hostel.example.org';
const SECRET = 'a-secret-of-the-site-with-40-characters!';
const GUEST = { number: '48101', email: 'mona.lind@example.org' } as const;
const NEW = 'mona@new.test';

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher();
});
afterAll(() => catcher.close());

interface Setting {
  readonly house: ServiceHouse;
  readonly officer: Officer;
  readonly website: ServiceClient;
}

/** A hostel with one guest, whose website vouches for accounts. */
async function setting(coolOff: string): Promise<Setting> {
  const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`;
  const accounts = `accounts: { hostel: { issuer: '${SITE}', algorithm: HS256, key: '${SECRET}' } }\n`;
  const house = await serviceHouse(mail + accounts, ({ directory, hostelConfig }) => {
    const config = readFileSync(hostelConfig, 'utf8');
    writeFileSync(hostelConfig, config.replace(/^(\s+)customerNumbers:/mu, `${coolOff}$&`));
    const database = new Database(join(directory, 'hostel.sqlite'));
    database
      .prepare(
        `INSERT INTO compte_client (no_client, nom, prenom, courriel, telephone, ville, pays, cree_le) VALUES (?, 'Lind', 'Mona', ?, NULL, 'Lyon', 'FR', '04/01/2024')`,
      )
      .run(Number(GUEST.number), GUEST.email);
    database.close();
  });
  const officer = await officerOf(house, 'hostel');
  const { client } = await tokenOf(officer, ['request.handOver', 'request.read']);
  return { house, officer, website: client };
}

/** The guest asks from their account, in which a new address stands. */
async function asked({ website }: Setting) {
  const now = Math.floor(Date.now() / 1_000);
  const identifiers = [
    { kind: 'id', namespace: 'hostel.client', value: GUEST.number },
    { kind: 'email', value: NEW },
  ];
  const claims = { iss: SITE, aud: 'hostel', jti: randomUUID(), iat: now, exp: now + 60, auth_time: now - 5, identifiers };
  const assertion = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(SECRET));
  const input = { clientKey: randomUUID(), identifiers: [], rights: ['access' as const] };
  const { request } = accepted((await website.run('handOverRequest', { input, assertion })).handOverRequest);
  return request;
}

async function mail(to: string, text: RegExp): Promise<CaughtMail> {
  for (;;) {
    const found = catcher.mails.find((each) => each.to.includes(to) && text.test(each.text));
    if (found !== undefined) return found;
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

async function contactsOf({ officer }: Setting, id: string) {
  return (await officer.client.run('requestContacts', { id })).request;
}

async function until({ officer }: Setting, id: string, state: string): Promise<void> {
  while ((await officer.client.run('request', { id })).request?.state !== state) {
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

const NOTICE = /\/stop\//u;

describe('a contact on record, of a request whose answer would go to a new address (R57)', () => {
  let own: Setting;
  beforeAll(async () => {
    own = await setting('');
  }, 60_000);
  afterAll(() => own.house.stop());

  it('is told of it by e-mail, and stops it on a page that needs no code; an officer is told, and decides', async () => {
    const { house, officer } = own;
    const { id, reference } = await asked(own);
    const notice = await mail(GUEST.email, NOTICE);
    expect(notice.subject).toContain(reference);
    for (const personal of ['Mona', 'Lind', GUEST.number, NEW]) expect(notice.text).not.toContain(personal);
    await until(own, id, 'awaiting_release');
    await expect(contactsOf(own, id)).resolves.toMatchObject({
      contacts: { isNew: true, told: 1, objectedAt: null, cooledOffAt: null },
    });
    const browser = new SubjectBrowser(house.url);
    const { pathname } = new URL(/https?:\/\/\S+\/stop\/\S+/u.exec(notice.text)?.[0] ?? '');
    const page = await browser.open(pathname);
    expect(page.html).toContain(reference);
    await expect(contactsOf(own, id)).resolves.toMatchObject({ contacts: { objectedAt: null } });
    expect((await browser.post(pathname, {})).status).toBe(200);
    expect((await contactsOf(own, id))?.contacts?.objectedAt).not.toBeNull();
    await mail('dpo@auberge.example', new RegExp(reference, 'u'));
    await expect(officer.client.run('releaseRequest', { id, release: { days: 7 } })).resolves.toMatchObject({
      releaseRequest: { __typename: 'Refusal', code: 'INCOMPLETE' },
    });
    const { request } = await officer.client.run('refusalOutlook', { id });
    expect(request?.refusalOutlook.unproved).toBe('identity_not_proved');
    accepted((await officer.client.run('refuseUnproved', { id, reason: 'Not asked for by this person.' })).refuseUnproved);
    // What is over cannot be stopped
    expect((await browser.open(pathname)).status).toBe(404);
    expect(catcher.mails.filter(({ to, text }) => to.includes(NEW) && text.includes('/d/'))).toEqual([]);
  }, 30_000);
});

describe('a controller that lets contacts on record have no time to object', () => {
  let own: Setting;
  beforeAll(async () => {
    own = await setting('$1coolOffHours: 0\n');
  }, 60_000);
  afterAll(() => own.house.stop());

  it('answers at once, and has told them', async () => {
    const { id, reference } = await asked(own);
    await until(own, id, 'released');
    await mail(NEW, /\/d\//u);
    await mail(GUEST.email, new RegExp(`${reference}[^]*/stop/`, 'u'));
    const known = await contactsOf(own, id);
    expect(known?.contacts?.cooledOffAt).not.toBeNull();
  }, 30_000);
});
