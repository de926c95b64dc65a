import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { unpack } from '../src/demo/unpack.js';
import { awaiting } from './assembled-request.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { SubjectBrowser } from './subject-browser.js';

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
let website: ServiceClient;
let folder: string;
beforeAll(async () => {
  ({ house, catcher, officer, website } = await mailedHouse());
  folder = mkdtempSync(join(tmpdir(), 'habeas-addition-'));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
  rmSync(folder, { recursive: true });
});

/** Takes the hostel's database away, until it is put back. */
function away(): () => void {
  const file = join(house.world.directory, 'hostel.sqlite');
  renameSync(file, `${file}.away`);
  return () => {
    renameSync(`${file}.away`, file);
  };
}

async function handedOver(clientKey = 'website-1'): Promise<{ readonly id: string; readonly claimCode: string }> {
  const guest = house.world.guests.find(
    ({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'),
  );
  const value = guest?.given.find(({ kind }) => kind === 'email')?.value ?? '';
  const identifiers = [{ kind: 'email' as const, value, provedBy: 'signed in to the website' }];
  const input = {
    clientKey,
    identifiers,
    rights: ['access' as const],
    format: 'csv' as const,
    language: 'en' as const,
  };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  return { id: request.id, claimCode };
}

/** What the subject gets by the link of a message: how it opens, and the report in it. */
async function fetched(mail: CaughtMail | undefined, claimCode: string, name: string) {
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(mail?.text ?? '')?.[0] ?? '').split('#');
  const path = new URL(address).pathname;
  const browser = new SubjectBrowser(house.url);
  const { status } = await browser.post(path, { secret, claimCode });
  if (status !== 200) return { status, report: '' };
  const zip = join(folder, name);
  writeFileSync(zip, Buffer.from(await (await browser.send(`${path}/archive`)).arrayBuffer()));
  expect((await verifyArchive(zip)).ok).toBe(true);
  const report = await readFile(join(await unpack(zip), 'data', 'report', 'report.en.html'), 'utf8');
  return { status, report };
}

async function answersOf(id: string) {
  const { request } = await officer.client.run('requestAnswers', { id });
  if (request == null) throw new Error('There is no such request.');
  return request;
}

describe('an answer in which a source was missing (SCP-09)', () => {
  it('goes out by a named decision, says so, and is followed by an addition when the source is back', async () => {
    const putBack = away();
    const { id, claimCode } = await handedOver();
    await awaiting(officer, id);
    const unexplained = await officer.client.run('releaseRequest', { id, release: { days: 7 } });
    expect(unexplained.releaseRequest).toMatchObject({ __typename: 'Refusal', code: 'INCOMPLETE' });
    const release = { days: 7, reason: 'The system is down; the month is not.' };
    accepted((await officer.client.run('releaseRequest', { id, release })).releaseRequest);
    const [partial] = await catcher.caught(1);
    expect(partial?.text).toContain('Something could not be searched so far');
    const first = await fetched(partial, claimCode, 'first.zip');
    expect(first.report).toContain('This answer is not complete');
    const before = await answersOf(id);
    expect(before).toMatchObject({
      state: 'released',
      outstanding: ['hostel'],
      answers: [{ complete: false, missing: ['hostel'] }],
    });
    expect(before.steps.filter(({ kind }) => kind === 'recheck')).toMatchObject([{ state: 'pending' }]);

    putBack();
    accepted((await officer.client.run('retrySource', { id, source: 'hostel' })).retrySource);
    const addition = (await catcher.caught(2))[1];
    expect(addition?.subject).toContain('an addition to the answer');
    expect(addition?.text).toMatch(/more records? about you/u);
    const second = await fetched(addition, claimCode, 'second.zip');
    expect(second.report).toContain('What this answer adds');
    expect(second.report).toMatch(/has been searched now\. It holds/u);
    expect((await fetched(partial, claimCode, 'gone.zip')).status).toBe(410);
    const after = await answersOf(id);
    expect(after).toMatchObject({ state: 'released', complete: true, outstanding: [] });
    expect(after.answers.map(({ complete }) => complete)).toEqual([false, true]);
    expect(after.answers[1]?.archive.records).toBeGreaterThan(after.answers[0]?.archive.records ?? Infinity);
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    expect((await answersOf(id)).answers).toHaveLength(2);
    expect((await fetched(addition, claimCode, 'shredded.zip')).status).toBe(410);
  }, 90_000);

  it('is given up at its end: the subject is told by mail and on their page, and those who decide are', async () => {
    const putBack = away();
    const { id, claimCode } = await handedOver('website-2');
    await awaiting(officer, id);
    const release = { days: 1, reason: 'The system is down; the month is not.' };
    accepted((await officer.client.run('releaseRequest', { id, release })).releaseRequest);
    expect((await answersOf(id)).answers).toMatchObject([{ complete: false, givenUpAt: null }]);
    await lastLook(id);
    const told = await mailAbout('something was not searched');
    putBack();
    expect(told.text).toContain('- Hostel software');
    expect(told.text).toMatch(/We do not try again\s+by ourselves/u);
    const { reference, ...given } = await answersOf(id);
    expect(given).toMatchObject({ state: 'released', outstanding: ['hostel'] });
    expect(given.answers).toMatchObject([{ missing: ['hostel'], givenUpAt: expect.any(String) }]);
    const { html } = await new SubjectBrowser(house.url).post('/ask/hostel/follow', { reference, claimCode });
    expect(html).toContain('What could not be searched');
    expect(html).toContain('We do not try again by ourselves');
    const messages = await house.started.service.store.transact((transaction) => transaction.messages.of('hostel', id));
    expect(messages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['addition_given_up', 'review_needed']));
  }, 90_000);
});

/** Brings the end of an answer near, and looks for what is missing in it for the last time. */
async function lastLook(id: string): Promise<void> {
  await house.started.service.store.transact(async ({ requests, steps }) => {
    const request = (await requests.lock('hostel', id))!;
    const expiresAt = new Date(Date.now() + 1_800_000);
    await requests.change({ ...request, expiresAt, version: request.version + 1 });
    const { controller, workflowVersion } = request;
    const step = { id: 'stp_last', controller, request: id, key: 'recheck-last', workflowVersion } as const;
    await steps.add({ ...step, kind: 'recheck', dueAt: new Date(Date.now() - 1_000) });
  });
}

async function mailAbout(words: string): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.subject.includes(words) === true) return mail;
  }
}
