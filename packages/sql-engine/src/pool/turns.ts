import { onAbort } from '@habeas/connector-sdk';
import { abortedError } from '../engine.js';

/** Lets so many work at a time; others wait in line. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atATime: number) {
    this.#free = atATime;
  }

  /** Waits for a turn, to be given back. Rejects with class `aborted` when the signal aborts first. */
  async take(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw abortedError();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
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
