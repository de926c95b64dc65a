import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataRequest } from '../request/data-request.js';
import { stopHouses } from '../testing/delivery-house.js';
import { down, NOBODY, sending } from '../testing/transmission-house.js';
import { until } from '../testing/working.js';
import { transmissionOf, withTransmission } from './order-transmission.js';
import type { Transmission } from './transmission.js';

afterEach(stopHouses);

describe('data that is given up, or ended by somebody, on its way to another controller (DEL-05)', () => {
  it('where nothing was found that could go', async () => {
    const house = await sending(undefined, undefined, NOBODY);
    await house.own({ receiver: 'union' });
    expect(await house.ended()).toMatchObject({ state: 'failed', reason: 'nothing-portable' });
    expect(house.tries).toEqual([]);
  });

  it.each([
    ['while it is made', 'put'],
    ['while it is sent', 'send'],
    ['between two tries', 'wait'],
  ] as const)('and changes nothing any more where it was ended %s', async (_what, when) => {
    const house = await sending(async (sent) => {
      if (when === 'send') await house.end();
      return when === 'wait' ? down() : { bytes: sent.bytes, sha256: sent.sha256 };
    });
    const { vault } = house.club;
    const put = vault.put.bind(vault);
    if (when === 'put') {
      Object.assign(vault, {
        put: async (...given: Parameters<typeof put>) => {
          await put(...given);
          await house.end();
        },
      });
    }
    await house.own({ receiver: 'union' });
    if (when === 'wait') {
      await until(() => Promise.resolve(house.tries.length > 0));
      await house.end();
    }
    await until(async () => (await house.steps()).some(({ state }) => state === 'done'));
    expect(await house.all()).toMatchObject([{ state: 'failed', reason: 'stopped' }]);
    expect((await house.entries()).filter(({ action }) => action === 'transmission.fail')).toHaveLength(1);
  });

  it('is neither sent nor given up where the service stops on the way', async () => {
    let stopped: Promise<void> | undefined;
    const house = await sending(() => {
      stopped = house.club.stop();
      throw new TypeError('cut');
    });
    await house.own({ receiver: 'union' });
    await until(() => Promise.resolve(stopped !== undefined));
    await stopped;
    expect(await house.all()).toMatchObject([{ state: 'waiting' }]);
    expect(await house.steps()).toMatchObject([{ state: 'pending' }]);
  });

  it('is none of a request that has none', () => {
    const request = {} as DataRequest;
    expect(transmissionOf(request, 'tra_1')).toBeUndefined();
    expect(withTransmission(request, { id: 'tra_1' } as Transmission).transmissions).toEqual([]);
  });
});
