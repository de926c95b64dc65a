import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Service } from '../composition/service.js';
import { metricsOf } from './metrics.js';

/** How long a look at store and keyring may take before it counts as not ready. */
const PATIENCE_MS = 2_000;

/**
 * Health and metrics, for those who run the service, on a listener of their own (security R34): `/healthz` the process answers,
 * `/readyz` its store and its keyring do too, `/metrics` in the format of Prometheus. No label holds anything of a person. That Redis
 * is gone is told, and makes nothing unready: work goes on without its hints.
 */
export function operationsServer(service: Service): Server {
  const registry = metricsOf(service);
  return createServer((request, response) => {
    answer(service, registry, request).then(
      ({ status, type, body }) => {
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
      },
      () => {
        fail(response);
      },
    );
  });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const TEXT = 'text/plain; charset=utf-8';

async function answer(service: Service, registry: Registry, { url }: IncomingMessage): Promise<Answer> {
  if (url === '/healthz') return { status: 200, type: TEXT, body: 'ok\n' };
  if (url === '/readyz') return (await isReady(service)) ? { status: 200, type: TEXT, body: readyText(service) } : NOT_READY;
  if (url === '/metrics') return { status: 200, type: registry.contentType, body: await registry.metrics() };
  return { status: 404, type: TEXT, body: 'not found\n' };
}

const NOT_READY: Answer = { status: 503, type: TEXT, body: 'the store or the keyring does not answer\n' };

async function isReady({ store, keys, desk }: Service): Promise<boolean> {
  const over = new AbortController();
  try {
    const looked = Promise.all([store.nextDueAt(), keys.verify()]).then(() => true);
    return await Promise.race([looked, desk.clock.sleep(PATIENCE_MS, over.signal).then(() => false)]);
  } catch {
    return false;
  } finally {
    over.abort();
  }
}

function readyText({ dispatch }: Service): string {
  if (dispatch.kind === 'embedded') return 'ready\n';
  return `ready\nredis: ${dispatch.isReaching() ? 'there' : 'gone, workers look at the ledger'}\n`;
}

function fail(response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': TEXT }).end('not available\n');
}
