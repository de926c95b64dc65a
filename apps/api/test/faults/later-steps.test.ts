import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaughtMail } from '@habeas/example-worlds';
import { accepted } from '../../src/client/service-client.js';
import { Officer } from '../../src/demo/officer.js';
import { LATER_POINTS } from '../../src/testing/faults/fault-points.js';
import { assembled, awaiting } from '../assembled-request.js';
import { invite } from '../people.js';
import { firstOfficer } from '../small-house.js';
import { SubjectBrowser, workedOut } from '../subject-browser.js';
import { type HandedOver, LaterStage, ROSA } from './client/later-stage.js';
import type { LaterHouse } from './house/later-house.js';

/** The points at which the service dies in every run of the tests; at all of them where that is wanted (see README.md). */
const OFTEN: ReadonlySet<string> = new Set([
  ...['webhook.after-send', 'claim.mail', 'mail.after-send', 'mail.after-commit', 'blob.packed.mid-stream', 'pack.before-commit'],
  ...['transmission.make.after-commit', 'transmit.after-send', 'transmission.send.after-commit'],
  ...['probe.before-commit', 'purge.before-commit', 'remind.before-commit', 'recheck.after-commit'],
]);
const isEvery = process.env['HABEAS_TEST_EVERY_POINT'] !== undefined;
const some = (...points: readonly string[]): readonly string[] => points.filter((point) => isEvery || OFTEN.has(point));
/** All that a step comes by which sends something. */
const sending = (kind: string): readonly string[] =>
  some(`claim.${kind}`, ...['before-send', 'after-send', 'before-commit', 'after-commit'].map((at) => `${kind}.${at}`));
const around = (kind: string): readonly string[] => some(`claim.${kind}`, `${kind}.before-commit`, `${kind}.after-commit`);
const storing = (kind: string): readonly string[] =>
  ['before-put', 'mid-stream', 'before-link', 'after-link', 'after-put'].map((at) => `blob.${kind}.${at}`);
/** Deaths after the other side has taken it, and before that is noted: each costs one more. */
const doubledBy = (points: readonly string[]): number =>
  points.filter((point) => /\.(?:after-send|before-commit)$/u.test(point)).length;

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 11, 22, 33, 44, 55]);

let stage: LaterStage;
let house: LaterHouse;
let officer: Officer;
/** An answer that went out. */
let answered: HandedOver & { readonly mail: CaughtMail };
beforeAll(async () => {
  stage = await LaterStage.open();
  ({ house, officer } = stage);
}, 180_000);
afterAll(() => house.tearDown());

