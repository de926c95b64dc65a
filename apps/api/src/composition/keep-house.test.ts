import { describe, expect, it } from '@jest/globals';
import { systemClock } from '@habeas/core';
import { pino } from 'pino';
import { ServiceLog } from '../platform/service-log.js';
import { keepHouse } from './keep-house.js';
import type { Service } from './service.js';

/** Chores that were asked for, on a clock that runs as fast as it can, a hundred rounds of it. */
function house({ weeks = [] as readonly string[], fails = false } = {}): {
  service: Service;
  log: ServiceLog;
  lines: string[];
  done: string[];
} {
  const lines: string[] = [];
  const done: string[] = [];
  const chore = <T>(name: string, result: T): Promise<T> => {
    done.push(name);
    return fails ? Promise.reject(new RangeError('zqneverrepeated')) : Promise.resolve(result);
  };
  const desk = {
    clock: {
      now: () => new Date('2026-03-01T00:00:00Z'),
      sleep: (ms: number, signal: AbortSignal) => systemClock.sleep(ms / 1_000, signal),
    },
  };
  const store = { trail: { sequence: () => chore('chain', 0) } };
  const keys = { destroyEpochsBefore: (now: Date) => chore(`destroy before ${now.toISOString()}`, weeks) };
  const log = new ServiceLog(pino({ base: {} }, { write: (line: string) => void lines.push(line) }));
  return { service: { desk, store, keys } as unknown as Service, log, lines, done };
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
const eventsOf = (lines: readonly string[]): readonly object[] => lines.map((line) => JSON.parse(line) as object);

describe('what has to be done from time to time', () => {
  it('is to chain the trail every half second, and to destroy the keys of weeks that are over every hour', async () => {
    const { service, log, done } = house();
    const stop = keepHouse(service, log);
    await pause(100); // a hundred seconds of its clock
    await stop();
    expect(done.filter((name) => name === 'destroy before 2026-03-01T00:00:00.000Z')).toHaveLength(1);
    expect(done.filter((name) => name === 'chain').length).toBeGreaterThan(5);
  });

  it('is told to the log where keys were destroyed, by their number', async () => {
    const { service, log, lines } = house({ weeks: ['2026-W07', '2026-W08'] });
    const stop = keepHouse(service, log);
    await pause(10);
    await stop();
    expect(eventsOf(lines)).toEqual([expect.objectContaining({ level: 30, event: 'keys-destroyed', weeks: 2 })]);
  });

  it('is done again after it failed, and the log has the type of the fault', async () => {
    const { service, log, lines, done } = house({ fails: true });
    const stop = keepHouse(service, log);
    await pause(100);
    await stop();
    expect(done.filter((name) => name === 'chain').length).toBeGreaterThan(1);
    expect(eventsOf(lines)).toEqual(
      expect.arrayContaining(
        ['chain', 'destroy-keys'].map((event) => expect.objectContaining({ level: 50, event, error: 'RangeError' })),
      ),
    );
    expect(lines.join('')).not.toContain('zqneverrepeated');
  });

  it('is not done any more once it was stopped', async () => {
    const { service, log, done } = house();
    await keepHouse(service, log)();
    const before = done.length;
    await pause(20);
    expect(done).toHaveLength(before);
  });
});
