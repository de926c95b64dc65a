import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { cancelRequest } from '../request/decide-request.js';
import { shredRequest } from '../request/shred-request.js';
import { askingHouse } from '../testing/asking-house.js';
import { stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { FOLLOW_MS } from './address-proof.js';
import { enterByClaim, type FollowDoor, followedBy } from './follow-request.js';

afterEach(stopHouses);

async function asked() {
  const house = askingHouse();
  const own = await house.ask();
  const enter = (code: string | Secret<string>, reference = own.request.reference, controller = 'club'): Promise<FollowDoor> =>
    enterByClaim(house.club.desk, { controller, reference, claimCode: typeof code === 'string' ? new Secret(code) : code });
  const follow = (cookie: Secret<string>, id = own.request.id, controller = 'club') =>
    followedBy(house.club.desk, { controller, id, cookie });
  return { ...house, ...own, enter, follow };
}

describe('the way back to a request', () => {
  it('is open to the browser in which it was made, for that request and for an hour', async () => {
    const { follow, cookie, request, clock } = await asked();
    expect((await follow(cookie))?.id).toBe(request.id);
    await expect(follow(cookie, 'req_other')).resolves.toBeUndefined();
    await expect(follow(cookie, request.id, 'hostel')).resolves.toBeUndefined();
    await expect(follow(new Secret('another'))).resolves.toBeUndefined();
    clock.pass(FOLLOW_MS);
    await expect(follow(cookie)).resolves.toBeUndefined();
  });

  it('opens to its reference and its claim code, and says nothing more of those that do not fit', async () => {
    const { enter, follow, claimCode, request, crypto, club } = await asked();
    const door = await enter(claimCode, ` ${request.reference} `);
    if (door.outcome !== 'open') throw new Error('It is closed.');
    expect(door.request).toBe(request.id);
    expect((await follow(door.cookie))?.id).toBe(request.id);
    const before = crypto.verified.length;
    await expect(enter('99999999')).resolves.toEqual({ outcome: 'wrong' });
    const paid = () => club.store.transact(({ limits }) => limits.lock('nobody'));
    expect(await paid()).toBeUndefined();
    await expect(enter(claimCode, '2026-9999')).resolves.toEqual({ outcome: 'wrong' });
    await expect(enter(claimCode, request.reference, 'hostel')).resolves.toEqual({ outcome: 'wrong' });
    expect(crypto.verified.length).toBe(before + 3);
    // As much is written for what is unknown as for a wrong code
    expect(await paid()).toMatchObject({ times: [] });
  });

  it('makes whoever guesses wait, each time twice as long and a day at most, and forgets that once the code was right', async () => {
    const { enter, claimCode, clock } = await asked();
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      for (let guess = 0; guess < 5; guess += 1) await expect(enter('99999999')).resolves.toEqual({ outcome: 'wrong' });
      const door = await enter(claimCode);
      if (door.outcome !== 'wait') throw new Error('It does not wait.');
      waits.push(Math.round(door.seconds / 60));
      clock.pass(door.seconds * 1_000);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 1_440]);
    await expect(enter(claimCode)).resolves.toMatchObject({ outcome: 'open' });
    for (let guess = 0; guess < 4; guess += 1) await enter('99999999');
    await expect(enter(claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('is closed when the request is destroyed, also while the code is looked at', async () => {
    const { club, enter, follow, cookie, claimCode, own, crypto } = await asked();
    await cancelRequest(club.desk, OFFICER, own.id, 'Withdrawn.');
    crypto.meanwhile = async () => {
      crypto.meanwhile = () => Promise.resolve();
      await shredRequest(club.desk, OFFICER, own.id);
    };
    await expect(enter(claimCode)).resolves.toEqual({ outcome: 'wrong' });
    await expect(enter(claimCode)).resolves.toEqual({ outcome: 'wrong' });
    await expect(follow(cookie)).resolves.toBeUndefined();
  });
});
