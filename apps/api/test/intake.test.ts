import { join } from 'node:path';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Officer } from '../src/demo/officer.js';
import { accepted } from '../src/client/service-client.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { SubjectBrowser, workedOut } from './subject-browser.js';

const EMAIL = 'ines.roy@example.org';

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
beforeAll(async () => {
  catcher = await startMailCatcher();
  const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`;
  house = await serviceHouse(mail, ({ directory }) => {
    const database = new Database(join(directory, 'hostel.sqlite'));
    database
      .prepare(
        `INSERT INTO compte_client (no_client, nom, prenom, courriel, telephone, ville, pays, cree_le) VALUES (48301, 'Roy', 'Ines', ?, NULL, 'Lyon', 'FR', '04/01/2024')`,
      )
      .run(EMAIL);
    database.close();
  });
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
});

/** Posts the form of the hostel with nothing in it but what is given. */
async function ask(fields: Readonly<Record<string, string>>) {
  const browser = new SubjectBrowser(house.url);
  const form = await browser.open('/ask/hostel');
  const page = await browser.post('/ask/hostel', { ...workedOut(form), ...fields });
  const follow = /\/ask\/hostel\/requests\/[\w%]+/u.exec(page.html)?.[0] ?? '';
  return { browser, form, page, follow, id: follow.slice(follow.lastIndexOf('/') + 1) };
}

async function requestOf(id: string) {
  return (await officer.client.run('request', { id })).request;
}

/** The only match in a mail to the subject. */
async function inMail(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = catcher.mails.filter(({ to }) => to.includes(EMAIL)).map(({ text }) => pattern.exec(text)?.[0]);
    const match = found.find((each) => each !== undefined);
    if (match !== undefined) return match;
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

describe('a request that is made on the pages', () => {
  it('needs no form, reason, article or template: something to search with suffices (INT-02)', async () => {
    const { page, id } = await ask({ phone: '06 39 98 83 01' });
    expect(page.status).toBe(200);
    await expect(requestOf(id)).resolves.toMatchObject({ state: 'received' });
    const free = await ask({ email: 'free@example.org', message: 'Just send me everything, please.' });
    await expect(requestOf(free.id)).resolves.toMatchObject({ state: 'received' });
  });

  it('is one for access to everything where it does not say, and for both where it says both (INT-03)', async () => {
    const unclear = await ask({ email: 'unclear@example.org' });
    await expect(requestOf(unclear.id)).resolves.toMatchObject({ rights: ['access'] });
    const odd = await ask({ email: 'odd@example.org', rights: 'whatever you have' });
    await expect(requestOf(odd.id)).resolves.toMatchObject({ rights: ['access'] });
    const portable = await ask({ email: 'portable@example.org', rights: 'portability' });
    await expect(requestOf(portable.id)).resolves.toMatchObject({ rights: ['portability'] });
  });

  it('asks for what serves the search and for nothing else, and what was typed is destroyed with the request (INT-08)', async () => {
    const { form, id } = await ask({ email: 'brief@example.org', message: 'A private word.' });
    expect(form.html).not.toContain('type="file"');
    const names = new Set([...form.html.matchAll(/<(?:input|textarea|select)[^>]* name="(\w+)"/gu)].map(([, name]) => name));
    for (const unneeded of ['birthDate', 'gender', 'title', 'idNumber', 'passport', 'nationality', 'reason', 'document']) {
      expect(names).not.toContain(unneeded);
    }
    const before = await officer.client.run('asked', { request: id });
    expect(JSON.stringify(before)).toContain('A private word.');
    accepted((await officer.client.run('cancelRequest', { id, reason: 'Withdrawn.' })).cancelRequest);
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    await expect(requestOf(id)).resolves.toMatchObject({ state: 'shredded' });
    const after = JSON.stringify(await officer.client.run('asked', { request: id }).catch((error: unknown) => String(error)));
    expect(after).not.toContain('A private word.');
    expect(after).not.toContain('brief@example.org');
  });

  it('is made electronically although the policy names a postal address only, and answered so (INT-06)', async () => {
    const { browser, follow, id } = await ask({ email: EMAIL });
    await browser.post(`${follow}/prove`, { code: await inMail(/\b\d{8}\b/u) });
    const link = await inMail(/https?:\/\/\S+\/d\/\S+#\S+/u);
    expect(link).toContain('/ask/hostel/d/');
    await expect(requestOf(id)).resolves.toMatchObject({ state: 'released' });
  }, 30_000);
});
