import { beginSetUp } from '@habeas/core';
import { CONNECTORS } from './composition/connectors.js';
import { type FaultListener, openService, type Service } from './composition/service.js';
import { staffDeskOf } from './composition/staff-desk.js';
import type { ServiceArguments } from './config/arguments.js';
import { checkRole } from './config/check-role.js';
import { placementWarnings } from './config/placement.js';
import { loadServiceConfig } from './config/service-config.js';
import { builtConsole } from './http/console.routes.js';
import { operationsServer } from './http/operations.js';
import { listen, serve } from './http/serve.js';
import { keepHouse } from './composition/keep-house.js';
import { ServiceLog } from './platform/service-log.js';
import { openSpans } from './telemetry/open-spans.js';

/** A service that was started. */
export interface StartedService {
  readonly service: Service;
  /** Where it answers, unless it only works. */
  readonly url?: string;
  readonly operationsUrl: string;
  /** The code for the first account, where there is none. */
  readonly setUpCode?: string;
  /** Ends what is running where it is, and closes everything. Resolves within 20 seconds (security R12). */
  stop(): Promise<void>;
}

/** What a start may be given beside its arguments. */
export interface StartOptions {
  /** Where the built console lies. */
  readonly consoleFolder?: string;
}

/** Starts a service. Throws `InvalidInputError` with every fault of its configuration, and rejects where something it needs is not there; nothing is left running then. */
export async function startService(
  args: ServiceArguments,
  log = new ServiceLog(),
  { consoleFolder = builtConsole() }: StartOptions = {},
): Promise<StartedService> {
  const config = loadServiceConfig(args.config, CONNECTORS);
  checkRole(args.role, config);
  for (const warning of placementWarnings(config)) log.warn(warning);
  // Each message that waits for one says so; the log does here, once
  if (config.mail === undefined) log.warn('no-mail', { remedy: 'name a server as mail.smtp' });
  const closers: (() => Promise<unknown>)[] = [];
  const running: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    // At once: whoever still listens to events must not keep steps from being given back
    await Promise.all(running.splice(0).map((end) => end()));
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const spans = await openSpans(config.telemetry);
    closers.push(() => spans.close());
    const onFault: FaultListener = (error, { id, kind }) => {
      log.fault('step', error, { id, kind });
    };
    const service = await openService(config, onFault, { spans, log });
    closers.push(() => service.close());
    const staff = staffDeskOf(service);
    const operations = operationsServer(service);
    const operationsUrl = await listen(operations, config.operations);
    closers.push(() => new Promise((resolve) => operations.close(resolve)));
    if (args.role !== 'api') running.push(runWorker(service, log), keepHouse(service, log));
    if (args.role === 'worker') return { service, operationsUrl, stop };
    const served = await serve(service, staff, { log, consoleFolder });
    running.push(() => served.close());
    const code = await beginSetUp(staff);
    const { url } = served;
    log.info('listening', { url, role: args.role });
    return { service, url, operationsUrl, stop, ...(code === undefined ? {} : { setUpCode: code.code.reveal() }) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function runWorker({ worker, dispatch }: Service, log: ServiceLog): () => Promise<void> {
  const running = worker.run().catch((error: unknown) => {
    log.fault('worker', error);
  });
  dispatch.deliverTo(worker);
  return async () => {
    dispatch.hold();
    worker.stop();
    await running;
  };
}
