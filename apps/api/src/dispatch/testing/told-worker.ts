import {
  type NewStep,
  reconcile,
  type StepHandler,
  systemClock,
  systemRandom,
  tellingStore,
  Worker,
  type WorkDesk,
} from '@habeas/core';
import { sampleRequest } from '@habeas/core/testing';
import { Secret } from '@habeas/connector-sdk';
import { randomIds } from '../../composition/random-ids.js';
import { type DurableStore, openStore } from '../../persistence/index.js';
import { BullmqDispatch } from '../bullmq-dispatch.js';
import type { DispatchLog } from '../dispatch.js';

/** How a worker of these tests is different from the ordinary. */
export interface ToldOptions {
  readonly name: string;
  readonly storeUrl: string;
  readonly redisUrl: string;
  readonly handler?: StepHandler;
  readonly concurrency?: number;
  /** The period of the reconciler; none runs where it is missing. */
  readonly reconcileMs?: number;
  readonly ca?: string;
  readonly prefix?: string;
}

/** A worker of its own that is told of steps through Redis, as a process is. */
export interface ToldWorker {
  readonly store: DurableStore;
  readonly dispatch: BullmqDispatch;
  readonly log: readonly string[];
  readonly faults: readonly unknown[];
  /** Adds steps of the sample request, as a use case does. */
  add(...ids: readonly string[]): Promise<void>;
  /** How often each step has had its effect. */
  effects(): Promise<ReadonlyMap<string, number>>;
  /** Safe to call twice. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Leaves one entry in the trail for each step, in its commit. */
export const noted: StepHandler = (context) => Promise.resolve(noteOf(context));

/** The same, after a while. */
export function notedAfter(milliseconds: number): StepHandler {
  return async (context) => {
    await systemClock.sleep(milliseconds, context.signal);
    context.signal.throwIfAborted();
    return noteOf(context);
  };
}

function noteOf({ claim }: Parameters<StepHandler>[0]): Awaited<ReturnType<StepHandler>> {
  const { id, controller } = claim.step;
  const actor = { kind: 'system', id: claim.worker } as const;
  const entry = { id: randomIds.next('aud'), controller, actor, action: 'step.end', object: { type: 'step', id } };
  return ({ audit }) => audit.add({ ...entry, outcome: 'done', details: {} });
}

/** Starts one. While Redis is there it looks by itself once in an hour, so what it does it was told of. */
export async function toldWorker(options: ToldOptions): Promise<ToldWorker> {
  const { name, concurrency = 2, reconcileMs, handler = noted, redisUrl, ca, prefix = 'habeas' } = options;
  const log: string[] = [];
  const faults: unknown[] = [];
  const store = await openStore({ url: options.storeUrl, allowsLazyFlush: true });
  const periodMs = reconcileMs ?? 300;
  const dispatch = await openTold({ redisUrl, ca, prefix, periodMs, concurrency }, log).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const worker = new Worker({
    id: name,
    desk: deskOf(store, dispatch),
    handlers: {
      probe: noted,
      search: handler,
      gather: noted,
      assemble: noted,
      'cool-off': noted,
      'not-before': noted,
      lapse: noted,
      mail: noted,
      webhook: noted,
      pack: noted,
      purge: noted,
      remind: noted,
      transmit: noted,
      recheck: noted,
      expire: noted,
      shred: noted,
    },
    ...{ concurrency, leaseMs: 1_000, idleMs: 50 },
    told: { isTold: () => dispatch.isReaching(), idleMs: HOUR_MS },
    onFault: (error) => faults.push(error),
  });
  const running = worker.run();
  dispatch.deliverTo(worker);
  const over = new AbortController();
  let isStopped = false;
  const reconciling = reconcileMs === undefined ? undefined : keepTold(store, dispatch, periodMs, over.signal);
  return {
    ...{ store, dispatch, log, faults },
    add: (...ids) => addSteps(store, dispatch, ids),
    effects: () => effectsOf(store),
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      over.abort();
      await reconciling;
      dispatch.hold();
      worker.stop();
      await running;
      await dispatch.close();
      await store.close();
    },
  };
}

interface ToldSettings {
  readonly redisUrl: string;
  readonly ca: string | undefined;
  readonly prefix: string;
  readonly periodMs: number;
  readonly concurrency: number;
}

function openTold({ redisUrl, ca, prefix, periodMs, concurrency }: ToldSettings, lines: string[]): Promise<BullmqDispatch> {
  const log: DispatchLog = { info: (event) => lines.push(event), warn: (event) => lines.push(event) };
  const url = new Secret(redisUrl);
  return BullmqDispatch.open({ url, prefix, concurrency, reconcileMs: periodMs, ...(ca === undefined ? {} : { ca }) }, log);
}

/** What these steps need of a desk; the rest is not there, and whoever reaches for it fails. */
function deskOf(store: DurableStore, dispatch: BullmqDispatch): WorkDesk {
  const desk = { store: tellingStore(store, dispatch), clock: systemClock, random: systemRandom, ids: randomIds };
  return desk as unknown as WorkDesk;
}

async function keepTold(store: DurableStore, dispatch: BullmqDispatch, periodMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await reconcile(store.dueLedger, dispatch, periodMs);
    await systemClock.sleep(periodMs / 3, signal);
  }
}

async function addSteps(store: DurableStore, dispatch: BullmqDispatch, ids: readonly string[]): Promise<void> {
  const { id: request, controller } = sampleRequest();
  await tellingStore(store, dispatch).transact(async ({ requests, steps, now }) => {
    if ((await requests.get(controller, request)) === undefined) await requests.add(sampleRequest());
    for (const id of ids) {
      const step: NewStep = { id, controller, request, key: id, kind: 'search', workflowVersion: 1, dueAt: now };
      await steps.add(step);
    }
  });
}

async function effectsOf(store: DurableStore): Promise<ReadonlyMap<string, number>> {
  await store.trail.sequence();
  const effects = new Map<string, number>();
  for await (const line of store.trail.export()) {
    const { object } = JSON.parse(line) as { readonly object: { readonly id: string } };
    effects.set(object.id, (effects.get(object.id) ?? 0) + 1);
  }
  return effects;
}
