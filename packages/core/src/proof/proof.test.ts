import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { attestIdentity, cancelRequest, releaseRequest } from '../request/decide-request.js';
import type { DataRequest } from '../request/data-request.js';
import { requireGuards } from '../request/guards.js';
import { openCaseFile } from '../request/sealed-files.js';
import { askingHouse } from '../testing/asking-house.js';
import { deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { OFFICER, requestHouse } from '../testing/request-house.js';
import { fakeSource } from '../testing/fake-source.js';
import { ASSOCIATION } from '../testing/association.js';
import { explainProof } from './explain-proof.js';
import { gateNow } from './gate-now.js';
import { noteDoubt } from './note-doubt.js';
import { viewProofFacts } from './proof-facts.js';
import { PROOF_REASONS } from './required-proof.js';
import { proofStanding } from './proof-standing.js';
import { proofTermsOf } from './proof-terms-of.js';

afterEach(stopHouses);

const OPEN: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const SPECIAL: DisclosureSummary = {
  gate: { release: 'dpo', answer: 'copy', reasons: [{ code: 'special-category', places: [], count: 1 }] },
  retention: [],
};
const standing = (request: DataRequest): string => {
  const { reached, required, isEnough } = proofStanding(request);
  return `${reached ?? 'nothing'} of ${required}: ${String(isEnough)}`;
};

describe('what is proved of who asks', () => {
  it('is a code that was sent to their address, and nothing before it', async () => {
    const { club, ask, codeIn, prove } = askingHouse();
    const { request, own } = await ask();
    expect(standing(request)).toBe('nothing of L1: false');
    await prove(own, await codeIn(1));
    expect(standing(await club.get(own.id))).toBe('L1 of L1: true');
    expect((await club.get(own.id)).proof?.brought).toMatchObject([{ kind: 'code', by: 'subject' }]);
  });

  it('is an account or what a person attests, each as it was brought', async () => {
    const { club, handOver } = deliveryHouse();
    const { request } = await handOver({ isSignedIn: true });
    expect(standing(request)).toBe('L1 of L0: true');
    expect(request.proof?.brought.map(({ kind }) => kind)).toEqual(['account', 'attested']);
    const other = await club.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }], isSignedIn: true });
    expect(standing(other)).toBe('L0 of L0: true');
    await attestIdentity(club.desk, OFFICER, other.id, [{ identifier: 1, provedBy: 'rang back' }]);
    expect(standing(await club.get(other.id))).toBe('L1 of L0: true');
  });

  it('is read from where it stands in requests of earlier versions', async () => {
    const { club } = deliveryHouse();
    const { proof: _, ...rest } = await club.open();
    const earlier: DataRequest = rest;
    expect(standing(earlier)).toBe('L1 of L1: true');
    expect(viewProofFacts(earlier)).toEqual({ brought: [], doubts: [] });
    expect(standing({ ...earlier, state: 'received' })).toBe('nothing of L1: false');
    const unproved = { request: { ...earlier, state: 'received' as const }, viewer: OFFICER, now: new Date() };
    expect(() => {
      requireGuards(['sure-enough'], unproved);
    }).toThrow('nothing is proved, and L1 is needed');
    expect(standing({ ...earlier, clock: { isSignedIn: true, questions: [], reminders: [] } })).toBe('L0 of L0: true');
  });

  it('has to be more where the register has special categories, until it is known that the answer has none', async () => {
    const { club } = deliveryHouse();
    const opened = await club.open();
    const terms = { holdsSpecialCategories: true, policyDemands: 'id_copy' } as const;
    expect(proofStanding(opened, terms)).toMatchObject({
      required: 'L2',
      reasons: ['contact', 'policy-not-followed', 'special-category'],
    });
    expect(proofStanding({ ...opened, disclosure: OPEN }, terms)).toMatchObject({ required: 'L1' });
    expect(proofStanding({ ...opened, disclosure: SPECIAL })).toMatchObject({ required: 'L2' });
    expect(proofTermsOf(undefined)).toEqual({});
    expect(proofTermsOf(SOUND_REGISTER).policyDemands).toBe(SOUND_REGISTER.identity.policyRequires);
  });

  it('has words for each reason, in both languages', () => {
    const all = PROOF_REASONS.flatMap((reason) => [explainProof(reason, 'en'), explainProof(reason, 'fr')]);
    expect(new Set(all).size).toBe(2 * PROOF_REASONS.length);
  });
});

