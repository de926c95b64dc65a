import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { receiveTransmission } from '@habeas/core';
import { expect } from '@jest/globals';
import { assembled } from '../assembled-request.js';
import { codeNow, type ConsoleHouse } from './console-house.js';
import { asking, reaching, signIn } from './console-screens.js';
import type { RoomWorker } from './room-worker.js';

/** Somebody at work, and where. */
export interface Job {
  readonly house: ConsoleHouse;
  readonly worker: RoomWorker;
  /** What they sign in with. */
  readonly account: { readonly login: string; readonly password: string; readonly totpSecret: string };
}

type Work = (job: Job) => Promise<void>;

async function requestAt({ house }: Job, id: string) {
  const { request } = await house.officer.client.run('request', { id });
  if (!request) throw new Error('There is no such request.');
  return request;
}

const startsFromTheInbox: Work = async (job) => {
  const { house, worker } = job;
  const id = await asking(house.officer, house.house.world.association[1]!, true, false);
  const { reference } = await requestAt(job, id);
  await worker.goTo('app.inbox');
  await worker.choose('inbox.show', 'all');
  await worker.write('inbox.search', reference);
  await worker.there('.requests tbody tr:only-child');
  await worker.take('checkbox', worker.say('bulk.choose', { reference }));
  await worker.pressed(`${worker.say('act.start')} (1)`);
  await worker.there('[role=dialog]');
  await worker.press('act.start');
  await worker.there('[role=dialog] .bulk-results strong');
  await worker.press('app.close');
  await worker.gone('[role=dialog]');
  expect(['ready', 'received']).not.toContain((await requestAt(job, id)).state);
};

const decidesAndReleases: Work = async (job) => {
  const { house, worker } = job;
  const unsure = house.house.world.association.find(({ truth }) => truth.queued.length > 0);
  if (unsure === undefined) throw new Error('The world has nobody doubtful.');
  const id = await asking(house.officer, unsure);
  await reaching(house.officer, id, 'in_review');
  const { reference } = await requestAt(job, id);
  await worker.goTo('app.inbox');
  await worker.pressed(reference);
  await decidesDoubts(worker);
  await worker.press('act.release');
  await worker.there('[role=dialog] input');
  await worker.press('act.release');
  // By e-mail alone it is not sure enough who asks (IDV-02)
  await worker.there('[role=dialog] textarea');
  await worker.write('act.releaseReason', 'Known to us for years.');
  await worker.press('act.release');
  await worker.there('.page-head .pill.over');
  expect((await requestAt(job, id)).state).toBe('released');
};

async function decidesDoubts(worker: RoomWorker): Promise<void> {
  await worker.there('.match');
  const doubts = worker.page.locator('.match');
  for (let left = await doubts.count(); left > 0; left -= 1) {
    const title = (await doubts.first().getAttribute('aria-label')) ?? '';
    await worker.press('matches.compare');
    await worker.there('.sides');
    await worker.take('radio', worker.say('matches.rejected'));
    await worker.write('matches.reason', 'Another birth date.');
    await worker.press('matches.save');
    await worker.page.getByRole('article', { name: title }).waitFor({ state: 'detached' });
  }
}

const withholdsRecord: Work = async (job) => {
  const { house, worker } = job;
  const id = await assembled(house.officer, house.house.world.association[0]!);
  const { reference } = await requestAt(job, id);
  await worker.goTo('app.inbox');
  await worker.pressed(reference);
  await worker.there('.grid tbody th a');
  await worker.pressed('mentorship');
  await worker.there('.record .marked');
  await worker.press('records.hideRecord');
  await worker.there('[role=dialog] textarea, [role=dialog] input');
  await worker.write('rule.effect', 'It tells whom they advise.');
  await worker.write('rule.balance', 'They have not been asked.');
  await worker.write('rule.instead', 'All of it is theirs.');
  await worker.press('rule.submit');
  await worker.there('.record .meanwhile');
  const { request } = await house.officer.client.run('recordRulings', { id });
  expect(request?.recordRulings.filter(({ holds }) => holds)).toHaveLength(1);
};

