/** The same stream, whose errors are told in other words. By hand, for a generator would wait once more for each item. */
export function retold<T>(stream: AsyncIterable<T>, tell: (error: unknown) => unknown): AsyncIterable<T> {
  const failed = (error: unknown): never => {
    throw tell(error);
  };
  const ended = (): IteratorResult<T> => END;
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = stream[Symbol.asyncIterator]();
      return {
        next: () => iterator.next().catch(failed),
        return: () => (iterator.return === undefined ? Promise.resolve(END) : iterator.return().then(ended, failed)),
      };
    },
  };
}

const END = { done: true, value: undefined } as const;
