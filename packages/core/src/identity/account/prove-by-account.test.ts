import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import type { DisclosureSummary } from '../../disclosure/disclosure-summary.js';
import { proofStanding } from '../../proof/proof-standing.js';
import { cancelRequest } from '../../request/decide-request.js';
import { openSubjectFile } from '../../request/sealed-files.js';
import { askingHouse, type AskingHouse } from '../../testing/asking-house.js';
import { stopHouses } from '../../testing/delivery-house.js';
import { OFFICER } from '../../testing/request-house.js';
import { until } from '../../testing/working.js';
import { objectToRequest } from '../object.js';
import type { OwnRequest } from '../send-code.js';
import { type AccountOutcome, proveByAccount } from './prove-by-account.js';
import { type AccountIdentifier, awaitsAccount, FRESH_MS } from './signed-in-account.js';

afterEach(stopHouses);

const ISSUER = 'https://login.example.test';
const OPEN = { disclosed: (): DisclosureSummary => ({ gate: { release: 'automatic', answer: 'copy' }, retention: [] }) };
const ANN: AccountIdentifier = { kind: 'email', value: 'ann@example.org' };
const BOB: AccountIdentifier = { kind: 'email', value: 'bob@example.org' };
const ANNS: AccountIdentifier = { kind: 'id', namespace: 'crm.member', value: '1' };

function signsIn(
  { club, clock }: AskingHouse,
  own: OwnRequest,
  identifiers: readonly AccountIdentifier[],
  ageMs = 5_000,
): Promise<AccountOutcome> {
  const signedInAt = new Date(clock.now().getTime() - ageMs);
  return proveByAccount(club.desk, own, { issuer: ISSUER, signedInAt, identifiers: new Secret(identifiers) });
}

/** What is proved of a request, and how. */
async function provedIn({ club }: AskingHouse, id: string): Promise<readonly (readonly [string, string, boolean?])[]> {
  const { identifiers } = await openSubjectFile(club.vault, await club.get(id));
  return identifiers
    .filter(({ provedBy }) => provedBy !== undefined)
    .map(({ value, provedBy, isOnRecord }) => (isOnRecord === true ? [value, provedBy!, true] : [value, provedBy!]));
}

async function noted(house: AskingHouse): Promise<readonly unknown[]> {
  const entries = await house.entries();
  return entries.filter(({ action }) => action === 'identity.signIn').map(({ outcome, details }) => [outcome, details]);
}