const testsSources: Work = async ({ worker }) => {
  await worker.goTo('room.sources');
  await worker.there('.source-cards .dates');
  await worker.press('sources.check');
  await worker.there('.check.good');
  await worker.press('drift.ask');
  await worker.there('.findings li');
  const request = worker.page.getByLabel(worker.say('cost.request'), { exact: true });
  const [, first] = await request.locator('option').all();
  await worker.choose('cost.request', (await first?.getAttribute('value')) ?? '');
  await worker.there('.part .cards');
};

const editsDataMap: Work = async ({ worker }) => {
  await worker.goTo('room.sources');
  await worker.press('sources.map');
  await worker.there('.collection');
  await worker.unfold(worker.page.locator('.collection summary').first());
  await worker.there('.collection[open] .cards');
  await worker.press('edit.link');
  await worker.there('.check.good');
  await worker.writeInto(worker.page.locator('.texts input').nth(1), ' revu');
  await worker.there('.check.good');
  const file = await worker.download('edit.download');
  expect(file.suggestedFilename()).toMatch(/\.map\.yaml$/u);
  expect(readFileSync(await file.path(), 'utf8')).toContain(' revu');
  await worker.press('edit.reset');
  await worker.page.getByText(worker.say('edit.same')).waitFor();
};

const takesRegister: Work = async ({ worker }) => {
  await worker.goTo('room.register');
  await worker.there('.flow');
  const file = await worker.download('export.as', { format: 'ODS' });
  expect(file.suggestedFilename()).toBe('club-register.ods');
};

const looksAtFigures: Work = async ({ worker }) => {
  await worker.goTo('room.overview');
  await worker.there('.tiles');
  await worker.choose('overview.period', '3');
  await worker.page.waitForURL(/months=3/u);
  await worker.unfold(worker.page.locator('summary', { hasText: worker.say('overview.table') }).first());
  await worker.there('details[open] .cards');
  await worker.press('app.inbox');
  await worker.there('table.requests');
};

const savesAndDeletesReceived: Work = async ({ house, worker }) => {
  const { desk } = house.house.started.service;
  const content = Buffer.from('as an archive');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const offer = { sender: 'union', offered: `tra_${String(Date.now())}`, bytes: content.length, sha256, keepDays: 30 };
  const viewer = { actor: { kind: 'service', id: 'signer:union' }, controller: 'club' } as const;
  // What is in an archive is looked at elsewhere
  const checker = { faultOf: () => Promise.resolve(undefined) };
  const hashing = () => ({ update: () => undefined, digest: () => sha256 });
  await receiveTransmission({ desk, checker, hashing }, viewer, offer, Readable.from([content]));
  await worker.goTo('room.received');
  await worker.there('.cards');
  const file = await worker.download('received.saveOf', offer);
  expect(file.suggestedFilename()).toBe(`received-union-${offer.offered}.zip`);
  expect(readFileSync(await file.path(), 'utf8')).toBe('as an archive');
  await worker.press('received.deleteOf', offer);
  await worker.there('[role=dialog]');
  await worker.press('received.deleteSubmit');
  await worker.gone('[role=dialog]');
  await worker.there('.empty');
  expect((await house.officer.client.run('receivedTransmissions')).receivedTransmissions).toEqual([]);
};

const readsTrail: Work = async (job) => {
  const { house, worker } = job;
  const id = await asking(house.officer, house.house.world.association[1]!, false);
  const { reference } = await requestAt(job, id);
  await worker.goTo('room.audit');
  await worker.press('verdict.ask');
  await worker.there('.check.good');
  await worker.write('audit.request', reference);
  await worker.press('audit.filter');
  await worker.page.waitForURL(/request=/u);
  const file = await worker.download('evidence.file');
  expect((JSON.parse(readFileSync(await file.path(), 'utf8')) as { readonly payload?: unknown }) instanceof Object).toBe(true);
};

