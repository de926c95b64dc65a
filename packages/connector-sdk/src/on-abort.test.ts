import { describe, expect, it } from '@jest/globals';
import { onAbort } from './on-abort.js';

describe('onAbort', () => {
  it('tells everybody who still listens, once', () => {
    const stop = new AbortController();
    const told: string[] = [];
    onAbort(stop.signal, () => told.push('one'));
    const takeBack = onAbort(stop.signal, () => told.push('two'));
    onAbort(stop.signal, () => told.push('three'));
    takeBack();
    stop.abort();
    stop.abort();
    expect(told).toEqual(['one', 'three']);
  });

  it('tells a listener as often as it was given', () => {
    const stop = new AbortController();
    let count = 0;
    const listener = (): void => {
      count += 1;
    };
    const takeBack = onAbort(stop.signal, listener);
    onAbort(stop.signal, listener);
    onAbort(stop.signal, listener);
    takeBack();
    stop.abort();
    expect(count).toBe(2);
  });

  it('tells at once of a signal that has aborted', () => {
    let count = 0;
    const takeBack = onAbort(AbortSignal.abort(), () => (count += 1));
    takeBack();
    expect(count).toBe(1);
  });

  it('holds one listener of the signal, however many listen', () => {
    const stop = new AbortController();
    let added = 0;
    const { signal } = stop;
    const addEventListener = signal.addEventListener.bind(signal) as (...args: unknown[]) => void;
    signal.addEventListener = (...args: unknown[]) => {
      added += 1;
      addEventListener(...args);
    };
    for (let count = 0; count < 100; count += 1) onAbort(signal, () => undefined);
    expect(added).toBe(1);
  });
});
