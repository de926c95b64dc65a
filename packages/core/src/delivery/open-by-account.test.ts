import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import type { AccountIdentifier } from '../identity/account/signed-in-account.js';
import { shredRequest } from '../request/shred-request.js';
import { type AnsweredSetting, answeredHouse, type LinkKeys, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { type DownloadLink, MOST_FAILURES, WAIT_MS } from './delivery.js';
import { viewDownload } from './fetch-archive.js';
import type { DownloadDoor } from './link-tries.js';
import { renewLink, revokeLink } from './manage-link.js';
import { type CheckedLink, checkLink, failAtLink, openByAccount, payAtLink, type SignInAtLink } from './open-by-account.js';

afterEach(stopHouses);

const ISSUER = 'https://login.example.test';
const ANN: AccountIdentifier = { kind: 'email', value: ' Ann@Example.org' };
const BOB: AccountIdentifier = { kind: 'email', value: 'bob@example.org' };
const FRESH_MS = 5_000;

interface AccountDoor extends AnsweredSetting {
  readonly check: (keys?: LinkKeys) => Promise<CheckedLink>;
  /** Signs in for the link, as far as it goes. */
  readonly signIn: (identifiers: readonly AccountIdentifier[], ageMs?: number) => Promise<DownloadDoor['outcome'] | 'over'>;
  readonly link: () => Promise<DownloadLink | undefined>;
  readonly atLink: (flow: string, keys?: LinkKeys) => SignInAtLink;
}

async function accountDoor(): Promise<AccountDoor> {
  const house = await answeredHouse();
  const { desk } = house.club;
  let flows = 0;
  const atLink = (flow: string, { controller = 'club', link, secret } = house.keys): SignInAtLink => ({
    ...{ controller, link, flow, issuer: ISSUER },
    secretHash: house.crypto.sha256Hex(secret.reveal()),
  });
  return {
    ...house,
    atLink,
    check: ({ controller = 'club', link, secret } = house.keys) => checkLink(desk, { controller, link, secret }),
    link: async () => (await house.club.store.transact(({ deliveries }) => deliveries.get('club', house.request.id)))?.link,
    signIn: async (identifiers, ageMs = FRESH_MS) => {
      const signIn = atLink(String((flows += 1)));
      const paid = await payAtLink(desk, signIn);
      if (paid !== 'paid') return paid;
      const signedInAt = new Date(house.clock.now().getTime() - ageMs);
      return (await openByAccount(desk, signIn, { issuer: ISSUER, signedInAt, identifiers: new Secret(identifiers) })).outcome;
    },
  };
}

describe('an account in place of the claim code of a link (DEL-01, R52)', () => {
  it('lets a browser in where it is known by what its subject is proved by, and the trail says by what', async () => {
    const { club, atLink, clock, entries, keys, check, link } = await accountDoor();
    await expect(check()).resolves.toMatchObject({ outcome: 'known' });
    await expect(payAtLink(club.desk, atLink('one'))).resolves.toBe('paid');
    const account = { issuer: ISSUER, signedInAt: clock.now(), identifiers: new Secret([ANN]) };
    const door = await openByAccount(club.desk, atLink('one'), account);
    const cookie = door.outcome === 'open' ? door.cookie : new Secret('');
    await expect(viewDownload(club.desk, { controller: 'club', link: keys.link, cookie })).resolves.toMatchObject({ left: 5 });
    expect((await entries())[0]).toMatchObject({
      ...{ action: 'delivery.open', actor: { kind: 'nobody' }, outcome: 'done' },
      details: { link: keys.link, by: 'account', account: ISSUER },
    });
    await expect(link()).resolves.toMatchObject({ failures: 0 });
  });

  it('is no more than the claim code is: the trail says where that was it', async () => {
    const { enter, keys, claimCode, entries } = await accountDoor();
    await enter(keys, claimCode);
    expect((await entries())[0]).toMatchObject({ action: 'delivery.open', details: { link: keys.link, by: 'claim_code' } });
  });

  it.each<[string, readonly AccountIdentifier[], number, string]>([
    ['is somebody else’s', [BOB], FRESH_MS, 'strange'],
    ['is known by a number that was given and not proved', [{ kind: 'id', namespace: 'crm.member', value: '1' }], 0, 'strange'],
    ['is known by nothing', [], FRESH_MS, 'strange'],
    ['somebody signed in to a quarter of an hour ago', [ANN], 15 * 60_000 + 1, 'stale'],
    ['somebody will have signed in to', [ANN], -60_000, 'stale'],
  ])('counts as a wrong code where it %s (R56, R57)', async (_what, identifiers, ageMs, why) => {
    const { signIn, link, entries } = await accountDoor();
    await expect(signIn(identifiers, ageMs)).resolves.toBe('wrong');
    await expect(link()).resolves.toMatchObject({ failures: 1 });
    const [noted, tried] = await entries();
    expect(noted).toMatchObject({ action: 'identity.signIn', outcome: 'refused', details: { why, issuer: ISSUER } });
    expect(tried).toMatchObject({ action: 'delivery.try', outcome: 'refused', details: { by: 'account', account: ISSUER } });
    await expect(signIn([ANN])).resolves.toBe('open');
  });

  it('opens nothing where somebody asked for another, or a contact on record did not ask', async () => {
    const { club, signIn, request } = await accountDoor();
    const { id } = request;
    const change = async (fields: Partial<typeof request>): Promise<void> => {
      const { version } = await club.get(id);
      await club.store.transact(({ requests }) => requests.change({ ...request, ...fields, version: version + 1 }));
    };
    await change({ proof: { brought: [], doubts: [], onBehalf: 'heir' } });
    await expect(signIn([ANN])).resolves.toBe('wrong');
    await change({ contacts: { isNew: true, objectedAt: '2026-01-01T00:00:00.000Z' } });
    await expect(signIn([ANN])).resolves.toBe('wrong');
    await change({});
    await expect(signIn([ANN])).resolves.toBe('open');
  });

  it('counts with the codes: five in a row, then none for a while, and twenty lock the link, the last right or not', async () => {
    const { signIn, enter, keys, claimCode, check, clock, link, entries } = await accountDoor();
    for (let failure = 0; failure < MOST_FAILURES; failure += 1) {
      if (failure % 5 === 0) clock.pass(WAIT_MS + 1_000);
      const outcome = failure % 2 === 0 ? await signIn([BOB]) : (await enter(keys, '99999999')).outcome;
      expect(outcome).toBe('wrong');
      if (failure !== 4) continue;
      await expect(check()).resolves.toEqual({ outcome: 'wait' });
      await expect(signIn([ANN])).resolves.toBe('wait');
    }
    clock.pass(WAIT_MS + 1_000);
    await expect(link()).resolves.toMatchObject({ failures: MOST_FAILURES });
    expect((await entries()).some(({ action }) => action === 'delivery.lock')).toBe(true);
    await expect(signIn([ANN])).resolves.toBe('gone');
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'gone' });
    await expect(check()).resolves.toEqual({ outcome: 'gone' });
  });

  it('is not looked at for a foreign account that would be the twentieth, and let in for nothing', async () => {
    const { club, signIn, link, request } = await accountDoor();
    const known = await link();
    await club.store.transact(async ({ deliveries }) => {
      const delivery = await deliveries.lock('club', request.id);
      await deliveries.change({ ...delivery!, link: { ...known!, failures: MOST_FAILURES - 1 } });
    });
    await expect(signIn([BOB])).resolves.toBe('wrong');
    await expect(link()).resolves.toMatchObject({ failures: MOST_FAILURES });
  });

  it('counts once, also two hundred at once', async () => {
    const { club, atLink } = await accountDoor();
    const all = await Promise.all(Array.from({ length: 200 }, () => payAtLink(club.desk, atLink('one'))));
    expect(all.filter((paid) => paid === 'paid')).toHaveLength(1);
    expect(all.filter((paid) => paid === 'over')).toHaveLength(199);
  });

  it('costs nothing where the provider has shown no account, a try where its answer is refused, and the trail has why', async () => {
    const { club, atLink, link, entries } = await accountDoor();
    await payAtLink(club.desk, atLink('one'));
    await failAtLink(club.desk, atLink('one'), { why: 'SIGN_IN_CANCELLED', isFree: true });
    await expect(link()).resolves.toMatchObject({ failures: 0 });
    expect((await entries())[0]).toMatchObject({ action: 'identity.signIn', details: { why: 'SIGN_IN_CANCELLED' } });
    await payAtLink(club.desk, atLink('two'));
    await failAtLink(club.desk, atLink('two'), { why: 'PROVIDER_ANSWER_REFUSED', isFree: false });
    await expect(link()).resolves.toMatchObject({ failures: 1 });
  });
});

