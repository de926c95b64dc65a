import { afterEach, describe, expect, it } from '@jest/globals';
import { cancelRequest } from '../../request/decide-request.js';
import { askingHouse } from '../../testing/asking-house.js';
import { stopHouses } from '../../testing/delivery-house.js';
import { OFFICER } from '../../testing/request-house.js';
import { FOLLOW_MS } from '../address-proof.js';
import { subjectViewer } from '../ask-for-data.js';
import type { OwnRequest } from '../send-code.js';
import { noteFailedSignIn } from './note-sign-in.js';
import { payForSignIn, type SignInPayment } from './pay-for-sign-in.js';

afterEach(stopHouses);

const ISSUER = 'https://login.example.test';
const HOUR_MS = 3_600_000;

async function asked() {
  const house = askingHouse();
  const { own, cookie } = await house.ask();
  const follower = house.crypto.sha256Hex(cookie.reveal());
  const pay = (flow: string, other: { readonly own?: OwnRequest; readonly follower?: string } = {}): Promise<SignInPayment> =>
    payForSignIn(house.club.desk, other.own ?? own, { flow, follower: other.follower ?? follower, issuer: ISSUER });
  return { ...house, own, pay };
}

describe('a sign-in that comes back (R56)', () => {
  it('counts once, also two at once', async () => {
    const { pay } = await asked();
    const both = await Promise.all([pay('one'), pay('one')]);
    expect([...both].sort()).toEqual(['over', 'paid']);
    await expect(pay('one')).resolves.toBe('over');
    await expect(pay('two')).resolves.toBe('paid');
  });

  it('is nothing in a browser that may not follow the request, or not any more', async () => {
    const { pay, own, clock } = await asked();
    await expect(pay('one', { follower: 'f'.repeat(64) })).resolves.toBe('over');
    await expect(pay('two', { own: { ...own, id: 'req_other' } })).resolves.toBe('over');
    await expect(pay('three', { own: { ...own, viewer: subjectViewer('hostel') } })).resolves.toBe('over');
    clock.pass(FOLLOW_MS);
    await expect(pay('four')).resolves.toBe('over');
  });

  it('is nothing for a request that waits for none', async () => {
    const { pay, own, club } = await asked();
    await cancelRequest(club.desk, OFFICER, own.id, 'Withdrawn.');
    await expect(pay('one')).resolves.toBe('over');
  });

  it('is looked at five times an hour for a request, and the trail says where it was not', async () => {
    const { pay, clock, entries } = await asked();
    const paid: SignInPayment[] = [];
    for (const flow of ['1', '2', '3', '4', '5', '6']) paid.push(await pay(flow));
    expect(paid).toEqual(['paid', 'paid', 'paid', 'paid', 'paid', 'often']);
    expect((await entries())[0]).toMatchObject({ action: 'identity.signIn', outcome: 'refused', details: { why: 'often' } });
    // The browser has to show the claim code again by then
    clock.pass(HOUR_MS);
    await expect(pay('7')).resolves.toBe('over');
  });

  it('that the provider refused is in the trail by a code', async () => {
    const { own, club, entries } = await asked();
    await noteFailedSignIn(club.desk, own, { why: 'SIGN_IN_CANCELLED', issuer: ISSUER });
    expect((await entries())[0]).toMatchObject({
      ...{ action: 'identity.signIn', outcome: 'refused', object: { type: 'request', id: own.id } },
      details: { why: 'SIGN_IN_CANCELLED', issuer: ISSUER },
    });
  });
});
