import { onAbort } from '@habeas/connector-sdk';
import { abortedError } from './fault.js';

/** The promise's value, or the error of a cancelled run as soon as the signal aborts. A value that comes too late goes to `discard`. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal, discard: (late: T) => void = ignore): Promise<T> {
  const race = new AbortRace(signal);
  try {
    return await race.run(promise, discard);
  } finally {
    race.end();
  }
}

/** The same stream, ending with the error of a cancelled run as soon as the signal aborts, even while the source is silent. */
export async function* abortable<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  const iterator = stream[Symbol.asyncIterator]();
  const race = new AbortRace(signal);
  let ended = false;
  try {
    for (;;) {
      const step = await race.run(iterator.next(), ignore);
      ended = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    race.end();
    if (!ended) release(iterator);
  }
}

/** One promise after the other against one signal. */
class AbortRace {
  #giveUp: () => void = ignore;
  readonly end: () => void;

  constructor(private readonly signal: AbortSignal) {
    this.end = onAbort(signal, () => {
      this.#giveUp();
    });
  }

  run<T>(promise: Promise<T>, discard: (late: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#giveUp = () => {
        reject(abortedError());
      };
      if (this.signal.aborted) this.#giveUp();
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
