import { describe, expect, it } from '@jest/globals';
import { embeddedDispatch } from './embedded-dispatch.js';

describe('the embedded dispatch', () => {
  it('wakes the worker of this process, and nobody before there is one or after it is held', async () => {
    let wakes = 0;
    const worker = { wake: () => void (wakes += 1), take: () => Promise.resolve(false) };
    const dispatch = embeddedDispatch();
    const step = { id: 'a', fence: 0, inMs: 0 };
    await dispatch.tell([step]);
    dispatch.deliverTo(worker);
    await dispatch.tell([step, step]);
    dispatch.hold();
    await dispatch.tell([step]);
    await dispatch.close();
    expect([wakes, dispatch.counts.told, dispatch.isReaching()]).toEqual([1, 4, false]);
  });
});
