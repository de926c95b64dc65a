import { reconcile } from '@habeas/core';
import type { ServiceLog } from '../platform/service-log.js';
import type { Service } from './service.js';

/** How often keys of weeks that are over are destroyed. */
const EVERY_MS = 60 * 60_000;
/** How often entries of the trail get their places. */
const CHAIN_EVERY_MS = 500;

/** Does what has to be done from time to time, in one process or in many: chains the trail, destroys the keys of weeks that are over, tells workers again of what is due (security R9, R45, R81). */
export function keepHouse(service: Service, log: ServiceLog): () => Promise<void> {
  const stop = new AbortController();
  const chores = [
    repeat(service, { everyMs: CHAIN_EVERY_MS, name: 'chain', log, signal: stop.signal }, () => service.store.trail.sequence()),
    repeat(service, { everyMs: EVERY_MS, name: 'destroy-keys', log, signal: stop.signal }, () => destroyKeys(service, log)),
    ...keepTold(service, log, stop.signal),
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

async function repeat(
  { desk }: Pick<Service, 'desk'>,
  { everyMs, name, log, signal }: Chore,
  work: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => {
      log.fault(name, error);
    });
    await desk.clock.sleep(everyMs, signal);
  }
}

/**
 * The reconciler: whatever Redis has lost is told again. Each process asks for the turn more often than there is one, so that it
 * is not late when the process that had the last one is gone. A process that cannot reach Redis leaves the turn to those that can.
 */
function keepTold({ dispatch, desk, store, config }: Service, log: ServiceLog, signal: AbortSignal): readonly Promise<void>[] {
  if (dispatch.kind === 'embedded') return [];
  const periodMs = config.dispatch.reconcileSeconds * 1_000;
  const turn = { everyMs: periodMs / 3, name: 'reconcile', log, signal };
  const tellAgain = async (): Promise<unknown> =>
    dispatch.isReaching() ? reconcile(store.dueLedger, dispatch, periodMs) : undefined;
  return [repeat({ desk }, turn, tellAgain)];
}

/** What expired in an earlier week cannot be opened any more, from however old a backup. */
async function destroyKeys({ keys, desk }: Service, log: ServiceLog): Promise<void> {
  const weeks = await keys.destroyEpochsBefore(desk.clock.now());
  if (weeks.length > 0) log.info('keys-destroyed', { weeks: weeks.length });
}