const takesSomebodyIn: Work = async ({ house, worker }) => {
  const name = `Ada ${worker.say('room.people')}`;
  const login = `ada${String(Date.now())}`;
  const rolesOf = async (): Promise<readonly string[] | undefined> =>
    (await house.officer.client.run('staff')).staff.find((member) => member.login === login)?.roles;
  await worker.goTo('room.people');
  await worker.press('people.invite');
  await worker.there('[role=dialog] input:focus');
  await worker.write('people.name', name);
  await worker.write('signIn.login', login);
  await worker.take('checkbox', worker.say('role.reviewer'));
  await worker.press('people.invite');
  await worker.there('.once-told code');
  await worker.press('signIn.codesDone');
  await worker.gone('[role=dialog]');
  expect(await rolesOf()).toEqual(['reviewer']);
  await worker.press('people.rolesOf', { name });
  await worker.there('[role=dialog]');
  await worker.take('checkbox', worker.say('role.auditor'));
  await worker.press('people.save');
  await worker.gone('[role=dialog]');
  expect(new Set(await rolesOf())).toEqual(new Set(['reviewer', 'auditor']));
  await worker.press('people.disableOf', { name });
  await worker.there('[role=dialog]');
  await worker.press('people.disable');
  await worker.gone('[role=dialog]');
  const { staff } = await house.officer.client.run('staff');
  expect(staff.find((member) => member.login === login)?.disabledAt).not.toBeNull();
};

const givesToken: Work = async ({ house, worker }) => {
  const name = `Site ${worker.say('room.programs')}`;
  await worker.goTo('room.programs');
  await worker.press('tokens.issue');
  await worker.there('[role=dialog] input:focus');
  await worker.write('tokens.name', name);
  await worker.take('checkbox', worker.say('scope.request.open'));
  await worker.press('tokens.issue');
  await worker.there('.once-told code');
  await worker.press('signIn.codesDone');
  await worker.press('tokens.revokeOf', { name });
  await worker.there('[role=dialog]');
  await worker.press('tokens.revoke');
  await worker.gone('[role=dialog]');
  const { tokens } = await house.officer.client.run('tokens');
  expect(tokens.find((token) => token.name === name)?.revokedAt).not.toBeNull();
};

const endsSession: Work = async ({ house, worker, account }) => {
  const elsewhere = await house.page();
  await signIn(elsewhere, { account, code: await codeNow({ house: house.house, officer: { account } }) });
  await worker.goTo('room.settings');
  await worker.there('.cards tbody tr:nth-child(2) .button');
  const end = worker.page.locator('.cards .button').last();
  await worker.pressed((await end.getAttribute('aria-label')) ?? '');
  await worker.gone('.cards tbody tr:nth-child(2)');
  await elsewhere.reload();
  await elsewhere.waitForSelector('input[autocomplete=username]');
  await elsewhere.context().close();
  await worker.press('app.signOut');
  await worker.there('input[autocomplete=username]');
};

/** The main job of each room. The last of them signs out. */
export const ROOM_JOBS: readonly (readonly [room: string, job: string, work: Work])[] = [
  ['requests', 'one is found, chosen, and started from the list', startsFromTheInbox],
  ['a request', 'what is doubtful is decided, and the answer released (IDV-06, OUT-08)', decidesAndReleases],
  ['records', 'one is withheld with its three answers (TPD-01)', withholdsRecord],
  ['sources', 'one is tested, compared with the register, and a search reckoned', testsSources],
  ['a data map', 'it is read, edited, checked, and taken away as a file', editsDataMap],
  ['the register', 'it is taken as a file', takesRegister],
  ['the overview', 'figures of a time are read as a table', looksAtFigures],
  ['received data', 'what another controller sent is saved, and deleted for good (DEL-04)', savesAndDeletesReceived],
  ['the audit trail', 'it is verified, and the evidence of one request taken', readsTrail],
  ['people', 'somebody is taken in, given another role, and their access ended', takesSomebodyIn],
  ['programs', 'one is given a token, which is revoked', givesToken],
  ['settings', 'a session elsewhere is ended, and one’s own', endsSession],
];
