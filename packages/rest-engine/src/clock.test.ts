import { describe, expect, it } from '@jest/globals';
import { systemClock } from './clock.js';

describe('the machine’s clock', () => {
  it('waits, and tells the time', async () => {
    const since = systemClock.now();
    await systemClock.wait(20, new AbortController().signal);
    expect(systemClock.now() - since).toBeGreaterThanOrEqual(18);
  });

  it('ends every wait with the reason of the signal, however many there are', async () => {
    const abort = new AbortController();
    const waits = Array.from({ length: 20 }, () => systemClock.wait(60_000, abort.signal));
    abort.abort('stop');
    expect(await Promise.allSettled(waits)).toEqual(waits.map(() => ({ status: 'rejected', reason: 'stop' })));
  });
});
