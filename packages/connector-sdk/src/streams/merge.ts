/**
 * Consumes several streams at once and delivers what comes, as it comes. Each is asked for its next item only when the
 * last one was taken. A stream that throws ends all of them. One alone is delivered as it is.
 */
export function merge<T>(streams: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const [only, second] = streams;
  return only !== undefined && second === undefined ? only : merged(streams);
}

async function* merged<T>(streams: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const iterators = streams.map((stream) => stream[Symbol.asyncIterator]());
  const pending = new Map(iterators.map((iterator) => [iterator, nextOf(iterator)]));
  try {
    while (pending.size > 0) {
      const { iterator, result } = await Promise.race(pending.values());
      if (result.done === true) pending.delete(iterator);
      else {
        pending.set(iterator, nextOf(iterator));
        yield result.value;
      }
    }
  } finally {
    pending.forEach((next) => {
      next.catch(() => undefined); // the first failure was thrown; the others are its echoes
    });
    await Promise.allSettled([...pending.keys()].map((iterator) => Promise.resolve(iterator.return?.())));
  }
}

async function nextOf<T>(iterator: AsyncIterator<T>): Promise<{ iterator: AsyncIterator<T>; result: IteratorResult<T> }> {
  return { iterator, result: await iterator.next() };
}
