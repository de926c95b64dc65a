import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { shredRequest } from '../request/shred-request.js';
import { answeredHouse, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { MOST_FAILURES, WAIT_MS } from './delivery.js';
import { renewLink, revokeLink } from './manage-link.js';
import type { DownloadDoor } from './link-tries.js';

const DAY_MS = 86_400_000;

afterEach(stopHouses);

describe('the door to an archive', () => {
  it('opens for the secret of the link and the claim code, typed in groups or not', async () => {
    const { enter, keys, claimCode, entries } = await answeredHouse();
    const grouped = claimCode.reveal().replace(/(....)/u, '$1 - ');
    await expect(enter(keys, grouped)).resolves.toMatchObject({ outcome: 'open' });
    expect((await entries())[0]).toMatchObject({ action: 'delivery.open', actor: { kind: 'nobody' }, outcome: 'done' });
  });

  it('is gone alike for a link that is unknown, another controller’s, replaced, revoked, expired or used up, and for a wrong secret, at the same cost', async () => {
    const { club, clock, crypto, enter, keys, claimCode, request, officer, linkOf } = await answeredHouse();
    const gone = { outcome: 'gone' };
    const costs = async (work: Promise<DownloadDoor>): Promise<DownloadDoor> => {
      const before = crypto.verified.length;
      const door = await work;
      expect(crypto.verified.length).toBe(before + 1);
      return door;
    };
    await expect(costs(enter({ ...keys, link: 'lnk_none' }, claimCode))).resolves.toEqual(gone);
    await expect(costs(enter({ ...keys, secret: new Secret('no') }, claimCode))).resolves.toEqual(gone);
    await expect(costs(enter({ ...keys, controller: 'hostel' }, claimCode))).resolves.toEqual(gone);
    await renewLink(club.desk, officer(), request.id);
    await expect(costs(enter(keys, claimCode))).resolves.toEqual(gone);
    const renewed = await linkOf(2);
    await expect(costs(enter(renewed, '99999999'))).resolves.toEqual({ outcome: 'wrong' });
    await revokeLink(club.desk, OFFICER, request.id);
    await expect(costs(enter(renewed, claimCode))).resolves.toEqual(gone);
    await renewLink(club.desk, officer(), request.id);
    const last = await linkOf(3);
    clock.pass(8 * DAY_MS);
    await expect(costs(enter(last, claimCode))).resolves.toEqual(gone);
  });

  it('counts two hundred guesses at once as it counts them one by one: five, then none for ten minutes', async () => {
    const { enter, keys, claimCode, clock } = await answeredHouse();
    const guesses = Array.from({ length: 200 }, (_each, index) => enter(keys, String(90_000_000 + index)));
    const doors = (await Promise.all(guesses)).map(({ outcome }) => outcome);
    expect(doors.filter((outcome) => outcome === 'wrong')).toHaveLength(5);
    expect(doors.filter((outcome) => outcome === 'wait')).toHaveLength(195);
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'wait' });
    clock.pass(WAIT_MS + 1_000);
    await expect(enter(keys, claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('is locked for good after twenty wrong codes, until an officer sends another link', async () => {
    const { club, enter, keys, claimCode, clock, request, officer, linkOf, entries } = await answeredHouse();
    for (let failure = 0; failure < MOST_FAILURES; failure += 1) {
      if (failure % 5 === 0) clock.pass(WAIT_MS + 1_000);
      await expect(enter(keys, '99999999')).resolves.toEqual({ outcome: 'wrong' });
    }
    clock.pass(WAIT_MS + 1_000);
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'gone' });
    expect((await entries())[0]).toMatchObject({ action: 'delivery.lock', outcome: 'refused' });
    await renewLink(club.desk, officer(), request.id);
    await expect(enter(await linkOf(2), claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('gives back what a right code has paid, and keeps the wait that others brought about', async () => {
    const { club, enter, keys, claimCode, request } = await answeredHouse();
    for (let failure = 0; failure < 4; failure += 1) await enter(keys, '99999999');
    await expect(enter(keys, claimCode)).resolves.toMatchObject({ outcome: 'open' });
    const after = await club.store.transact(({ deliveries }) => deliveries.get('club', request.id));
    expect(after?.link).toMatchObject({ failures: 4 });
    expect(after?.link?.waitUntil).toBeUndefined();
    const [right] = await Promise.all([enter(keys, claimCode), enter(keys, '99999999')]);
    expect(right).toMatchObject({ outcome: 'open' });
  });

  it('does not open where the link is taken back while the code is looked at', async () => {
    const { club, crypto, enter, keys, claimCode, request } = await answeredHouse();
    crypto.meanwhile = async () => {
      crypto.meanwhile = () => Promise.resolve();
      await revokeLink(club.desk, OFFICER, request.id);
    };
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'gone' });
  });

  it('does not open where the answer is destroyed while the code is looked at, or cannot be read any more', async () => {
    const { club, crypto, enter, keys, claimCode, request } = await answeredHouse();
    const { dataKey: _dataKey, ...unreadable } = request;
    await club.store.transact(({ requests }) => requests.change({ ...unreadable, version: request.version + 1 }));
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'gone' });
    await club.store.transact(({ requests }) => requests.change({ ...request, version: request.version + 2 }));
    crypto.meanwhile = async () => {
      crypto.meanwhile = () => Promise.resolve();
      await shredRequest(club.desk, OFFICER, request.id);
    };
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'gone' });
  });
});
