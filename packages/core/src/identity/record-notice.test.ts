import { Secret } from '@habeas/connector-sdk';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { recordBounce } from '../mail/record-bounce.js';
import type { OutgoingMessage } from '../ports/mailer.js';
import { gateNow } from '../proof/gate-now.js';
import { proofStanding } from '../proof/proof-standing.js';
import { attestIdentity, cancelRequest, releaseRequest, retrySearch, startSearch } from '../request/decide-request.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { stepsOf } from '../testing/addition-house.js';
import { type AskingHouse, askingHouse } from '../testing/asking-house.js';
import { ASSOCIATION, NEWSLETTER } from '../testing/association.js';
import { stopHouses } from '../testing/delivery-house.js';
import { fakeSource } from '../testing/fake-source.js';
import { messagesOf } from '../testing/mail-house.js';
import { OFFICER, OFFICERS_MAILBOX } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import { coolOffEnd } from './cool-off.js';
import { objectToRequest, stoppable, type StopKeys } from './object.js';
import { mailboxesOnRecord, MOST_TOLD, withTold } from './record-notice.js';

afterEach(stopHouses);

const DAY_MS = 86_400_000;
const COPY: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const OWNER = 'ann@example.org';
const NEW = 'thief@new.test';
/** Whoever has taken over an account of the controller's, and given an address of theirs. */
const TAKEN_OVER = {
  identifiers: [
    { kind: 'id', namespace: 'crm.member', value: '1', provedBy: 'signed in' },
    { kind: 'email', value: NEW, provedBy: 'signed in' },
  ],
  isSignedIn: true,
  isFreshlySignedIn: true,
} as const;

async function takenOver(house: AskingHouse = askingHouse()) {
  const { request } = await house.handOver(TAKEN_OVER);
  const waiting = await house.club.workUntil(request.id, 'awaiting_release');
  const notice = await mailOf(house, 'notice');
  return { ...house, id: request.id, waiting, notice, keys: keysIn(notice) };
}

async function mailOf({ sent }: AskingHouse, kind: OutgoingMessage['kind'], to?: string): Promise<OutgoingMessage> {
  const find = (): OutgoingMessage | undefined =>
    sent.find((each) => each.kind === kind && (to === undefined || each.to.reveal() === to));
  await until(() => find() !== undefined);
  return find()!;
}

function keysIn({ facts }: OutgoingMessage): StopKeys {
  const [controller = '', , request = '', secret = ''] = String(facts.link).split('/ask/')[1]!.split('/');
  return { controller, request, secret: new Secret(secret) };
}

async function coolOff({ club, clock }: AskingHouse, id: string, milliseconds = DAY_MS + 1_000): Promise<void> {
  const before = (await stepsOf(club, id, 'cool-off')).filter(({ state }) => state === 'done').length;
  clock.pass(milliseconds);
  club.desk.wake();
  await until(async () => (await stepsOf(club, id, 'cool-off')).filter(({ state }) => state === 'done').length > before);
}

