import type { Clock } from '../ports/clock.js';
import { systemClock } from '../ports/clock.js';
import type { Store } from '../ports/store.js';
import { keyOf } from '../request/sealed-files.js';
import type { MemoryVault } from './memory-vault.js';
import type { RequestHouse } from './request-house.js';

/** Every look is six seconds later, so that every batch becomes a segment. */
export function hastyClock(): Clock {
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => new Date((now += 6_000)),
    sleep: (milliseconds, signal) => systemClock.sleep(Math.min(milliseconds, 3), signal),
  };
}

/** How long a process lives, and whether it dies just before or just after its last call. */
export interface Life {
  readonly calls: number;
  readonly before: boolean;
}

/** Lets so many calls through; then the process is dead, and nothing works any more. */
export class Death {
  #left: number;
  readonly #before: boolean;

  constructor({ calls, before }: Life) {
    this.#left = calls;
    this.#before = before;
  }

  isDead(): boolean {
    return this.#left <= 0;
  }

  /** The clock of a process that is dead does not wake it. */
  stopping(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      sleep: async (milliseconds, signal) => {
        await clock.sleep(milliseconds, signal);
        if (this.isDead()) await new Promise<never>(() => undefined);
      },
    };
  }

  /** Does something that outlives the process, or dies before it, or after it and before anybody has heard of it. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDead()) return new Promise<never>(() => undefined);
    this.#left -= 1;
    if (this.isDead() && this.#before) return new Promise<never>(() => undefined);
    const result = await work();
    if (this.isDead()) return new Promise<never>(() => undefined);
    return result;
  }
}

/** A store and a vault for as long as a process lives. */
export function mortal(store: Store, vault: MemoryVault, death: Death): { store: Store; vault: MemoryVault } {
  const dying =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      death.around(() => call(...given));
  return {
    store: {
      transact: (work) => death.around(() => store.transact(work)),
      claim: dying(store.claim.bind(store)),
      renew: dying(store.renew.bind(store)),
      nextDueAt: store.nextDueAt.bind(store),
      close: store.close.bind(store),
    },
    vault: { ...vault, put: dying(vault.put.bind(vault)) },
  };
}

/** The archive of a request, as text. */
export async function archiveOf(house: RequestHouse, id: string): Promise<string> {
  const request = await house.get(id);
  let text = '';
  for await (const part of house.vault.read(keyOf(request), request.archive!.blob)) {
    text += Buffer.from(part).toString();
  }
  return text;
}
