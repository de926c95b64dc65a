import { onAbort } from '@habeas/connector-sdk';

/** What ends a piece of work. */
export type Ending = AbortSignal | Stop;

/** Ends a part of a run, and ends with the run. Runs have many: a signal is made only for those who ask for one. */
export class Stop {
  readonly #listeners = new Set<() => void>();
  #aborted = false;
  #controller: AbortController | undefined;
  /** Lets it follow the run no more. */
  readonly unlink: () => void;

  constructor(run: AbortSignal) {
    this.unlink = onAbort(run, () => {
      this.abort();
    });
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  /** A signal that aborts with it. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  /** Tells everybody who listens, once. */
  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#controller?.abort();
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  /** Calls back once it is aborted, at once where it is; gives what takes that back. */
  onAbort(listener: () => void): () => void {
    if (this.#aborted) listener();
    else this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}

/** Calls back once the work is to end, at once where it is; gives what takes that back. */
export function onEnding(ending: Ending, listener: () => void): () => void {
  return ending instanceof Stop ? ending.onAbort(listener) : onAbort(ending, listener);
}

/** The signal by which others are told of the end. */
export function signalOf(ending: Ending): AbortSignal {
  return ending instanceof Stop ? ending.signal : ending;
}
