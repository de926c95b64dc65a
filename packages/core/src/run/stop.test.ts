import { describe, expect, it } from '@jest/globals';
import { onEnding, signalOf, Stop } from './stop.js';

const running = (): AbortSignal => new AbortController().signal;

describe('Stop', () => {
  it('tells everybody who listens once, and whoever comes later at once', () => {
    const stop = new Stop(running());
    const told: string[] = [];
    onEnding(stop, () => told.push('first'));
    onEnding(stop, () => told.push('not any more'))();
    expect(stop.aborted).toBe(false);
    stop.abort();
    stop.abort();
    onEnding(stop, () => told.push('late'))();
    expect(told).toEqual(['first', 'late']);
    expect(stop.aborted).toBe(true);
  });

  it('ends with the run, until it follows it no more', () => {
    const run = new AbortController();
    const [linked, unlinked] = [new Stop(run.signal), new Stop(run.signal)];
    unlinked.unlink();
    run.abort();
    expect([linked.aborted, unlinked.aborted, new Stop(run.signal).aborted]).toEqual([true, false, true]);
  });

  it('has a signal that aborts with it, whenever it is asked for', () => {
    const [before, after] = [new Stop(running()), new Stop(running())];
    const signal = signalOf(before);
    expect(signal.aborted).toBe(false);
    for (const stop of [before, after]) stop.abort();
    expect([signal.aborted, signalOf(after).aborted, signalOf(before) === signal]).toEqual([true, true, true]);
  });
});

describe('an abort signal', () => {
  it('is as good as a stop', () => {
    const run = new AbortController();
    const told: string[] = [];
    onEnding(run.signal, () => told.push('told'));
    run.abort();
    expect([told, signalOf(run.signal)]).toEqual([['told'], run.signal]);
  });
});
