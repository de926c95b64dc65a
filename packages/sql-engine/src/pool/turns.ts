import { onAbort } from '@habeas/connector-sdk';
import { abortedError } from '../engine.js';

/** Lets so many work at a time; others wait in line. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atATime: number) {
    this.#free = atATime;
  }

  /** Takes a turn, to be given back, if there is one. */
  takeFree(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Waits for a turn, to be given back. Rejects with class `aborted` when the signal aborts first. */
  take(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(abortedError());
    if (this.takeFree()) return Promise.resolve();
    return new Promise<void>((resolve, reject) => {
      const begin = (): void => {
        unlink();
        resolve();
      };
      const unlink = onAbort(signal, () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(abortedError());
      });
      this.#waiting.push(begin);
    });
  }

  /** Lets the next one begin. */
  giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