describe('a contact on record (R57)', () => {
  it('is told of a request whose answer would go to another address, and of nothing but its reference', async () => {
    const { notice, waiting, id } = await takenOver();
    expect([notice.kind, notice.to.reveal()]).toEqual(['notice', OWNER]);
    expect(notice.facts).toEqual({ reference: waiting.reference, link: expect.stringContaining(`/ask/club/stop/${id}/`) });
    expect(waiting.contacts).toMatchObject({ isNew: true, notice: { told: 1 } });
  });

  it('is told by the receipt and the link alone where everything goes there anyway', async () => {
    const house = askingHouse();
    const { request } = await house.handOver();
    const done = await house.club.workUntil(request.id, 'released');
    await mailOf(house, 'archive_ready');
    expect(done.contacts).toEqual({ isNew: false });
    expect(house.sent.map(({ kind }) => kind)).toEqual(['archive_ready']);
  });

  it('is told once, however often it is searched, and each of them', async () => {
    const house = askingHouse({ disclosed: () => COPY }, [ASSOCIATION, NEWSLETTER].map((each) => fakeSource(each))); // prettier-ignore
    const { request } = await house.handOver({
      identifiers: [{ kind: 'id', namespace: 'crm.member', value: '1', provedBy: 'a call' }],
    });
    await house.club.workUntil(request.id, 'awaiting_release');
    await retrySearch(house.club.desk, OFFICER, request.id);
    await house.club.workUntil(request.id, 'awaiting_release');
    const told = house.sent.filter(({ kind }) => kind === 'notice').map(({ to }) => to.reveal());
    expect(told.sort()).toEqual(['ann.m@example.test', OWNER]);
    const secrets = house.sent.map((each) => keysIn(each).secret.reveal());
    expect(new Set(secrets).size).toBe(1);
  });

  it('has with its code the way to say that they did not ask', async () => {
    const house = askingHouse();
    const asked = await house.ask({ identifiers: [{ kind: 'id', namespace: 'crm.member', value: '1' }] });
    const code = await mailOf(house, 'code');
    await expect(objectToRequest(house.club.desk, keysIn(code))).resolves.toMatchObject({ id: asked.own.id });
    await expect(house.prove(asked.own, String(code.facts.code))).resolves.toBe(false);
  });

  it('leaves the request to an officer when it did not ask: it does not end by itself (IDV-08)', async () => {
    const house = askingHouse();
    const { own } = await house.ask({ identifiers: [{ kind: 'id', namespace: 'crm.member', value: '1' }] });
    await objectToRequest(house.club.desk, keysIn(await mailOf(house, 'code')));
    house.clock.pass(30 * DAY_MS);
    house.club.desk.wake();
    await until(async () => (await stepsOf(house.club, own.id, 'lapse')).some(({ state }) => state === 'done'));
    await until(() => house.sent.filter(({ kind }) => kind === 'review_needed').length > 1);
    expect((await house.club.get(own.id)).state).toBe('received');
  });

  it('is told nothing that leads anywhere where its controller has no pages', () => {
    const house = askingHouse();
    const { desk } = house.club;
    const delivery = { ...desk.delivery, stopOf: () => undefined };
    const told = withTold({ identifiers: [] }, [new Secret(OWNER)], {
      request: { controller: 'club', id: 'req_1' } as never,
      desk: { delivery },
    });
    expect([told.link, told.fresh.length]).toEqual([{}, 1]);
  });

  it('is one of so many at most', () => {
    const { desk } = askingHouse().club;
    const many = Array.from({ length: MOST_TOLD + 2 }, (_, index) => new Secret(`a${String(index)}@example.org`));
    const request = { controller: 'club', id: 'req_1' } as never;
    const first = withTold({ identifiers: [] }, many, { request, desk });
    expect(first.fresh).toHaveLength(MOST_TOLD);
    expect(withTold(first.file, many, { request, desk }).fresh).toEqual([]);
  });

  it('is no mailbox that several people read', () => {
    const identifier = { kind: 'email', shared: true, exact: new Secret(OWNER) };
    const discovery = { included: [{ id: 'm1' }], foundOn: () => [{ identifier, field: 'member.email' }] };
    expect(mailboxesOnRecord(discovery as never)).toEqual([]);
  });
});

describe('an answer that would go to a new contact by itself (R57)', () => {
  it('waits for a day, and goes out when no contact on record has objected', async () => {
    const house = await takenOver();
    expect(gateNow(house.waiting)).toMatchObject({ release: 'dpo', reasons: [{ code: 'cool-off' }] });
    house.clock.pass(DAY_MS - 60_000);
    house.club.desk.wake();
    expect(await stepsOf(house.club, house.id, 'cool-off')).toMatchObject([{ state: 'pending' }]);
    await coolOff(house, house.id, 120_000);
    const released = await house.club.workUntil(house.id, 'released');
    expect(released.contacts?.cooledOffAt).toBeDefined();
    expect((await mailOf(house, 'archive_ready')).to.reveal()).toBe(NEW);
  });

  it('is stopped by one who did not ask, and an officer is told, whose reason alone lets it go', async () => {
    const house = await takenOver();
    const { club, id, keys, officer } = house;
    const stopped = await objectToRequest(club.desk, keys);
    expect(stopped?.contacts?.objectedAt).toBeDefined();
    const toOfficer = await mailOf(house, 'review_needed');
    expect(toOfficer.to.reveal()).toBe(OFFICERS_MAILBOX);
    expect(toOfficer.facts).toEqual({ reference: stopped?.reference, dueOn: expect.anything() });
    await coolOff(house, id);
    const waiting = await club.get(id);
    expect(waiting.state).toBe('awaiting_release');
    expect(gateNow(waiting)).toMatchObject({ release: 'dpo', reasons: [{ code: 'objection' }, { code: 'cool-off' }] });
    expect(proofStanding(waiting).reasons).toContain('doubt');
    await expect(releaseRequest(club.desk, officer(), id, { days: 7 })).rejects.toMatchObject({ code: 'INCOMPLETE' });
    await releaseRequest(club.desk, officer(), id, { days: 7, reason: 'She called: her partner had read the mail.' });
    await club.workUntil(id, 'released');
  });

  it('is stopped by one who did not ask also when it is out: its link is worth nothing', async () => {
    const house = await takenOver();
    const { club, id, keys } = house;
    await coolOff(house, id);
    await club.workUntil(id, 'released');
    await expect(objectToRequest(club.desk, keys)).resolves.toMatchObject({ id });
    const delivery = await club.store.transact(({ deliveries }) => deliveries.get('club', id));
    expect(delivery?.link?.isRevoked).toBe(true);
  });

  it('waits for an officer where no notice went out, and as long as one still waits', async () => {
    const house = await takenOver();
    const { club, id, entries } = house;
    const notice = (await messagesOf(club, id)).find(({ kind }) => kind === 'notice')!;
    await recordBounce(club.desk, OFFICER, id, { message: notice.id });
    await coolOff(house, id);
    expect((await club.get(id)).state).toBe('awaiting_release');
    expect((await entries()).map(({ action }) => action)).toContain('identity.untold');
  });

  it('is looked at again in an hour while a notice waits for the mail server, and at once where there is nobody to tell', () => {
    const now = new Date('2026-04-01T08:00:00Z');
    const waiting = { kind: 'notice', state: 'waiting' } as never;
    const terms = { now, coolOffMs: DAY_MS, isTold: true };
    expect(coolOffEnd([waiting], terms)).toEqual(new Date('2026-04-01T09:00:00Z'));
    expect(coolOffEnd([], { ...terms, isTold: false })).toEqual(now);
    expect(coolOffEnd([waiting], { ...terms, coolOffMs: 0 })).toEqual(now);
    const sent = (sentAt: string) => ({ kind: 'notice', state: 'sent', sentAt: new Date(sentAt) }) as never;
    const both = [sent('2026-04-01T02:00:00Z'), sent('2026-04-01T03:00:00Z'), waiting];
    expect(coolOffEnd(both, terms)).toEqual(new Date('2026-04-02T03:00:00Z'));
  });

  it('is put off until a day after the mail server has taken the notice', async () => {
    const house = await takenOver();
    const { club, id, clock } = house;
    const notice = (await messagesOf(club, id)).find(({ kind }) => kind === 'notice')!;
    clock.pass(DAY_MS / 2);
    await club.store.transact(async ({ messages, now }) => {
      const kept = (await messages.get('club', notice.id))!;
      await messages.change({ ...kept, sentAt: now });
    });
    await coolOff(house, id, DAY_MS / 2 + 1_000);
    expect((await club.get(id)).state).toBe('awaiting_release');
    await coolOff(house, id, DAY_MS / 2);
    await club.workUntil(id, 'released');
  });
});