describe('what a service tells others, which dies on the way', () => {
  it('webhooks get there at least once, each always under its id and in the same words, and nothing that was not recorded', async () => {
    const identifiers = [{ kind: 'email' as const, value: 'told@example.org' }];
    const input = { clientKey: 'told-of-it', identifiers, rights: ['access' as const] };
    const open = async () => accepted((await officer.client.run('openRequest', { input })).openRequest);
    if (isEvery) await house.strike(['request.open.before-commit'], open);
    expect(await house.window.rows('SELECT id FROM webhook_call')).toEqual([]);
    const points = sending('webhook');
    await house.strike(points, open);
    await house.quiet();
    const rows = await house.window.rows('SELECT id, state FROM webhook_call');
    const { calls } = house.outside.hooks;
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'sent'));
    expect(new Set(calls.map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)));
    expect(new Set(calls.map(({ id, body }) => `${id} ${body}`)).size).toBe(rows.length);
    expect(calls.length).toBeGreaterThanOrEqual(rows.length + doubledBy(points));
    expect(calls.length).toBeLessThanOrEqual(await stage.triesOf('webhook-'));
  }, 300_000);

  it('a mail is not sent where it was not recorded, never lost, and only again, as the same, until it is noted', async () => {
    const handed = await stage.handedOver(stage.guests(true)[0]);
    const { id, email } = handed;
    await awaiting(officer, id);
    await house.strike(['request.release.before-commit'], () => stage.release(id));
    await house.quiet();
    expect([await stage.stateOf(id), await stage.messagesOf(id, 'archive_ready')]).toEqual(['awaiting_release', []]);
    const points = sending('mail');
    await house.strike(points, () => stage.release(id));
    await house.quiet();
    const messages = await stage.messagesOf(id, 'archive_ready');
    expect(messages).toMatchObject([{ state: 'sent' }]);
    const caught = stage.caughtOf(messages[0]);
    expect(caught.length).toBeGreaterThanOrEqual(1 + doubledBy(points));
    expect(caught.length).toBeLessThanOrEqual(await stage.triesOf(`mail-${String(messages[0]?.id)}`));
    expect(new Set(caught.map(({ to, text }) => `${to.join()} ${text}`)).size).toBe(1);
    expect(caught[0]?.to).toEqual([email]);
    answered = { ...handed, mail: caught[0]! };
  }, 300_000);

  it('an archive that is locked is whole or not there, and its plain one can be had all the while', async () => {
    const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(answered.mail.text)?.[0] ?? '').split('#');
    const path = new URL(address).pathname;
    const browser = new SubjectBrowser(house.url);
    expect((await browser.post(path, { secret, claimCode: answered.claimCode })).status).toBe(200);
    const etagOf = async () => (await browser.send(`${path}/archive`, { method: 'HEAD' })).headers.get('etag');
    const plain = await etagOf();
    const lock = () => browser.post(`${path}/packing`, { packing: 'aes' });
    if (isEvery) await house.strike(['delivery.pack.before-commit'], lock);
    expect(await etagOf()).toBe(plain);
    const points = some(
      'delivery.pack.after-commit',
      'claim.pack',
      ...storing('packed'),
      'pack.before-commit',
      'pack.after-commit',
    );
    const isThere = new Map<string, boolean>();
    await house.strike(points, lock, async (point) => {
      const [row] = await house.window.rows('SELECT * FROM delivery WHERE request = ?', answered.id);
      expect([point, JSON.stringify(row).includes('packed/')]).toEqual([point, point === 'pack.after-commit']);
      isThere.set(point, house.blobs(answered.id, 'packed/').length > 0);
    });
    for (const point of ['blob.packed.mid-stream', 'blob.packed.before-link']) expect(isThere.get(point) ?? false).toBe(false);
    await house.quiet();
    const locked = await browser.send(`${path}/archive`);
    const bytes = Buffer.from(await locked.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect([locked.status, String(bytes.length)]).toEqual([200, locked.headers.get('content-length')]);
    expect(locked.headers.get('etag')).toContain(sha256);
    expect(locked.headers.get('etag')).not.toBe(plain);
  }, 300_000);

  it('what goes to another controller is there once, acknowledged by its hash, and leaves no copy behind', async () => {
    const browser = new SubjectBrowser(house.url);
    const { id, reference, claimCode } = answered;
    await browser.post('/ask/hostel/follow', { reference, claimCode });
    const send = () => browser.post(`/ask/hostel/requests/${id}/transmit`, { receiver: 'union', other: '' });
    if (isEvery) await house.strike(['transmission.order.before-commit'], send);
    const [made, sent] = ['transmission.make', 'transmission.send'].map((each) => [
      `${each}.before-commit`,
      `${each}.after-commit`,
    ]);
    const points = some(
      ...['transmission.order.after-commit', 'claim.transmit', ...storing('transmit'), ...made!],
      ...['transmit.before-send', 'transmit.after-send', ...sent!, 'transmit.before-commit', 'transmit.after-commit'],
    );
    await house.strike(points, send);
    await house.quiet();
    const [gone, ...more] = (await officer.client.run('transmissions', { id })).request?.transmissions ?? [];
    expect([gone?.state, more]).toEqual(['sent', []]);
    const receiving = await firstOfficer(house.outside.other);
    const { receivedTransmissions: taken } = await receiving.client.run('receivedTransmissions', {});
    expect(taken).toMatchObject([{ offered: gone?.id, sha256: gone?.receipt?.sha256, bytes: gone?.receipt?.bytes }]);
    expect(house.blobs(id, 'transmit/')).toEqual([]);
    const messages = await stage.messagesOf(id, 'transmitted');
    expect(messages).toMatchObject([{ state: 'sent' }]);
  }, 300_000);
});

