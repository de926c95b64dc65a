import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import type { AuditEntry } from '../audit/audit-entry.js';
import type { SourceBinding } from '../discovery/source.js';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import type { FakeScript } from '../testing/fake-script.js';
import { FakeMailer } from '../testing/mail-house.js';
import { refuseUnfounded, UNFOUNDED } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { attestIdentity, cancelRequest, pauseRequest, releaseRequest, retrySearch } from './decide-request.js';
import { refuseOnGround } from './grounded-refusal.js';
import { openCaseFile } from './sealed-files.js';
import { reviewMatch } from './review-match.js';
import { shredRequest } from './shred-request.js';
import type { DataRequest } from './data-request.js';
import { nextState, possibleEvents, TRANSITIONS } from './transitions.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

function houseOf(...scripts: readonly FakeScript[]): RequestHouse {
  house = requestHouse(scripts.map(fakeSource), { mailer: new FakeMailer() });
  return house;
}

const steppedUp = { ...OFFICER, steppedUpAt: new Date() };

async function linesOf({ vault }: RequestHouse, request: DataRequest): Promise<readonly string[]> {
  const key = { controller: 'club', request: request.id, dataKey: request.dataKey ?? '' };
  let text = '';
  for await (const part of vault.read(key, request.archive?.blob ?? '')) text += Buffer.from(part).toString();
  return text.trimEnd().split('\n');
}

async function lastEntry({ store }: RequestHouse): Promise<AuditEntry | undefined> {
  const { items } = await store.transact(({ audit }) => audit.page('club', {}, { first: 10 }));
  return items.map(({ item }) => item).find(({ action }) => action.startsWith('request.'));
}

