import { Refused } from '@habeas/core';

/** Does work of one kind once at a time: who comes meanwhile is told to come again, and takes no memory. */
export class OneAtATime {
  #isBusy = false;

  /** Rejects with `Refused` while other work is done. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isBusy) throw new Refused('LIMITED', 'The same is being done for somebody else.', 'Try again in a moment.');
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
    }
  }
}
