import { abortedError } from './fault.js';
import { type Ending, onEnding } from './stop.js';

/** The promise's value, or the error of a cancelled run as soon as the signal aborts. A value that comes too late goes to `discard`. */
export async function untilAborted<T>(promise: Promise<T>, signal: Ending, discard: (late: T) => void = ignore): Promise<T> {
  const race = new AbortRace(signal);
  try {
    return await race.run(promise, discard);
  } finally {
    race.end();
  }
}

/** The same stream, ending with the error of a cancelled run as soon as the signal aborts, even while the source is silent. */
export function abortable<T>(stream: AsyncIterable<T>, signal: Ending): AsyncIterableIterator<T, void, undefined> {
  return new AbortableStream(stream[Symbol.asyncIterator](), signal);
}

/** By hand rather than as a generator or an async function, each of which would wait once more for each item. */
class AbortableStream<T> implements AsyncIterableIterator<T, void, undefined> {
  readonly #race: AbortRace;
  #isOver = false;

  constructor(
    private readonly iterator: AsyncIterator<T>,
    signal: Ending,
  ) {
    this.#race = new AbortRace(signal);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, void>> {
    if (this.#isOver) return Promise.resolve(END);
    return new Promise((resolve, reject) => {
      const failed = (error: Error): void => {
        this.#leave();
        reject(error);
      };
      this.#race.begin(failed);
      if (this.#isOver) return; // it was aborted
      this.iterator.next().then((step) => {
        this.#race.rest();
        if (step.done === true) this.#end();
        resolve(step.done === true ? END : step);
      }, failed);
    });
  }

  return(): Promise<IteratorResult<T, void>> {
    this.#leave();
    return Promise.resolve(END);
  }

  /** It came to its end by itself. */
  #end(): void {
    this.#isOver = true;
    this.#race.end();
  }

  #leave(): void {
    if (this.#isOver) return;
    this.#end();
    release(this.iterator);
  }
}

const END = { done: true, value: undefined } as const;

/** One promise after the other against one signal. */
class AbortRace {
  /** The promise's own function: a closure over it would keep what came, for long. */
  #reject: (reason: Error) => void = ignore;
  readonly end: () => void;

  constructor(private readonly signal: Ending) {
    this.end = onEnding(signal, () => {
      this.#reject(abortedError());
    });
  }

  /** What is to be told of an abort from now on, and at once where it has happened. */
  begin(reject: (reason: Error) => void): void {
    this.#reject = reject;
    if (this.signal.aborted) reject(abortedError());
  }

  /** Nothing is to be told meanwhile: what was to be told would keep what came, for long. */
  rest(): void {
    this.#reject = ignore;
  }

  run<T>(promise: Promise<T>, discard: (late: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.begin(reject);
      promise.then((value) => {
        if (this.signal.aborted) discard(value);
        resolve(value);
      }, reject);
    });
  }
}

function ignore(): void {
  // Nobody wants it.
}

/** Tells a stream that nobody reads on. Not awaited: a silent source would hold everybody up, and its end is of no interest. */
function release(iterator: AsyncIterator<unknown>): void {
  iterator.return?.().catch(ignore);
}
