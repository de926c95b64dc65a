import { describe, expect, it } from '@jest/globals';
import { abortable, untilAborted } from './abortable.js';

async function* numbers(onEnd: () => void): AsyncGenerator<number, void, undefined> {
  try {
    for (let number = 0; ; number += 1) yield await Promise.resolve(number);
  } finally {
    onEnd();
  }
}

const silent: AsyncIterable<number> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };

describe('abortable', () => {
  it('is the same stream as long as nobody aborts', async () => {
    const stream = (async function* () {
      yield await Promise.resolve(1);
      yield 2;
    })();
    const seen: number[] = [];
    for await (const number of abortable(stream, new AbortController().signal)) seen.push(number);
    expect(seen).toEqual([1, 2]);
  });

  it('ends a silent stream as soon as the signal aborts', async () => {
    const stop = new AbortController();
    const next = abortable(silent, stop.signal).next();
    stop.abort();
    await expect(next).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('asks nothing of a stream after the signal has aborted', async () => {
    await expect(abortable(silent, AbortSignal.abort()).next()).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('releases a stream that nobody reads on, and passes its fault on', async () => {
    let ended = false;
    for await (const number of abortable(
      numbers(() => (ended = true)),
      new AbortController().signal,
    ))
      if (number === 2) break;
    expect(ended).toBe(true);
    const failing = (async function* () {
      yield await Promise.resolve(1);
      throw new Error('broken');
    })();
    await expect(
      (async () => {
        for await (const _ of abortable(failing, new AbortController().signal)) continue;
      })(),
    ).rejects.toThrow('broken');
  });

  it('is over once its reader has left, and tells its source once', async () => {
    let ended = 0;
    const stream = abortable(
      numbers(() => (ended += 1)),
      new AbortController().signal,
    );
    await stream.next();
    for (const _ of [1, 2]) await stream.return?.();
    expect([(await stream.next()).done, ended]).toEqual([true, 1]);
  });

  it('does not mind a stream that fails when it is released', async () => {
    const stream = numbers(() => {
      throw new Error('while closing');
    });
    for await (const _ of abortable(stream, new AbortController().signal)) break;
    expect((await stream.next()).done).toBe(true);
  });
});

describe('untilAborted', () => {
  it('hands a value that comes too late to whom it concerns', async () => {
    const stop = new AbortController();
    const late: string[] = [];
    let open: (value: string) => void = () => undefined;
    const value = untilAborted(new Promise<string>((resolve) => (open = resolve)), stop.signal, (each) => late.push(each));
    stop.abort();
    await expect(value).rejects.toMatchObject({ errorClass: 'aborted' });
    open('session');
    await new Promise((resolve) => setImmediate(resolve));
    expect(late).toEqual(['session']);
  });

  it('throws away a value that comes too late where nobody wants it', async () => {
    const value = untilAborted(Promise.resolve(1), AbortSignal.abort());
    await expect(value).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
