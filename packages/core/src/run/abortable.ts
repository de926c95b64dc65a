import { abortedError } from './fault.js';

/** The promise's value, or the error of a cancelled run as soon as the signal aborts. A value that comes too late goes to `discard`. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal, discard: (late: T) => void = ignore): Promise<T> {
  return raceAbort(promise, ownSignal(signal), discard);
}

/**
 * The same stream, ending with the error of a cancelled run as soon as the signal aborts, even while the source is silent. The
 * signal is to be one that few listen to: see {@link ownSignal}.
 */
export async function* abortable<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  const iterator = stream[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const step = await raceAbort(iterator.next(), signal, ignore);
      ended = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    if (!ended) release(iterator);
  }
}

function raceAbort<T>(promise: Promise<T>, signal: AbortSignal, discard: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(abortedError());
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    const stopListening = (): void => {
      signal.removeEventListener('abort', onAbort);
    };
    promise.then(
      (value) => {
        stopListening();
        if (signal.aborted) discard(value);
        resolve(value);
      },
      (error: unknown) => {
        stopListening();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever a source throws is passed on as it is
        reject(error);
      },
    );
  });
}

/** A signal that nobody else listens to: Node warns of a leak when many streams listen to one. */
export function ownSignal(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal]);
}

function ignore(): void {
  // Nobody wants it.
}

/** Tells a stream that nobody reads on. Not awaited: a silent source would hold everybody up, and its end is of no interest. */
function release(iterator: AsyncIterator<unknown>): void {
  iterator.return?.().catch(ignore);
}
