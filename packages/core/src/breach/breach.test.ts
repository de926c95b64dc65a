import { afterEach, describe, expect, it } from '@jest/globals';
import { mayGoOn, viewDownload } from '../delivery/fetch-archive.js';
import { renewClaimCode, renewOwnLink } from '../delivery/manage-link.js';
import { subjectViewer } from '../identity/ask-for-data.js';
import { cancelRequest, releaseRequest } from '../request/decide-request.js';
import { viewAgenda } from '../request/clock/view-clock.js';
import type { DataRequest } from '../request/data-request.js';
import { openCaseFile } from '../request/sealed-files.js';
import { shredRequest } from '../request/shred-request.js';
import { type AnsweredSetting, answeredHouse, deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import type { BreachOutcome } from './breach.js';
import { endBreach } from './end-breach.js';
import { noteWrongRecipient } from './note-wrong-recipient.js';
import { viewBreaches } from './view-breaches.js';

afterEach(stopHouses);

const WORDS = 'Cleo Other telephoned: it came to her mailbox.';
const HOUR_MS = 3_600_000;
const ended = (outcome: BreachOutcome) => ({ breach: 'b1', outcome, words: 'The form of the authority was sent.' });

/** An answer that somebody has fetched, and was noted to be somebody else. */
async function astray(): Promise<AnsweredSetting & { readonly noted: DataRequest }> {
  const house = await answeredHouse();
  await house.letIn();
  const noted = await noteWrongRecipient(house.club.desk, house.officer(), house.request.id, { words: WORDS });
  return { ...house, noted };
}

async function viewed({ club, clock }: AnsweredSetting, request: DataRequest): Promise<ReturnType<typeof viewBreaches>> {
  return viewBreaches(request, await openCaseFile(club.vault, request), clock.now());
}

const agendaOf = ({ club, clock }: AnsweredSetting, request: DataRequest): ReturnType<typeof viewAgenda> =>
  viewAgenda(request, { settings: club.desk.clocks.settingsOf('club'), at: clock.now() });

describe('an answer that reached somebody else', () => {
  it('DEL-03: cannot be fetched any more by anybody, and what is being sent ends', async () => {
    const house = await answeredHouse();
    const pass = await house.letIn();
    const running = { request: house.request, link: house.keys.link };
    await expect(mayGoOn(house.club.desk, running)).resolves.toBe(true);
    const { id } = await noteWrongRecipient(house.club.desk, house.officer(), house.request.id, { words: WORDS });
    await expect(mayGoOn(house.club.desk, running)).resolves.toBe(false);
    await expect(viewDownload(house.club.desk, pass)).resolves.toBeUndefined();
    await expect(house.enter(house.keys, house.claimCode)).resolves.toEqual({ outcome: 'gone' });
    await expect(renewOwnLink(house.club.desk, subjectViewer('club'), id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('DEL-03: opens for its subject with a new claim code only, never with the one that somebody else may know', async () => {
    const house = await astray();
    const { claimCode } = await renewClaimCode(house.club.desk, house.officer(), house.noted.id);
    const keys = await house.linkOf(2);
    await expect(house.enter(keys, house.claimCode)).resolves.toEqual({ outcome: 'wrong' });
    await expect(house.enter(keys, claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('DEL-03: is kept as facts, with the 72 hours; what people wrote is sealed, and in no trail', async () => {
    const house = await astray();
    const { sha256, records } = house.request.archive!;
    expect(viewBreaches(house.request, {}, new Date())).toEqual([]);
    const [view] = await viewed(house, house.noted);
    expect(view).toMatchObject({ id: 'b1', notedBy: 'stf_1', words: WORDS, isLate: false });
    expect(view!.sent).toMatchObject({ sha256, records, openings: 1, downloads: 0 });
    expect(viewBreaches(house.noted, {}, new Date(view!.knownAt))).toMatchObject([{ minutesLeft: 72 * 60 }]);
    const [latest] = await house.entries();
    expect(latest).toMatchObject({ action: 'breach.note', details: { breach: 'b1', sha256, isLinkRevoked: true } });
    expect(JSON.stringify([latest, house.noted.breaches])).not.toContain('Cleo');
  });

  it('DEL-03: stands in the agenda of a released request until it is ended, and says when it is late', async () => {
    const house = await astray();
    expect(agendaOf(house, house.noted)).toMatchObject([{ kind: 'breach-notice', isPast: false }]);
    house.clock.pass(73 * HOUR_MS);
    expect(agendaOf(house, house.noted)).toMatchObject([{ kind: 'breach-notice', isPast: true }]);
    expect(await viewed(house, house.noted)).toMatchObject([{ minutesLeft: 0, isLate: true }]);
    const done = await endBreach(house.club.desk, house.officer(), house.noted.id, ended('authority_notified'));
    expect(agendaOf(house, done)).toEqual([]);
    const [view] = await viewed(house, done);
    expect(view).toMatchObject({ isLate: true, endWords: 'The form of the authority was sent.' });
    expect(view).not.toHaveProperty('minutesLeft');
    expect((await house.entries())[0]).toMatchObject({ action: 'breach.end', details: { breach: 'b1', isLate: true } });
  });

  it('DEL-03: stands in the agenda among the dates of an addition that is being prepared', async () => {
    const house = await astray();
    const lines = agendaOf(house, { ...house.noted, state: 'searching' });
    const days = lines.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['breach-notice', 'work-by', 'limit']));
    expect(lines[0]?.kind).toBe('breach-notice');
    const late = house.noted.breaches!.map((breach) => ({ ...breach, knownAt: '2100-01-01T00:00:00.000Z' }));
    expect(agendaOf(house, { ...house.noted, state: 'searching', breaches: late }).at(-1)?.kind).toBe('breach-notice');
  });

  it('DEL-03: was never late where it turns out to have reached its subject', async () => {
    const house = await astray();
    house.clock.pass(80 * HOUR_MS);
    const done = await endBreach(house.club.desk, house.officer(), house.noted.id, ended('not_a_breach'));
    expect(await viewed(house, done)).toMatchObject([{ isLate: false, end: { outcome: 'not_a_breach', by: 'stf_1' } }]);
  });

  it('DEL-03: outlives the destruction of everything else, as facts without words', async () => {
    const house = await astray();
    const { desk } = house.club;
    const gone = await shredRequest(desk, house.officer(), house.noted.id);
    expect(gone).toMatchObject({ state: 'shredded', breaches: [{ id: 'b1', sent: { openings: 1 } }] });
    expect(JSON.stringify(await viewed(house, gone))).not.toContain('Cleo');
    await expect(endBreach(desk, house.officer(), gone.id, ended('risk_unlikely'))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      remedy: 'Note it without words.',
    });
    const end = { breach: 'b1', outcome: 'risk_unlikely' } as const;
    await endBreach(desk, house.officer(), gone.id, end);
    const again = await noteWrongRecipient(desk, house.officer(), gone.id, {});
    expect(again.breaches).toMatchObject([{ id: 'b1', end: { outcome: 'risk_unlikely' } }, { id: 'b2' }]);
    const second = await endBreach(desk, house.officer(), gone.id, { ...end, breach: 'b2' });
    expect(second.breaches?.map(({ end }) => end?.outcome)).toEqual(['risk_unlikely', 'risk_unlikely']);
    expect((await house.entries())[1]).toMatchObject({ action: 'breach.note', details: { isLinkRevoked: false } });
  });
});

describe('DEL-03: noting a wrong recipient', () => {
  it('needs a fresh proof, words, an answer that went out, and a time at which it could be known', async () => {
    const { club, officer, request, clock } = await answeredHouse();
    const note = (given: object, viewer = officer()) =>
      noteWrongRecipient(club.desk, viewer, request.id, { words: WORDS, ...given });
    await expect(note({}, OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const early = new Date(Date.parse(request.answers![0]!.releasedAt) - 1);
    for (const wrong of [{ words: ' ' }, { knownAt: early }, { knownAt: new Date(clock.now().getTime() + HOUR_MS) }]) {
      await expect(note(wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const open = await club.open();
    const other = noteWrongRecipient(club.desk, officer(), open.id, { words: WORDS });
    await expect(other).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await cancelRequest(club.desk, officer(), open.id, 'Withdrawn.');
    expect((await club.get(request.id)).breaches).toBeUndefined();
  });

  it('counts from when it was known, and can be done of an answer that had no link', async () => {
    const { club, clock, officer } = deliveryHouse();
    const { id } = await club.open();
    await club.workUntil(id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), id, { days: 7 });
    const knownAt = clock.now();
    clock.pass(5 * HOUR_MS);
    const noted = await noteWrongRecipient(club.desk, officer(), id, { words: WORDS, knownAt });
    const later = new Date(knownAt.getTime() + 5 * HOUR_MS + 1);
    expect(viewBreaches(noted, {}, later)).toMatchObject([{ knownAt: knownAt.toISOString(), minutesLeft: 67 * 60 - 1 }]);
  });

  it('can be done with a claim code that was given and no link yet, and not without end', async () => {
    const { club, officer, request } = await answeredHouse();
    await club.store.transact(async ({ deliveries }) => {
      const { link: _gone, ...delivery } = (await deliveries.lock('club', request.id))!;
      await deliveries.change(delivery);
    });
    for (let number = 1; number <= 20; number += 1) await noteWrongRecipient(club.desk, officer(), request.id, { words: WORDS });
    const more = noteWrongRecipient(club.desk, officer(), request.id, { words: WORDS });
    await expect(more).rejects.toMatchObject({ code: 'LIMITED' });
  });
});

describe('DEL-03: the end of a breach', () => {
  it('is noted once, of one that is there, with a fresh proof and a time after it was known', async () => {
    const { club, officer, noted } = await astray();
    const end = (given: object, viewer = officer()) =>
      endBreach(club.desk, viewer, noted.id, { ...ended('subject_notified_too'), ...given });
    await expect(end({}, OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(end({ breach: 'b2' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(end({ at: new Date(Date.parse(noted.breaches![0]!.knownAt) - 1) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await end({});
    await expect(end({})).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const open = await club.open();
    await expect(endBreach(club.desk, officer(), open.id, ended('risk_unlikely'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