describe('somebody who signs in at the identity provider of the controller (IDV-02, R56)', () => {
  it('has their answer with nobody touching it, by an account that is known by what they gave', async () => {
    const house = askingHouse(OPEN);
    const { own, claimCode } = await house.ask();
    await expect(signsIn(house, own, [{ kind: 'email', value: ' Ann@Example.ORG ' }])).resolves.toBe('proved');
    const done = await house.club.workUntil(own.id, 'released');
    expect(proofStanding(done)).toMatchObject({ required: 'L0', reached: 'L2', isEnough: true });
    expect(await provedIn(house, own.id)).toEqual([['ann@example.org', `a signed-in account at ${ISSUER}`]]);
    expect(done.proof?.brought).toEqual([
      { kind: 'fresh_account', at: expect.stringMatching(/^\d{4}-/u), by: own.viewer.actor.id, issuer: ISSUER },
    ]);
    const { details } = (await house.entries()).find(({ action }) => action === 'request.attest')!;
    expect(details).toEqual({ state: 'ready', proved: [2], account: ISSUER });
    expect((await house.message(2)).kind).toBe('received');
    await expect(house.enter(await house.linkOf(3), claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('has all proved that the account is known by, and nothing else that was given (R57)', async () => {
    const house = askingHouse(OPEN);
    const { own } = await house.ask({ identifiers: [{ ...ANNS, value: '2' }, BOB, ANN] });
    await expect(signsIn(house, own, [ANN, ANNS, { kind: 'name', value: 'Ann Martin' }])).resolves.toBe('proved');
    const by = `a signed-in account at ${ISSUER}`;
    expect(await provedIn(house, own.id)).toEqual([['ann@example.org', by], ['1', by]]); // prettier-ignore
    expect((await house.club.workUntil(own.id, 'released')).included).toBe(1);
  });

  it('needs no code any more, and the one that was sent is worth nothing', async () => {
    const house = askingHouse(OPEN);
    const { own } = await house.ask();
    const code = await house.codeIn(1);
    await signsIn(house, own, [ANN]);
    await expect(house.prove(own, code)).resolves.toBe(false);
  });

  it('proves by an address that stands on record for the number they gave, and the answer goes there', async () => {
    const house = askingHouse(OPEN);
    const { own } = await house.ask({ identifiers: [ANNS] });
    await until(async () => (await house.club.get(own.id)).contacts?.probe !== undefined);
    await expect(signsIn(house, own, [BOB])).resolves.toBe('strange');
    await expect(signsIn(house, own, [ANN])).resolves.toBe('proved');
    expect(await provedIn(house, own.id)).toEqual([['ann@example.org', `a signed-in account at ${ISSUER}`, true]]);
    await house.club.workUntil(own.id, 'released');
  });

  it('is told to nobody by e-mail where no address is proved by it', async () => {
    const house = askingHouse();
    const { own } = await house.ask({ identifiers: [{ kind: 'phone', value: '+33612345678' }] });
    await until(async () => (await house.club.get(own.id)).contacts?.probe !== undefined);
    await expect(signsIn(house, own, [{ kind: 'phone', value: '+33 6 12 34 56 78' }])).resolves.toBe('proved');
    await house.club.workUntil(own.id, 'awaiting_release', 'released');
    expect(house.sent.map(({ kind }) => kind)).not.toContain('received');
  });
});

describe('an answer that waits for its release (IDV-09)', () => {
  const NEW: AccountIdentifier = { kind: 'email', value: 'ann@new.test' };

  async function waiting(
    given: readonly AccountIdentifier[] = [ANNS, NEW],
    code = 1,
  ): Promise<AskingHouse & { own: OwnRequest }> {
    const house = askingHouse(OPEN);
    const { own } = await house.ask({ identifiers: given });
    await house.prove(own, await house.codeIn(code));
    await house.club.workUntil(own.id, 'awaiting_release');
    await until(async () => (await house.club.get(own.id)).contacts?.probe !== undefined);
    return { ...house, own };
  }

  it('is made anew with what an account proves, and is sure enough then', async () => {
    const house = await waiting();
    expect(awaitsAccount(await house.club.get(house.own.id))).toBe(true);
    await expect(signsIn(house, house.own, [ANNS])).resolves.toBe('proved');
    const done = await house.club.workUntil(house.own.id, 'awaiting_release');
    expect(done).toMatchObject({ included: 1, contacts: { isNew: true } });
    expect(proofStanding(done)).toMatchObject({ required: 'L1', reached: 'L2', isEnough: true });
    expect(awaitsAccount(done)).toBe(false);
    const confirmed = (await house.entries()).find(({ action }) => action === 'request.confirm')!;
    expect(confirmed.details).toMatchObject({ proved: [1], account: ISSUER });
  });

  it('is proved by what stands on a record that is included, and by nothing of anybody else', async () => {
    const house = askingHouse({ disclosed: () => ({ gate: { release: 'dpo', answer: 'copy', reasons: [] }, retention: [] }) });
    const { own } = await house.ask({ identifiers: [ANN] });
    await house.prove(own, await house.codeIn(1));
    await house.club.workUntil(own.id, 'awaiting_release');
    await expect(signsIn(house, own, [{ ...ANNS, value: '2' }])).resolves.toBe('strange');
    await expect(signsIn(house, own, [ANNS])).resolves.toBe('proved');
    expect((await provedIn(house, own.id)).at(-1)).toEqual(['1', `a signed-in account at ${ISSUER}`, true]);
    await expect(house.club.workUntil(own.id, 'awaiting_release')).resolves.toMatchObject({ included: 1 });
  });

  it('stays with a document that an officer has asked for before (IDV-03)', async () => {
    const house = await waiting();
    const request = await house.club.get(house.own.id);
    const document = { state: 'wanted' } as unknown as NonNullable<NonNullable<typeof request.proof>['document']>;
    await house.club.store.transact(({ requests }) =>
      requests.change({ ...request, version: request.version + 1, proof: { ...request.proof!, document } }),
    );
    await expect(signsIn(house, house.own, [ANNS])).resolves.toBe('proved');
    expect((await house.club.get(house.own.id)).clock?.isSignedIn).toBeUndefined();
  });
});

describe('an account that proves nothing', () => {
  it.each<[string, readonly AccountIdentifier[]]>([
    ['is somebody else’s', [BOB]],
    ['is known by the same number of another issuer', [{ ...ANNS, value: '2', namespace: 'shop.customer' }]],
    ['is known by a twin of an address', [{ kind: 'email', value: 'ann+x@example.org' }]],
    ['is known by a name alone', [{ kind: 'name', value: 'Ann Martin' }]],
    ['is known by what is no identifier', [{ kind: 'email', value: 'ann' }]],
    ['is known by nothing', []],
  ])('changes nothing, and is in the trail without a word of it: one that %s (R57)', async (_what, identifiers) => {
    const house = askingHouse();
    const { own, request } = await house.ask();
    await expect(signsIn(house, own, identifiers)).resolves.toBe('strange');
    const after = await house.club.get(own.id);
    expect([after.state, after.version, await provedIn(house, own.id)]).toEqual(['received', request.version, []]);
    expect(await noted(house)).toEqual([['refused', { why: 'strange', issuer: ISSUER }]]);
    // The code is as good as before
    await expect(house.prove(own, await house.codeIn(1))).resolves.toBe(true);
  });

  it.each([
    ['a quarter of an hour ago', FRESH_MS + 1_000],
    ['in the future', -60_000],
  ])('is one that somebody signed in to %s', async (_when, age) => {
    const house = askingHouse();
    const { own } = await house.ask();
    await expect(signsIn(house, own, [ANN], age)).resolves.toBe('stale');
    expect(await noted(house)).toEqual([['refused', { why: 'stale', issuer: ISSUER }]]);
    await expect(house.club.get(own.id)).resolves.toMatchObject({ state: 'received' });
  });

  it('is any, where somebody asks for another, a contact on record objects, it is decided, or there is no such request', async () => {
    const house = askingHouse();
    const { own } = await house.ask({ isForOther: true, onBehalf: 'proxy' }, 'for-other');
    await expect(signsIn(house, own, [ANN])).resolves.toBe('over');
    const objected = await house.ask({ identifiers: [ANNS] }, 'objected');
    await until(async () => (await house.club.get(objected.own.id)).contacts?.notice !== undefined);
    const secret = new Secret((await openSubjectFile(house.club.vault, await house.club.get(objected.own.id))).told!.secret);
    await objectToRequest(house.club.desk, { controller: 'club', request: objected.own.id, secret });
    await expect(signsIn(house, objected.own, [ANN])).resolves.toBe('over');
    const decided = await house.ask({}, 'decided');
    await cancelRequest(house.club.desk, OFFICER, decided.own.id, 'Withdrawn.');
    await expect(signsIn(house, decided.own, [ANN])).resolves.toBe('over');
    await expect(signsIn(house, { ...own, id: 'req_none' }, [ANN])).resolves.toBe('over');
    expect(await noted(house)).toEqual([]);
  });
});
