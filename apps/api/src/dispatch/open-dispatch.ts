import type { ServiceConfig } from '../config/service-config.js';
import type { Dispatch, DispatchLog } from './dispatch.js';
import { embeddedDispatch } from './embedded-dispatch.js';

/** The dispatch that is configured. BullMQ and its client are loaded only where they are used. */
export async function openDispatch({ redis, dispatch, worker }: ServiceConfig, log: DispatchLog): Promise<Dispatch> {
  if (redis === undefined) return embeddedDispatch();
  const { BullmqDispatch } = await import('./bullmq-dispatch.js');
  const { concurrency } = worker;
  const { prefix, reconcileSeconds } = dispatch;
  return BullmqDispatch.open({ ...redis, prefix, concurrency, reconcileMs: reconcileSeconds * 1_000 }, log);
}
