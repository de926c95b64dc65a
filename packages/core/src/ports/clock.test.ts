import { describe, expect, it } from '@jest/globals';
import { systemClock } from './clock.js';
import { systemRandom } from './random.js';

describe('systemClock', () => {
  it('tells the time of the machine', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('wakes after the pause, at an abort, and at once when it is aborted already', async () => {
    await systemClock.sleep(1, new AbortController().signal);
    const stop = new AbortController();
    const pause = systemClock.sleep(3_600_000, stop.signal);
    stop.abort();
    await expect(pause).resolves.toBeUndefined();
    await expect(systemClock.sleep(3_600_000, stop.signal)).resolves.toBeUndefined();
  });
});

describe('systemRandom', () => {
  it('lies between 0 and 1', () => {
    expect(systemRandom.next()).toBeLessThan(1);
  });
});
