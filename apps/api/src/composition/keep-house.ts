import type { ServiceLog } from '../platform/service-log.js';
import type { Service } from './service.js';

/** How often keys of weeks that are over are destroyed. */
const EVERY_MS = 60 * 60_000;
/** How often entries of the trail get their places. */
const CHAIN_EVERY_MS = 500;

/** Does what has to be done from time to time, in one process or in many: chains the trail, destroys the keys of weeks that are over (security R45, R81). */
export function keepHouse(service: Service, log: ServiceLog): () => Promise<void> {
  const stop = new AbortController();
  const chores = [
    repeat(service, { everyMs: CHAIN_EVERY_MS, name: 'chain', log, signal: stop.signal }, () => chain(service, stop.signal)),
    repeat(service, { everyMs: EVERY_MS, name: 'destroy-keys', log, signal: stop.signal }, () => destroyKeys(service, log)),
  ];
  return async () => {
    stop.abort();
    await Promise.all(chores);
  };
}

interface Chore {
  readonly everyMs: number;
  readonly name: string;
  readonly log: ServiceLog;
  readonly signal: AbortSignal;
}

async function repeat({ desk }: Service, { everyMs, name, log, signal }: Chore, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => {
      log.fault(name, error);
    });
    await desk.clock.sleep(everyMs, signal);
  }
}

/** Until nothing waits: after some there may be more. */
async function chain({ store }: Service, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await store.trail.sequence()) > 0);
}

/** What expired in an earlier week cannot be opened any more, from however old a backup. */
async function destroyKeys({ keys, desk }: Service, log: ServiceLog): Promise<void> {
  const weeks = await keys.destroyEpochsBefore(desk.clock.now());
  if (weeks.length > 0) log.info('keys-destroyed', { weeks: weeks.length });
}
