import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.js';

describe('work that is done once at a time', () => {
  it('is refused while it is done for somebody else, and not afterwards', async () => {
    const gate = new OneAtATime();
    let end: () => void = () => undefined;
    const first = gate.run(() => new Promise<void>((resolve) => (end = resolve)));
    await expect(gate.run(() => Promise.resolve())).rejects.toMatchObject({ code: 'LIMITED' });
    end();
    await first;
    expect(await gate.run(() => Promise.resolve('done'))).toBe('done');
  });

  it('is not shut by work that failed', async () => {
    const gate = new OneAtATime();
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.run(() => Promise.resolve('done'))).toBe('done');
  });
});
