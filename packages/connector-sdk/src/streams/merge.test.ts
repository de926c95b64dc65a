import { describe, expect, it } from '@jest/globals';
import { merge } from './merge.js';

async function* stream(log: string[], name: string, length: number): AsyncIterable<string> {
  try {
    for (let index = 0; index < length; index += 1) {
      await Promise.resolve();
      log.push(`${name}${index}`);
      yield `${name}${index}`;
    }
  } finally {
    log.push(`${name} closed`);
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('merging streams', () => {
  it('delivers everything, in order within each', async () => {
    const all = await collect(merge([stream([], 'a', 3), stream([], 'b', 1), stream([], 'c', 0)]));
    expect([...all].sort()).toEqual(['a0', 'a1', 'a2', 'b0']);
    expect(all.filter((item) => item.startsWith('a'))).toEqual(['a0', 'a1', 'a2']);
  });

  it('delivers one alone as it is', async () => {
    const log: string[] = [];
    for await (const item of merge([stream(log, 'a', 3)])) if (item === 'a1') break;
    expect(log).toEqual(['a0', 'a1', 'a closed']);
    await expect(collect(merge([]))).resolves.toEqual([]);
  });

  it('has every stream work at once, one item ahead at most', async () => {
    const log: string[] = [];
    const merged = merge([stream(log, 'a', 5), stream(log, 'b', 5)])[Symbol.asyncIterator]();
    await merged.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(log.filter((line) => line.startsWith('b'))).toEqual(['b0']);
    expect(log.filter((line) => line.startsWith('a')).length).toBeLessThanOrEqual(2);
    await merged.return?.();
    expect([...log].slice(-2).sort()).toEqual(['a closed', 'b closed']);
  });

  it('ends with the first failure, and closes the others', async () => {
    const log: string[] = [];
    const failing: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('it broke')) }),
    };
    await expect(collect(merge([stream(log, 'a', 5), failing, failing]))).rejects.toThrow('it broke');
    expect(log.at(-1)).toBe('a closed');
  });
});
