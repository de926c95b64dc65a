import { announceDeadlines, closeFiles, expireReceived, reconcile, remindOfficers } from '@habeas/core';
import { calendarPeriod } from '@habeas/core/law';
import type { ServiceLog } from '../platform/service-log.js';
import { checkpointTrail, placesOf } from './checkpoint-trail.js';
import { endpointsIn } from './endpoints-in.js';
import { randomIds } from './random-ids.js';
import type { Service } from './service.js';

/** How often keys of weeks that are over are destroyed. */
const EVERY_MS = 60 * 60_000;
/** What a process that was killed has begun to store is removed when it is so old. */
const UNFINISHED_MS = 24 * 60 * 60_000;
/** How often entries of the trail get their places. */
const CHAIN_EVERY_MS = 500;
/** How often it is looked which requests are due soon, or were. */
const DEADLINES_EVERY_MS = 60_000;
/** How often it is looked whether a checkpoint of the trail is due, or a place outside lacks one. */
const CHECKPOINT_EVERY_MS = 5_000;

/**
 * Does what has to be done from time to time, in one process or in many: chains the trail, signs checkpoints of it, destroys the keys of
 * weeks that are over, removes what killed processes have left, tells endpoints and officers of due dates, and workers again of what is due (security R4, R9, R45, R81, R82).
 */
export function keepHouse(service: Service, log: ServiceLog): () => Promise<void> {
  const stop = new AbortController();
  const places = placesOf(service.config.checkpoints);
  const everyMs = Math.min(CHECKPOINT_EVERY_MS, service.config.checkpoints.everySeconds * 1_000);
  const chores = [
    repeat(service, { everyMs: CHAIN_EVERY_MS, name: 'chain', log, signal: stop.signal }, () => chain(service, stop.signal)),
    repeat(service, { everyMs, name: 'checkpoint', log, signal: stop.signal }, () =>
      checkpointTrail(
        { checkpoints: service.store.checkpoints, signer: service.trailKey, settings: service.config.checkpoints },
        places,
      ),
    ),
    repeat(service, { everyMs: EVERY_MS, name: 'destroy-keys', log, signal: stop.signal }, () => destroyKeys(service, log)),
    repeat(service, { everyMs: EVERY_MS, name: 'sweep', log, signal: stop.signal }, () => sweep(service, log)),
    repeat(service, { everyMs: EVERY_MS, name: 'close-files', log, signal: stop.signal }, () => close(service, log)),
    repeat(service, { everyMs: EVERY_MS, name: 'expire-received', log, signal: stop.signal }, () => expire(service, log)),
    ...[...service.config.webhooks.keys()].map((controller) =>
      repeat(service, { everyMs: DEADLINES_EVERY_MS, name: 'deadlines', log, signal: stop.signal }, () =>
        announceDeadlines(
          { store: service.desk.store, ids: randomIds, webhooks: endpointsIn(service.config.webhooks) },
          controller,
        ),
      ),
    ),
    ...[...service.config.controllers.keys()].map((controller) =>
      repeat(service, { everyMs: DEADLINES_EVERY_MS, name: 'remind-officers', log, signal: stop.signal }, () =>
        remindOfficers(service.desk, controller),
      ),
    ),
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

/** Until nothing waits: after some there may be more. */
async function chain({ store }: Service, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await store.trail.sequence()) > 0);
}

/** What a killed process has left half-stored, in the folder of the blobs or in S3 (security R4). */
async function sweep({ blobs, store }: Service, log: ServiceLog): Promise<void> {
  const swept = await blobs.sweep(new Date((await timeOf(store)).getTime() - UNFINISHED_MS));
  if (swept > 0) log.info('swept', { blobs: swept });
}

/** Files of requests go when the period is over that the register gives them (LOG-04). Without a register nobody has said when. */
async function close({ desk, config }: Service, log: ServiceLog): Promise<void> {
  for (const [controller, { register }] of config.controllers) {
    const written = register?.register.caseRetention.length;
    if (written === undefined) continue;
    const files = await closeFiles(desk, { controller, written, period: calendarPeriod(written) });
    if (files > 0) log.info('files-closed', { files });
  }
}

/** What other controllers have sent goes when its time is over. */
async function expire({ desk }: Service, log: ServiceLog): Promise<void> {
  const expired = await expireReceived(desk);
  if (expired > 0) log.info('received-expired', { transmissions: expired });
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
async function destroyKeys({ keys, store }: Service, log: ServiceLog): Promise<void> {
  const weeks = await keys.destroyEpochsBefore(await timeOf(store));
  if (weeks.length > 0) log.info('keys-destroyed', { weeks: weeks.length });
}

/** The database's time: what cannot be undone must not hang on the clock of one machine, which may be days ahead (security R8). */
function timeOf(store: Service['store']): Promise<Date> {
  return store.transact(({ now }) => Promise.resolve(now));
}
