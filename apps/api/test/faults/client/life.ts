import { setTimeout as pause } from 'node:timers/promises';
import { ServiceError } from '../../../src/client/service-client.js';
import type { StoreWindow } from '../house/store-window.js';
import type { FaultPerson } from '../world/create-fault-world.js';
import type { Clerk } from './clerk.js';

/** How a request shall end. */
export type Ending = 'waits' | 'released' | 'shredded' | 'expired' | 'cancelled';

/** One request from its opening to its end, over any number of crashes on the way. */
export interface LifePlan {
  readonly person: FaultPerson;
  readonly ending: Ending;
  /** Whether there is an earlier reading to discard; only for somebody whose matches have to be reviewed. */
  readonly hasBeenRead?: boolean;
  /** Of its own among all lives. */
  readonly key: string;
}

/** What lives live with. */
export interface Surroundings {
  readonly clerk: Clerk;
  readonly window: StoreWindow;
  /** Whether a server that is down may answer "internal error": only where the store itself is killed. */
  readonly forgives?: boolean;
}

const LOOK_EVERY_MS = 60;
/** Whoever is killed every other second comes slowly to an end: this is for what never would. */
const LIFE_LIMIT_MS = 20 * 60_000;

/** Takes a request to its end, asking again for as long as nobody answers. Rejects where it does not come to it within twenty minutes. */
export async function live(plan: LifePlan, surroundings: Surroundings): Promise<string> {
  const { clerk } = surroundings;
  const limit = Date.now() + LIFE_LIMIT_MS;
  const id = await patiently(() => clerk.open(plan.person, plan.key), surroundings);
  const life = new Life(id, plan, surroundings);
  for (let state = ''; Date.now() < limit;) {
    const isOver = await patiently(async () => {
      ({ state } = await clerk.look(id));
      return life.advance(state);
    }, surroundings);
    if (isOver) return id;
    await pause(LOOK_EVERY_MS);
    if (state === 'needs_attention') throw new Error(`${id} needs a person, and nothing is wrong with its sources.`);
  }
  throw new Error(`${id} did not come to its end.`);
}

/** One request on its way. Each state has the act that leads on from it. */
class Life {
  #isFetched = false;
  #isOver = false;

  constructor(
    private readonly id: string,
    private readonly plan: LifePlan,
    private readonly surroundings: Surroundings,
  ) {}

  /** Does the next thing. True once there is none. */
  async advance(state: string): Promise<boolean> {
    const { clerk, window } = this.surroundings;
    if (state === 'in_review' && this.plan.hasBeenRead === true) await window.letHaveBeenRead(this.id);
    if (state === 'ready') await clerk.start(this.id);
    if (state === 'in_review') await clerk.review(this.id);
    if (state === 'searching' && this.plan.ending === 'cancelled') await clerk.cancel(this.id);
    if (state === 'awaiting_release') return this.#decide();
    if (state === 'released') return this.#end();
    return state === 'cancelled' || state === 'shredded';
  }

  async #decide(): Promise<boolean> {
    const { clerk } = this.surroundings;
    if (!this.#isFetched) this.#isFetched = await clerk.download(this.id, `${this.plan.key}.zip`);
    if (this.plan.ending === 'waits') return true;
    if (this.plan.ending === 'cancelled') await clerk.cancel(this.id);
    else await clerk.release(this.id);
    return false;
  }

  async #end(): Promise<boolean> {
    const { clerk, window } = this.surroundings;
    if (!this.#isFetched) this.#isFetched = await clerk.download(this.id, `${this.plan.key}.zip`);
    if (this.plan.ending === 'shredded') await clerk.shred(this.id);
    if (this.plan.ending === 'expired' && !this.#isOver) {
      await window.letExpire(this.id);
      this.#isOver = true;
      clerk.diary.confirmed('expire', this.id);
    }
    return this.plan.ending === 'released';
  }
}

/** Asks again while nobody answers. What is answered is taken as it is. */
export async function patiently<T>(work: () => Promise<T>, { forgives = false }: Pick<Surroundings, 'forgives'>): Promise<T> {
  const limit = Date.now() + LIFE_LIMIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isNobodyThere(error, forgives) || Date.now() > limit) throw error;
      await pause(50);
    }
  }
}

function isNobodyThere(error: unknown, forgives: boolean): boolean {
  // What was under way while the clerk proved anew had the session from before
  if (error instanceof ServiceError && error.status === 401) return true;
  if (error instanceof ServiceError) return forgives && (error.status >= 500 || error.code === 'UNAVAILABLE');
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  // `fetch` rejects with a TypeError; a database that is away has codes of the network
  return name === 'TypeError' || (forgives && /^(?:ECONN|PROTOCOL_|ER_)/u.test(code ?? ''));
}