describe('a request', () => {
  it('goes from its start to a finished archive without anybody, where nothing is doubtful', async () => {
    const club = houseOf(ASSOCIATION, NEWSLETTER, TICKETS);
    const { id } = await club.open();
    const done = await club.workUntil(id, 'awaiting_release');
    expect(done).toMatchObject({ complete: true, queued: 0, archive: { records: 9, files: 2 } });
    const lines = await linesOf(club, done);
    expect(lines.filter((line) => line.includes('"text"'))).toHaveLength(2);
    expect(lines.some((line) => line.includes('bob@example'))).toBe(false);
    expect(done.ledger.map(({ source, collection, outcome }) => `${source}/${collection} ${outcome}`)).toContain(
      'shop/attendee complete',
    );
    expect(club.faults).toEqual([]);
  });

  it('is released only by somebody who has just proved that it is them, and then destroyed when its time is over', async () => {
    const club = houseOf(ASSOCIATION);
    const { id } = await club.open();
    await club.workUntil(id, 'awaiting_release');
    await expect(releaseRequest(club.desk, OFFICER, id, { days: 7 })).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const stale = { ...OFFICER, steppedUpAt: new Date(Date.now() - 6 * 60_000) };
    await expect(releaseRequest(club.desk, stale, id, { days: 7 })).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(releaseRequest(club.desk, steppedUp, id, { days: 31 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const released = await releaseRequest(club.desk, steppedUp, id, { days: 7 });
    expect(released.state).toBe('released');
    expect(released.dataKey).toContain('until');
    expect((await openCaseFile(club.vault, released)).decisions).toEqual([]);
    expect(await lastEntry(club)).toMatchObject({ action: 'request.release', details: { complete: true, reason: false } });
    await expect(releaseRequest(club.desk, steppedUp, id, { days: 7 })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await shredRequest(club.desk, OFFICER, id);
    const shredded = await club.workUntil(id, 'shredded');
    expect(shredded).not.toHaveProperty('dataKey', expect.anything());
    expect(shredded.archive).toBeUndefined();
    for (let look = 0; look < 200 && club.vault.stored().length > 0; look += 1) await new Promise((wake) => setTimeout(wake, 5));
    expect(club.vault.stored()).toEqual([]);
  });

  it('waits for a human where a match is doubtful, and goes on with the last decision', async () => {
    const shared = { ...NEWSLETTER, collections: { subscriber: { ...subscriber(), rows: [DOUBTFUL, ...subscriber().rows] } } };
    const club = houseOf(ASSOCIATION, shared);
    const { id } = await club.open();
    const waiting = await club.workUntil(id, 'in_review');
    const { matches } = await openCaseFile(club.vault, waiting);
    const queued = matches.filter(({ decision }) => decision === 'queued');
    expect(queued.length).toBe(waiting.queued);
    expect(queued.length).toBeGreaterThan(0);
    await expect(reviewMatch(club.desk, OFFICER, id, { match: 'm99', verdict: 'confirmed', reason: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const [index, match] of queued.entries()) {
      const verdict = index === 0 ? 'confirmed' : 'rejected';
      await reviewMatch(club.desk, OFFICER, id, { match: match.id, verdict, reason: 'asked her' });
    }
    const done = await club.workUntil(id, 'awaiting_release', 'in_review', 'needs_attention');
    expect(done).toMatchObject({ state: 'awaiting_release', complete: true });
    const after = await openCaseFile(club.vault, done);
    expect(after.matches.filter(({ decision }) => decision === 'queued')).toEqual([]);
    expect(after.matches.flatMap(({ reasons }) => reasons)).toContain('confirmed-by-human');
  });

  it('says what failed in a source, is not complete, and is released only with a reason', async () => {
    const error = new ConnectorError('permission', 'Not yours to read.');
    const club = houseOf({ ...ASSOCIATION, faults: [{ at: 'records', collection: 'order', after: 0, error, times: 99 }] });
    const { id } = await club.open();
    const done = await club.workUntil(id, 'awaiting_release');
    expect(done.complete).toBe(false);
    expect(done.ledger.find(({ collection }) => collection === 'order')).toMatchObject({ outcome: 'denied', blocking: true });
    await expect(releaseRequest(club.desk, steppedUp, id, { days: 7 })).rejects.toMatchObject({ code: 'INCOMPLETE' });
    await retrySearch(club.desk, OFFICER, id);
    await club.workUntil(id, 'awaiting_release');
    const reason = 'The rest follows by letter.';
    const released = await releaseRequest(club.desk, steppedUp, id, { days: 7, reason: ` ${reason}\n` });
    expect(released.state).toBe('released');
    expect((await openCaseFile(club.vault, released)).decisions).toEqual([
      { event: 'release', reason, by: 'stf_1', at: released.updatedAt.toISOString() },
    ]);
    expect(await lastEntry(club)).toMatchObject({ action: 'request.release', details: { complete: false, reason: true } });
    expect(JSON.stringify(await lastEntry(club))).not.toContain(reason);
  });

  it('waits for a human after all where a doubtful match appears while it is read', async () => {
    const shared = fakeSource({ ...NEWSLETTER, collections: { subscriber: { ...subscriber(), rows: [DOUBTFUL] } } });
    const crm = fakeSource(ASSOCIATION);
    const sources: SourceBinding[] = [];
    sources.push({
      ...crm,
      open: (signal) => {
        if (sources.length === 1) sources.push(shared);
        return crm.open(signal);
      },
    });
    house = requestHouse(sources);
    const { id } = await house.open();
    const waiting = await house.workUntil(id, 'in_review', 'awaiting_release');
    expect(waiting).toMatchObject({ state: 'in_review', queued: 1 });
    await expect(reviewMatch(house.desk, OFFICER, id, { match: 'm1', verdict: 'rejected', reason: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('keeps large files beside its records', async () => {
    const line = { ...lines(), rows: [{ id: 100, order: 10, scan: 'x'.repeat(70_000) }] };
    const club = houseOf({ ...ASSOCIATION, collections: { ...ASSOCIATION.collections, line } });
    const { id } = await club.open();
    const done = await club.workUntil(id, 'awaiting_release');
    expect(done.archive?.files).toBe(1);
    expect((await linesOf(club, done)).some((text) => text.length > 70_000)).toBe(true);
    expect(club.vault.stored().some((name) => name.includes('file-'))).toBe(true);
    await expect(reviewMatch(club.desk, OFFICER, id, { match: 'm1', verdict: 'rejected', reason: 'x' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('is destroyed by itself when its time is over', async () => {
    const club = houseOf(ASSOCIATION);
    const { id } = await club.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    await cancelRequest(club.desk, OFFICER, id, 'withdrawn');
    const due = { id: 'stp_e', controller: 'club', request: id, key: 'expire-now', kind: 'expire', workflowVersion: 1 } as const;
    await club.store.transact(({ steps, now }) => steps.add({ ...due, dueAt: now }));
    expect((await club.workUntil(id, 'shredded')).dataKey).toBeUndefined();
    await club.store.transact(({ steps, now }) => steps.add({ ...due, id: 'stp_f', key: 'expire-again', dueAt: now }));
    for (let look = 0; look < 500; look += 1) {
      const steps = await club.store.transact(({ steps: rows }) => rows.of('club', id));
      if (steps.find(({ key }) => key === 'expire-again')?.state === 'done') break;
      await new Promise((wake) => setTimeout(wake, 2));
    }
    expect(club.faults).toEqual([]);
  });

  it('searches nothing before something is proved', async () => {
    const club = houseOf(ASSOCIATION);
    const opened = await club.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    expect(opened.state).toBe('received');
    await expect(attestIdentity(club.desk, OFFICER, opened.id, [{ identifier: 2, provedBy: 'x' }])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(attestIdentity(club.desk, OFFICER, opened.id, [])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const ready = await attestIdentity(club.desk, OFFICER, opened.id, [{ identifier: 1, provedBy: 'answered a mail' }]);
    expect(ready.state).toBe('ready');
  });

  it('is ended with a reason, and kept for a while', async () => {
    const club = houseOf(ASSOCIATION);
    const { id } = await club.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    const { reason, claimed: ground } = UNFOUNDED;
    const officer = { ...OFFICER, steppedUpAt: club.desk.clock.now() };
    const unsaid = refuseOnGround(club.desk, officer, id, { reason: ' ', claimed: ground });
    await expect(unsaid).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const refused = await refuseUnfounded(club.desk, OFFICER, id);
    expect(refused).toMatchObject({ state: 'refused' });
    const { decisions } = await openCaseFile(club.vault, refused);
    expect(decisions).toEqual([{ event: 'refuse', reason, ground, by: 'stf_1', at: refused.updatedAt.toISOString() }]);
    expect(await lastEntry(club)).toMatchObject({ action: 'request.refuse', details: { state: 'refused', reason: true } });
    expect(JSON.stringify(await lastEntry(club))).not.toContain(reason);
    await expect(cancelRequest(club.desk, OFFICER, id, 'x')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const steps = await club.store.transact(({ steps: rows }) => rows.of('club', id));
    expect(steps.map(({ kind, state }) => [kind, state])).toEqual([['expire', 'pending']]);
  });

  it('keeps what was said about matches beside the reason of its end, and nothing after it was destroyed', async () => {
    const shared = { ...NEWSLETTER, collections: { subscriber: { ...subscriber(), rows: [DOUBTFUL, ...subscriber().rows] } } };
    const club = houseOf(ASSOCIATION, shared);
    const { id } = await club.open();
    const { matches } = await openCaseFile(club.vault, await club.workUntil(id, 'in_review'));
    const match = matches.find(({ decision }) => decision === 'queued')?.id ?? '';
    await reviewMatch(club.desk, OFFICER, id, { match, verdict: 'confirmed', reason: 'asked her' });
    await club.workUntil(id, 'in_review', 'awaiting_release');
    const cancelled = await cancelRequest(club.desk, OFFICER, id, 'She has withdrawn it.');
    const file = await openCaseFile(club.vault, cancelled);
    expect(file.reviews).toMatchObject([{ verdict: 'confirmed', reason: 'asked her' }]);
    expect(file.decisions).toMatchObject([{ event: 'cancel', reason: 'She has withdrawn it.' }]);
    const shredded = await shredRequest(club.desk, OFFICER, id);
    expect(await openCaseFile(club.vault, shredded)).toEqual({ matches: [], identifiers: [], reviews: [], decisions: [] });
    await expect(cancelRequest(club.desk, OFFICER, id, 'again')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is somebody else’s for another controller', async () => {
    const club = houseOf(ASSOCIATION);
    const { id } = await club.open();
    const other = { ...OFFICER, controller: 'hostel' };
    await expect(pauseRequest(club.desk, other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function subscriber(): NonNullable<(typeof NEWSLETTER)['collections'][string]> {
  const found = NEWSLETTER.collections['subscriber'];
  if (found === undefined) throw new Error('The newsletter has no subscribers.');
  return found;
}

function lines(): NonNullable<(typeof ASSOCIATION)['collections'][string]> {
  const found = ASSOCIATION.collections['line'];
  if (found === undefined) throw new Error('The association has no lines.');
  return found;
}

/** A record that carries Ann's number and somebody else's name. */
const DOUBTFUL = { id: 'z', email: 'zoe@example.test', member: '1', name: 'Zoe Petit' };

describe('transitions', () => {
  it('lead nowhere from what is shredded, and everything that is not decided can be cancelled', () => {
    expect(possibleEvents({ state: 'shredded' })).toEqual([]);
    for (const state of TRANSITIONS.cancel.from) expect(nextState({ state }, 'cancel')).toBe('cancelled');
    expect(nextState({ state: 'paused', resumesIn: 'gathering' }, 'resume')).toBe('gathering');
    expect(nextState({ state: 'received' }, 'start')).toBeUndefined();
  });
});
