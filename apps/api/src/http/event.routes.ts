import { type DataRequest, notFound, Refused, type Step, type WorkDesk } from '@habeas/core';
import { type Request, type Response, Router } from 'express';
import type { ApiViewer } from '../platform/api-viewer.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';

/** How often the store is looked at: whichever worker has a request, its progress is there. */
const LOOK_EVERY_MS = 500;
/** A client that has gone without a word is noticed when this is written to it. */
const ALIVE_EVERY_MS = 15_000;

/**
 * The progress of a request as server-sent events (WHATWG HTML §9.2): one whenever something has changed, and an end when it is
 * over. Each tells everything, so a client that comes again is told where it stands. `ending` ends them all: a browser comes again.
 */
export function eventRoutes(desk: WorkDesk, ending: AbortSignal): Router {
  const router = Router();
  router.get('/:id/events', (request: Request, response: Response, next) => {
    const { viewer } = request as unknown as AuthenticatedRequest;
    const over = AbortSignal.any([ending, whenGone(response)]);
    follow(desk, { viewer, id: String(request.params['id']), over }, response).catch((error: unknown) => {
      if (error instanceof Refused && !response.headersSent) refuse(response, error);
      else next(error);
    });
  });
  return router;
}

interface Seen {
  readonly row: DataRequest;
  readonly steps: readonly Step[];
}

interface Followed {
  readonly viewer: ApiViewer;
  readonly id: string;
  readonly over: AbortSignal;
}

/** A client may have gone before anybody listens for it. */
function whenGone(response: Response): AbortSignal {
  const gone = new AbortController();
  const abort = (): void => {
    gone.abort();
  };
  response.once('close', abort);
  if (response.destroyed) abort();
  return gone.signal;
}

async function follow(desk: WorkDesk, { viewer, id, over }: Followed, response: Response): Promise<void> {
  let seen = await look(desk, viewer, id);
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }).flushHeaders();
  let told = '';
  let toldAt = 0;
  while (!over.aborted) {
    const event = eventOf(seen);
    const now = desk.clock.now().getTime();
    if (event !== told) response.write(`event: request\nid: ${String(seen.row.version)}\ndata: ${event}\n\n`);
    else if (now - toldAt > ALIVE_EVERY_MS) response.write(': still here\n\n');
    if (event !== told || now - toldAt > ALIVE_EVERY_MS) toldAt = now;
    told = event;
    if (seen.row.state === 'shredded') break;
    await desk.clock.sleep(LOOK_EVERY_MS, over);
    seen = await look(desk, viewer, id);
  }
  response.end();
}

async function look({ store }: WorkDesk, viewer: ApiViewer, id: string): Promise<Seen> {
  if (!viewer.permissions.has('request.read')) throw notFound('request');
  return store.transact(async ({ requests, steps }) => {
    const row = await requests.get(viewer.controller, id);
    if (row === undefined) throw notFound('request');
    return { row, steps: await steps.of(viewer.controller, id) };
  });
}

/** What everybody may see who may see the request: no personal data. */
function eventOf({ row, steps }: Seen): string {
  const { state, version, queued, included, complete, ledger } = row;
  const running = steps.filter((step) => step.state === 'running' || step.state === 'needs_attention');
  const work = running.map(({ kind, state: stands, attempts, problem, progress }) => ({
    kind,
    state: stands,
    attempts,
    problem: problem ?? null,
    progress: progress ?? null,
  }));
  return JSON.stringify({ state, version, queued, included, complete: complete ?? null, ledger, work });
}