describe('a doubt about who asks (IDV-01)', () => {
  it('has to be given in words, and raises what has to be proved by one level', async () => {
    const { club, officer, entries } = deliveryHouse();
    const { id } = await club.open();
    await expect(noteDoubt(club.desk, officer(), id, { because: 'details_differ', text: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const doubted = await noteDoubt(club.desk, officer(), id, { because: 'details_differ', text: 'Another birthday.' });
    expect(standing(doubted)).toBe('L1 of L2: false');
    const { proofWords } = await openCaseFile(club.vault, doubted);
    expect(proofWords).toMatchObject([{ about: 'd1', text: 'Another birthday.' }]);
    const entry = (await entries()).find(({ action }) => action === 'identity.doubt');
    expect(entry?.details).toEqual({ doubt: 'd1', because: 'details_differ' });
  });

  it('is none about a signed-in account, nor about a request that is decided', async () => {
    const { club, officer } = deliveryHouse();
    const { id } = await club.open({ isSignedIn: true });
    const doubt = { because: 'unknown_sender', text: 'Why?' } as const;
    await expect(noteDoubt(club.desk, officer(), id, doubt)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const moved = await noteDoubt(club.desk, officer(), id, { because: 'new_address', text: 'Not on record.' });
    expect(standing(moved)).toBe('L1 of L1: true');
    await cancelRequest(club.desk, OFFICER, id, 'Withdrawn.');
    await expect(noteDoubt(club.desk, officer(), id, { ...doubt, because: 'new_address' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('after a change of contact leaves nothing of what was proved before (R57)', async () => {
    const { club, clock, officer } = deliveryHouse();
    const { id } = await club.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    await attestIdentity(club.desk, OFFICER, id, [{ identifier: 1, provedBy: 'rang back' }]);
    const changed = await noteDoubt(club.desk, officer(), id, { because: 'contact_changed', text: 'Moved to another address.' });
    expect(standing(changed)).toBe('nothing of L2: false');
    clock.pass(1_000);
    const anew = await attestIdentity(club.desk, OFFICER, id, [{ identifier: 1, provedBy: 'rang back' }]);
    expect(standing(anew)).toBe('L1 of L2: false');
  });
});

describe('an answer whose asker is not proved enough', () => {
  it('does not go out by itself, and the gate says why (OUT-08)', async () => {
    const { club, handOver, officer, entries } = deliveryHouse();
    const { request } = await handOver();
    await noteDoubt(club.desk, officer(), request.id, { because: 'new_address', text: 'On no record.' });
    const waiting = await club.workUntil(request.id, 'awaiting_release');
    expect(gateNow(waiting)).toEqual({
      release: 'dpo',
      answer: 'copy',
      reasons: [{ code: 'identity', places: [], count: 1 }],
    });
    const entry = (await entries()).find(({ action }) => action === 'request.assembled');
    expect(entry?.details).toMatchObject({ gate: ['identity'] });
  });

  it('adds to what else the gate stops at', async () => {
    const house = requestHouse([fakeSource(ASSOCIATION)], { disclosed: () => SPECIAL });
    const waiting = await house.workUntil((await house.open()).id, 'awaiting_release');
    const gate = gateNow(waiting);
    expect(gate?.release === 'dpo' && gate.reasons.map(({ code }) => code)).toEqual(['identity', 'special-category']);
    await house.stop();
  });

  it('is released by an officer with a reason only, which is kept with what was proved', async () => {
    const { club, officer, entries } = deliveryHouse();
    const { id } = await club.open();
    await noteDoubt(club.desk, officer(), id, { because: 'details_differ', text: 'Another birthday.' });
    await club.workUntil(id, 'awaiting_release');
    await expect(releaseRequest(club.desk, officer(), id, { days: 7 })).rejects.toMatchObject({ code: 'INCOMPLETE' });
    await releaseRequest(club.desk, officer(), id, { days: 7, reason: 'Known to the office.' });
    const entry = (await entries()).find(({ action }) => action === 'request.release');
    expect(entry?.details).toMatchObject({ proof: { required: 'L2', reached: 'L1' }, reason: true });
  });

  it('for another person never goes out by itself (PER-03, PER-04)', async () => {
    const { club, handOver } = deliveryHouse();
    const { request } = await handOver({ isSignedIn: true, onBehalf: 'proxy' });
    expect(request.proof?.onBehalf).toBe('proxy');
    const waiting = await club.workUntil(request.id, 'awaiting_release');
    expect(standing(waiting)).toBe('L1 of L2: false');
  });
});
