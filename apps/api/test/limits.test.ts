import { join } from 'node:path';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { SubjectBrowser, workedOut } from './subject-browser.js';

const GUEST = { number: '48201', email: 'nora.berg@example.org' } as const;
const PLAIN = { requester: 'self', rights: 'access', format: 'csv', language: 'en' };

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
beforeAll(async () => {
  catcher = await startMailCatcher();
  const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`;
  const limits = `limits: { mailsPerHour: 3, requestsPerHour: 2 }\ntrustedProxies: [loopback]\n`;
  house = await serviceHouse(mail + limits, ({ directory }) => {
    const database = new Database(join(directory, 'hostel.sqlite'));
    database
      .prepare(
        `INSERT INTO compte_client (no_client, nom, prenom, courriel, telephone, ville, pays, cree_le) VALUES (?, 'Berg', 'Nora', ?, NULL, 'Lyon', 'FR', '04/01/2024')`,
      )
      .run(Number(GUEST.number), GUEST.email);
    database.close();
  });
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
});

/** Asks on the pages, by a proxy that says from where. */
async function ask(fields: Readonly<Record<string, string>>, from: string) {
  const browser = new SubjectBrowser(house.url);
  const form = await browser.open('/ask/hostel');
  const body = new URLSearchParams({ ...workedOut(form), ...PLAIN, ...fields });
  const headers = { origin: house.url, 'x-forwarded-for': from };
  const response = await fetch(new URL('/ask/hostel', house.url), { method: 'POST', body, headers, redirect: 'manual' });
  const html = await response.text();
  const id = /\/ask\/hostel\/requests\/([\w%]+)/u.exec(html)?.[1] ?? '';
  const reference = /\d{4}-\d{4,}/u.exec(html.replaceAll(/<[^>]+>/gu, ' '))?.[0] ?? '';
  const code = /(\d{4})\W+(\d{4})\b/u.exec(html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\d{4}-\d{4,}/gu, ''));
  const drawn = [id, reference, ...(code ?? []).slice(1)].filter((each) => each !== '');
  return { status: response.status, id, page: drawn.reduce((text, each) => text.replaceAll(each, '·'), html) };
}

async function probed(id: string): Promise<readonly { readonly kind: string; readonly state: string }[]> {
  for (;;) {
    const { request } = await officer.client.run('requestContacts', { id });
    const { messages = [] } = (await officer.client.run('messages', { id })).request ?? {};
    if (request?.contacts?.probe != null && messages.every(({ state }) => state !== 'waiting')) return messages;
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

describe('somebody who knows the customer number of another one (R55, R57)', () => {
  it('has so many mails sent there in an hour at most, by however many requests, and is told the same by each', async () => {
    const asked = [];
    for (const each of [1, 2, 3, 4, 5]) {
      asked.push(await ask({ customerNumber: GUEST.number }, `198.51.${String(each)}.7`));
    }
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const messages = await Promise.all(asked.map(({ id }) => probed(id)));
    const states = messages.flat().map(({ kind, state }) => `${kind} ${state}`);
    expect(states.toSorted()).toEqual(['code failed', 'code failed', 'code sent', 'code sent', 'code sent']);
    expect(catcher.mails.filter(({ to }) => to.includes(GUEST.email))).toHaveLength(3);
    expect(new Set(asked.map(({ page }) => page)).size).toBe(1);
  }, 60_000);
});

describe('the form to ask with (R55)', () => {
  it('is taken so often in an hour from one network, and as ever from another', async () => {
    const email = (each: number): { readonly email: string } => ({ email: `somebody${String(each)}@post.test` });
    const statuses: number[] = [];
    for (const [each, from] of ['203.0.113.5', '203.0.113.99', '203.0.113.7', '2001:db8::1'].entries()) {
      statuses.push((await ask(email(each), from)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
  }, 60_000);

  it('is taken without a limit from where everybody would share it: behind a proxy whose word is not taken', async () => {
    const statuses = [];
    for (const each of [1, 2, 3]) statuses.push((await ask({ email: `else${String(each)}@post.test` }, '127.0.0.1')).status);
    expect(statuses).toEqual([200, 200, 200]);
  }, 60_000);
});
