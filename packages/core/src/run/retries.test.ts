import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';
import { fixedRandom, ManualClock } from '../testing/index.js';
import { Retries, withRetries } from './retries.js';

function retrying(random = 1, signal = new AbortController().signal): { clock: ManualClock; retries: Retries; told: string[] } {
  const clock = new ManualClock();
  const told: string[] = [];
  const retries = new Retries({
    clock,
    random: fixedRandom(random),
    signal,
    limits: { attempts: 4, baseDelayMs: 1_000, maxDelayMs: 3_000 },
    onRetry: ({ errorClass }, delayMs) => told.push(`${errorClass} ${String(delayMs)}`),
  });
  return { clock, retries, told };
}

const failing = (times: number, error: unknown): (() => Promise<string>) => {
  let left = times;
  return async () => {
    await Promise.resolve();
    left -= 1;
    if (left >= 0) throw error;
    return 'done';
  };
};

describe('withRetries', () => {
  it('doubles its pauses up to the longest, each a random part of it', async () => {
    const { clock, retries, told } = retrying();
    await expect(withRetries(retries, failing(3, new ConnectorError('transient', 'Lost.')))).resolves.toBe('done');
    expect(clock.slept).toEqual([1_000, 2_000, 3_000]);
    expect([retries.attempts, told]).toEqual([4, ['transient 1000', 'transient 2000', 'transient 3000']]);
    const half = retrying(0.5);
    await withRetries(half.retries, failing(2, new ConnectorError('transient', 'Lost.')));
    expect(half.clock.slept).toEqual([500, 1_000]);
  });

  it('gives up after so many attempts', async () => {
    const { retries } = retrying();
    await expect(withRetries(retries, failing(9, new ConnectorError('throttle', 'Slow down.')))).rejects.toThrow('Slow down.');
    expect(retries.attempts).toBe(4);
  });

  it('waits as long as the source asks, and gives up when that is longer than the longest pause', async () => {
    const { clock, retries } = retrying();
    await withRetries(retries, failing(1, new ConnectorError('throttle', 'Slow down.', { retryAfterMs: 2_500 })));
    expect(clock.slept).toEqual([2_500]);
    const far = retrying();
    const error = new ConnectorError('throttle', 'Come back tomorrow.', { retryAfterMs: 86_400_000 });
    await expect(withRetries(far.retries, failing(1, error))).rejects.toBe(error);
    expect(far.clock.slept).toEqual([]);
  });

  it.each<ErrorClass>(['auth', 'permission', 'not-found', 'quota', 'contract', 'egress', 'aborted'])(
    'never tries %s again',
    async (errorClass) => {
      const { retries } = retrying();
      await expect(withRetries(retries, failing(1, new ConnectorError(errorClass, 'No.')))).rejects.toThrow('No.');
      expect(retries.attempts).toBe(1);
    },
  );

  it('begins to count anew when a try brought something', async () => {
    const { clock, retries } = retrying();
    const call = failing(6, new ConnectorError('transient', 'Lost.'));
    await withRetries(retries, () => {
      retries.progressed();
      return call();
    });
    expect([retries.attempts, new Set(clock.slept)]).toEqual([7, new Set([1_000])]);
  });

  it('stops waiting when the run is cancelled', async () => {
    const stop = new AbortController();
    const { retries, clock } = retrying(1, stop.signal);
    clock.sleep = () => {
      stop.abort();
      return Promise.resolve();
    };
    await expect(withRetries(retries, failing(1, new ConnectorError('transient', 'Lost.')))).rejects.toMatchObject({
      errorClass: 'aborted',
    });
  });
});
