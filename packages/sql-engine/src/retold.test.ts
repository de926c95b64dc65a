import { describe, expect, it } from '@jest/globals';
import { retold } from './retold.js';

async function* words(fault?: Error, onEnd: () => void = () => undefined): AsyncGenerator<string> {
  try {
    yield await Promise.resolve('one');
    if (fault !== undefined) throw fault;
    yield 'two';
  } finally {
    onEnd();
  }
}

const told = (error: unknown): Error => new Error('in other words', { cause: error });

describe('retold', () => {
  it('is the same stream', async () => {
    const seen: string[] = [];
    for await (const word of retold(words(), told)) seen.push(word);
    expect(seen).toEqual(['one', 'two']);
  });

  it('tells an error in other words, after what came before it', async () => {
    const fault = new Error('bare');
    const seen: string[] = [];
    const reading = (async () => {
      for await (const word of retold(words(fault), told)) seen.push(word);
    })();
    await expect(reading).rejects.toMatchObject({ message: 'in other words', cause: fault });
    expect(seen).toEqual(['one']);
  });

  it('ends the stream when its reader leaves, and tells what goes wrong then', async () => {
    let ended = 0;
    for await (const _ of retold(
      words(undefined, () => (ended += 1)),
      told,
    ))
      break;
    expect(ended).toBe(1);
    const failing = words(undefined, () => {
      throw new Error('while closing');
    });
    const reading = (async () => {
      for await (const _ of retold(failing, told)) break;
    })();
    await expect(reading).rejects.toThrow('in other words');
  });

  it('leaves a stream alone that cannot be ended', async () => {
    const endless: AsyncIterable<number> = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ value: 1 }) }) };
    for await (const number of retold(endless, told)) {
      expect(number).toBe(1);
      break;
    }
  });
});
