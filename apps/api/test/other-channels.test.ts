import type { MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, awaiting } from './assembled-request.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { SubjectBrowser } from './subject-browser.js';

const DAY_MS = 86_400_000;

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

const plainGuest = () =>
  house.world.guests.find(
    ({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'),
  )!;

async function linkFor(email: string, number: number): Promise<{ readonly path: string; readonly secret: string }> {
  for (let count = 1; ; count += 1) {
    const mails = (await catcher.caught(count)).filter(({ to, text }) => to.includes(email) && text.includes('#'));
    const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(mails[number - 1]?.text ?? '')?.[0] ?? '').split('#');
    if (address !== '') return { path: new URL(address).pathname, secret };
  }
}

const requestOf = async (id: string) => (await officer.client.run('request', { id })).request!;

describe('DEL-06: a request outside the pages', () => {
  it('has the same dates, the same search, the same answer and the same way to it as one that was made by itself', async () => {
    const email = plainGuest().given.find(({ kind }) => kind === 'email')!.value;
    const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
    const own = { clientKey: 'website-del06', identifiers, rights: ['access' as const] };
    const handed = accepted((await website.run('handOverRequest', { input: own })).handOverRequest);
    const first = await linkFor(email, 1);
    const receivedAt = new Date(Date.now() - 10 * DAY_MS);
    const letter = { ...own, clientKey: 'mailbox-del06', receivedAt: receivedAt.toISOString() };
    const { id } = accepted((await officer.client.run('openRequest', { input: letter })).openRequest);
    const { claimCode } = accepted((await officer.client.run('renewClaimCode', { id })).renewClaimCode);
    await officer.client.run('startRequest', { id });
    await awaiting(officer, id);
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
    const second = await linkFor(email, 2);
    const [byItself, byMail] = [await requestOf(handed.request.id), await requestOf(id)];
    expect(byMail.archive).toMatchObject({ records: byItself.archive?.records, files: byItself.archive?.files });
    expect(byMail.ledger).toEqual(byItself.ledger.map((line) => ({ ...line, attempts: expect.any(Number) })));
    const earlier = Date.parse(byItself.dueAt) - Date.parse(byMail.dueAt);
    expect(earlier).toBeGreaterThanOrEqual(7 * DAY_MS);
    for (const [{ path, secret }, code] of [
      [first, handed.claimCode],
      [second, claimCode],
    ] as const) {
      const browser = new SubjectBrowser(house.url);
      expect((await browser.post(path, { secret, claimCode: code })).status).toBe(200);
      expect((await browser.send(`${path}/archive`, { method: 'HEAD' })).status).toBe(200);
    }
  });
});

describe('DEL-02: an answer on another channel', () => {
  it('is chosen, said in its letter, handed out by a person and noted; no link goes out', async () => {
    const id = await assembled(officer, plainGuest());
    const mails = (await catcher.caught(0)).length;
    expect((await officer.client.run('channel', { id })).request?.channel).toBe('download');
    accepted((await officer.client.run('chooseChannel', { id, channel: 'registered_post' })).chooseChannel);
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
    const letter = { kind: 'answer' as const, language: 'en' as const, addressee: 'Ann Example' };
    expect(accepted((await officer.client.run('letterPreview', { id, letter })).letterPreview).text).toMatch(/by post/u);
    const { request } = await officer.client.run('duties', { id });
    expect(request?.duties).toMatchObject([{ kind: 'hand_out', channel: 'registered_post', outcome: null }]);
    accepted((await officer.client.run('endDuty', { id, duty: 'd1', end: { outcome: 'handed_out' } })).endDuty);
    const late = await officer.client.run('chooseChannel', { id, channel: 'on_site' });
    expect(late.chooseChannel).toMatchObject({ __typename: 'Refusal', code: 'WRONG_STATE' });
    expect((await catcher.caught(0)).slice(mails).filter(({ text }) => text.includes('#'))).toEqual([]);
  });
});