describe('the link of a notice (R57)', () => {
  it('is that of one request, with its own secret, in its own controller', async () => {
    const { club, keys } = await takenOver();
    await expect(stoppable(club.desk, keys)).resolves.toMatchObject({ id: keys.request });
    for (const wrong of [{ secret: new Secret('x') }, { request: 'req_9' }, { controller: 'other' }]) {
      await expect(stoppable(club.desk, { ...keys, ...wrong })).resolves.toBeUndefined();
      await expect(objectToRequest(club.desk, { ...keys, ...wrong })).resolves.toBeUndefined();
    }
  });

  it('stops once: a second time changes nothing and tells nobody', async () => {
    const house = await takenOver();
    const { club, keys } = house;
    const first = await objectToRequest(club.desk, keys);
    await mailOf(house, 'review_needed');
    await expect(objectToRequest(club.desk, keys)).resolves.toMatchObject({ version: first?.version });
    expect(house.sent.filter(({ kind }) => kind === 'review_needed')).toHaveLength(1);
  });

  it('leads nowhere once the request is over', async () => {
    const { club, keys, id } = await takenOver();
    await cancelRequest(club.desk, OFFICER, id, 'They have withdrawn it.');
    await expect(objectToRequest(club.desk, keys)).resolves.toBeUndefined();
  });

  it('keeps its secret sealed: in the store stands its hash', async () => {
    const { club, keys, id } = await takenOver();
    const request = await club.get(id);
    expect(JSON.stringify({ ...request, subjectFile: '' })).not.toContain(keys.secret.reveal());
    await expect(openSubjectFile(club.vault, request)).resolves.toMatchObject({ told: { to: [OWNER] } });
  });

  it('is noted as a message that failed where the register names nobody who decides', async () => {
    const house = await takenOver();
    const { club, keys, id } = house;
    const desk = { ...club.desk, delivery: { ...club.desk.delivery, officerOf: () => undefined } };
    await objectToRequest(desk, keys);
    const failed = (await messagesOf(club, id)).find(({ kind }) => kind === 'review_needed');
    expect(failed).toMatchObject({ state: 'failed', problem: { errorClass: 'not-found' } });
  });
});

it('an attested request that finds nobody tells nobody (R57)', async () => {
  const { club, sent } = askingHouse();
  const request = await club.open({ identifiers: [{ kind: 'email', value: 'nobody@example.org' }] });
  await attestIdentity(club.desk, OFFICER, request.id, [{ identifier: 1, provedBy: 'a call' }]);
  await startSearch(club.desk, OFFICER, request.id);
  await club.workUntil(request.id, 'awaiting_release');
  expect(sent).toEqual([]);
});