describe('a link that somebody signs in for', () => {
  it('is gone alike where it is unknown, another controller’s, revoked or replaced, and for a wrong secret, at the same cost', async () => {
    const { club, crypto, keys, check, request, officer } = await accountDoor();
    const costs = async (shown: LinkKeys): Promise<CheckedLink> => {
      const before = crypto.verified.length;
      const checked = await check(shown);
      expect(crypto.verified.length).toBe(before + 1);
      return checked;
    };
    const gone = { outcome: 'gone' };
    await expect(costs({ ...keys, link: 'lnk_none' })).resolves.toEqual(gone);
    await expect(costs({ ...keys, secret: new Secret('no') })).resolves.toEqual(gone);
    await expect(costs({ ...keys, controller: 'hostel' })).resolves.toEqual(gone);
    await expect(costs(keys)).resolves.toMatchObject({ outcome: 'known' });
    await revokeLink(club.desk, OFFICER, request.id);
    await expect(costs(keys)).resolves.toEqual(gone);
    await renewLink(club.desk, officer(), request.id);
    await expect(costs(keys)).resolves.toEqual(gone);
  });

  it('opens nothing where it is taken back, replaced or destroyed while somebody is at the provider', async () => {
    const { club, clock, atLink, request, officer, linkOf } = await accountDoor();
    const account = { issuer: ISSUER, signedInAt: clock.now(), identifiers: new Secret([ANN]) };
    const gone = { outcome: 'gone' };
    await payAtLink(club.desk, atLink('one'));
    await revokeLink(club.desk, OFFICER, request.id);
    await expect(openByAccount(club.desk, atLink('one'), account)).resolves.toEqual(gone);
    await expect(payAtLink(club.desk, atLink('two'))).resolves.toBe('gone');
    await renewLink(club.desk, officer(), request.id);
    await expect(openByAccount(club.desk, atLink('one'), account)).resolves.toEqual(gone);
    await failAtLink(club.desk, atLink('one'), { why: 'SIGN_IN_CANCELLED', isFree: true });
    const renewed = await linkOf(2);
    await payAtLink(club.desk, atLink('three', renewed));
    await expect(openByAccount(club.desk, atLink('three', { ...renewed, controller: 'hostel' }), account)).resolves.toEqual(gone);
    await shredRequest(club.desk, OFFICER, request.id);
    await expect(openByAccount(club.desk, atLink('three', renewed), account)).resolves.toEqual(gone);
  });
});
