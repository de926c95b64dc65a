import { describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { lastWords } from './last-words.js';
import { ServiceLog } from './service-log.js';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an error that nothing has caught', () => {
  const lines: string[] = [];
  const log = new ServiceLog(pino({ base: {} }, { write: (text: string) => void lines.push(text) }));

  it('ends the process in order, once, and its text is not told', async () => {
    const exit = jest.fn();
    const stop = jest.fn(() => Promise.reject(new Error('bob@example.org')));
    const end = lastWords({ log, stop, exit });
    end(new Error('ada@example.org'));
    end(new Error('again'));
    expect(exit).not.toHaveBeenCalled();
    await settle();
    expect([stop.mock.calls.length, exit.mock.calls]).toEqual([1, [[1]]]);
    expect(lines.join('')).toMatch(/"event":"uncaught".*\n.*"uncaught".*\n.*"event":"stop"/u);
    expect(lines.join('')).not.toContain('example.org');
  });

  it('ends it after a while even where it cannot be stopped', () => {
    jest.useFakeTimers();
    const exit = jest.fn();
    lastWords({ log, stop: () => new Promise(() => undefined), exit })('a text');
    jest.advanceTimersByTime(20_000);
    expect(exit).toHaveBeenCalledWith(1);
    jest.useRealTimers();
  });
});
