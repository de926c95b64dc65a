import { describe, expect, it } from '@jest/globals';
import { ReadAhead } from './read-ahead.js';

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

function counting(
  total: number,
  size = 1,
): { stream: AsyncGenerator<string[], void, undefined>; produced: () => number; ended: () => boolean } {
  let produced = 0;
  let ended = false;
  const stream = (async function* () {
    try {
      while (produced < total) {
        await Promise.resolve();
        produced += 1;
        yield Array.from({ length: size }, () => `item ${String(produced)}`);
      }
    } finally {
      ended = true;
    }
  })();
  return { stream, produced: () => produced, ended: () => ended };
}

const sizeOf = (batch: string[]): number => batch.length;
const bounds = { size: 10, sizeOf, items: 2, weight: 0, weightOf: sizeOf };

describe('ReadAhead', () => {
  it('delivers everything in order, also what was read before it was asked for', async () => {
    const { stream } = counting(20);
    const ahead = new ReadAhead(stream, bounds);
    ahead.start();
    await turns(20);
    const seen: string[] = [];
    for await (const batch of ahead.items()) seen.push(...batch);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => `item ${String(index + 1)}`));
  });

  it.each([
    ['items', 1, 2],
    ['size', 7, 2],
    ['one large item', 11, 1],
  ])('stands still at its bounds: %s', async (_, size, most) => {
    const { stream, produced } = counting(50, size);
    const ahead = new ReadAhead(stream, bounds);
    ahead.start();
    await turns(200);
    expect(produced()).toBe(most);
    const items = ahead.items();
    await items.next();
    await turns(200);
    expect(produced()).toBe(most + 1);
    await items.return();
  });

  it.each([
    ['as long as they weigh little', 100, 5],
    ['but never beyond its size', 4, 4],
  ])('lets more items wait %s', async (_, size, most) => {
    const { stream, produced } = counting(50);
    const ahead = new ReadAhead(stream, { ...bounds, size, weight: 10, weightOf: () => 2 });
    ahead.start();
    await turns(200);
    expect([produced(), ahead.weight]).toEqual([most, most * 2]);
    const items = ahead.items();
    await items.next();
    expect(ahead.weight).toBe(most * 2 - 2);
    await items.return();
  });

  it('ends the stream when its consumer leaves', async () => {
    const { stream, ended } = counting(50);
    for await (const _ of new ReadAhead(stream, bounds).items()) break;
    await turns(20);
    expect(ended()).toBe(true);
  });

  it('ends the stream when it is stopped before anybody consumes it', async () => {
    const { stream, ended } = counting(50);
    const ahead = new ReadAhead(stream, bounds);
    ahead.start();
    await turns(20);
    ahead.stop();
    await turns(20);
    expect(ended()).toBe(true);
  });

  it('passes a failure on after what came before it', async () => {
    const stream = (async function* () {
      yield await Promise.resolve(['one']);
      throw new Error('broken');
    })();
    const ahead = new ReadAhead(stream, bounds);
    ahead.start();
    await turns(20);
    const items = ahead.items();
    expect((await items.next()).value).toEqual(['one']);
    await expect(items.next()).rejects.toThrow('broken');
  });
});
