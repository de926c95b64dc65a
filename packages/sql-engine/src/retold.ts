/** The same stream, whose errors are told in other words. By hand, for a generator would wait once more for each item. */
export function retold<T>(stream: AsyncIterable<T>, tell: (error: unknown) => unknown): AsyncIterable<T> {
  const failed = (error: unknown): never => {
    throw tell(error);
  };
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = stream[Symbol.asyncIterator]();
      return {
        next: () => iterator.next().catch(failed),
        return: async () => {
          await iterator.return?.().catch(failed);
          return { done: true, value: undefined };
        },
      };
    },
  };
}