describe('what a service does when its time has come, and dies on the way', () => {
  it('a reminder is told once, in one way', async () => {
    await house.strike(around('remind'), () => house.window.letBeDue(answered.id, 'remind'));
    await house.quiet();
    expect(await stage.messagesOf(answered.id, 'archive_expiring', 'closed')).toMatchObject([{ state: 'sent' }]);
  }, 180_000);

  it('whoever asks is looked for, and one code goes to the contact on record', async () => {
    const browser = new SubjectBrowser(house.url);
    const form = workedOut(await browser.open('/ask/hostel'));
    const fields = { requester: 'self', rights: 'access', format: 'csv', language: 'en', customerNumber: String(ROSA.number) };
    await house.strike(around('probe'), () => browser.post('/ask/hostel', { ...form, ...fields }));
    await house.quiet();
    const [row] = await house.window.rows('SELECT id FROM request ORDER BY reference DESC LIMIT 1');
    const { request } = await officer.client.run('requestContacts', { id: String(row?.['id']) });
    expect(request?.contacts?.probe).toBe('codes_sent');
    const codes = house.outside.catcher.mails.filter(({ to, text }) => to.includes(ROSA.email) && /\b\d{8}\b/u.test(text));
    expect(new Set(codes.map(({ messageId }) => messageId)).size).toBe(1);
  }, 180_000);

  it('the copy of a document is gone from the disk once it is decided about (IDV-04)', async () => {
    const id = await assembled(officer, stage.guests(true)[1]!);
    await stage.proved();
    const { code } = await invite(officer, 'handler');
    const handler = await Officer.invited({ url: house.url, code, controller: 'hostel' });
    const doubt = { because: 'unknown_sender' as const, text: 'The mailbox is a day old.' };
    accepted((await handler.client.run('noteDoubt', { id, doubt })).noteDoubt);
    const why = {
      ...{ dataTypes: 'Stays.', isSpecial: false, nature: 'A copy.', context: 'A mailbox that nobody knows.' },
      ...{ harm: 'Somebody would learn where she slept.', harmLevel: 'high' as const, nothingLess: 'She knows no booking.' },
    };
    accepted((await officer.client.run('demandDocument', { id, why })).demandDocument);
    expect((await handler.client.send(`/requests/${id}/document`, { method: 'POST', body: PNG })).status).toBe(201);
    expect(house.blobs(id, 'quarantine/')).toHaveLength(1);
    expect((await officer.client.send(`/requests/${id}/document`)).status).toBe(200);
    const verdict = { kind: 'passport' as const, outcome: 'accepted' as const };
    const decide = async () => accepted((await officer.client.run('decideDocument', { id, verdict })).decideDocument);
    await house.strike(around('purge'), decide);
    await house.quiet();
    expect(house.blobs(id, 'quarantine/')).toEqual([]);
    const { request } = await officer.client.run('requestProof', { id, language: 'en' });
    expect(request?.proof.document).toMatchObject({ deleteBy: null, checked: { outcome: 'accepted' } });
  }, 180_000);

  it('a source that is back is searched once, for an addition', async () => {
    const { id, putBack } = await stage.partial(stage.guests(false)[0]);
    putBack();
    await house.strike(around('recheck'), () => house.window.letBeDue(id, 'recheck'));
    await house.quiet();
    const { request } = await officer.client.run('requestAnswers', { id });
    expect(request?.answers.map(({ complete }) => complete)).toEqual([false, true]);
    expect(await stage.actions(id, 'request.retry')).toBe(1);
  }, 180_000);

  it('what nobody could look for to the last is told after all, and then everything is destroyed, half-way deaths or not (SCP-09)', async () => {
    const { id, email, putBack } = await stage.partial(stage.guests(false)[1]);
    await house.process.kill();
    const end = Date.now() - 1_000;
    await house.window.rows('UPDATE request SET expires_at = ? WHERE id = ?', end, id);
    for (const kind of ['recheck', 'expire']) await house.window.letBeDue(id, kind);
    await house.goOn();
    await house.quiet();
    putBack();
    const [message] = await stage.messagesOf(id, 'addition_given_up');
    const [told] = stage.caughtOf(message);
    expect([told?.to, told?.text]).toEqual([[email], expect.stringContaining('- Hostel software')]);
    expect([await stage.stateOf(id), await stage.actions(id, 'addition.giveUp')]).toEqual(['released', 1]);

    await house.process.kill();
    await house.window.letHaveBeenTold(id);
    await house.goOn();
    const points = ['expire.after-commit', ...(isEvery ? ['claim.shred', 'blob.after-remove'] : []), 'blob.before-remove'];
    await house.strike(points, () => house.window.letBeDue(id, 'expire'));
    await house.quiet();
    expect([await stage.stateOf(id), await stage.actions(id, 'request.shred'), house.blobs(id)]).toEqual(['shredded', 1, []]);
    const [left] = await house.window.rows('SELECT data_key, subject_file, case_file FROM request WHERE id = ?', id);
    expect(left).toEqual({ data_key: null, subject_file: null, case_file: null });
    for (const table of ['message', 'delivery', 'evidence_segment'])
      expect([table, await house.window.rows(`SELECT * FROM ${table} WHERE request = ?`, id)]).toEqual([table, []]);
  }, 240_000);

  it('has died at each of the points', () => {
    const wanted = LATER_POINTS.filter((point) => isEvery || OFTEN.has(point));
    expect(wanted.filter((point) => !house.died.includes(point))).toEqual([]);
    expect([...OFTEN].filter((point) => !LATER_POINTS.includes(point))).toEqual([]);
  });
});
