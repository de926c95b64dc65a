import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { type DataRequest, notFound, Refused, type WorkDesk } from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ApiViewer } from '../platform/api-viewer.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';
import { parseRange, type WantedRange } from './byte-range.js';

type Archive = NonNullable<DataRequest['archive']>;

/** Downloads of finished archives, by those who may (security R54): decrypted as they go out, whole or in one range, so that a broken one goes on. */
export function archiveRoutes(desk: WorkDesk): Router {
  const router = Router();
  const handler: RequestHandler = (request, response, next) => {
    const { viewer } = request as AuthenticatedRequest;
    send(desk, viewer, request, response).catch((error: unknown) => {
      if (error instanceof Refused && !response.headersSent) refuse(response, error);
      else if (hasLeft(error)) response.destroy();
      else next(error);
    });
  };
  router.get('/:id', handler);
  return router;
}

async function send(desk: WorkDesk, viewer: ApiViewer, request: Request, response: Response): Promise<void> {
  if (!viewer.permissions.has('archive.download')) throw notFound('archive');
  const { row, archive } = await begin(desk, viewer, String(request.params['id']));
  const etag = `"${archive.sha256}"`;
  const ifRange = request.headers['if-range'];
  const isSame = ifRange === undefined || ifRange === etag;
  const isGet = request.method === 'GET';
  const range = isSame && isGet ? parseRange(request.headers.range, archive.bytes) : undefined;
  response.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${row.controller}-${row.reference}.zip"`,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ETag: etag,
  });
  if (range === 'unsatisfiable') {
    response
      .status(416)
      .set('Content-Range', `bytes */${String(archive.bytes)}`)
      .end();
    return;
  }
  if (has(request.headers['if-none-match'], etag)) response.status(304).end();
  else if (isGet) await stream(desk, { row, archive, range }, response);
  else response.set('Content-Length', String(archive.bytes)).end();
}

/** Whether the client has this archive already (RFC 9110 §13.1.2): a weak mark is as good here. */
function has(header: string | undefined, etag: string): boolean {
  const marks = (header ?? '').split(',').map((mark) => mark.trim().replace(/^W\//u, ''));
  return marks.includes(etag) || marks.includes('*');
}

async function stream(
  desk: WorkDesk,
  { row, archive, range }: { readonly row: DataRequest; readonly archive: Archive; readonly range: WantedRange | undefined },
  response: Response,
): Promise<void> {
  const { start, end } = range ?? { start: 0, end: archive.bytes };
  if (range !== undefined) {
    response.status(206).set('Content-Range', `bytes ${String(start)}-${String(end - 1)}/${String(archive.bytes)}`);
  }
  response.set('Content-Length', String(end - start));
  const key = { controller: row.controller, request: row.id, dataKey: row.dataKey ?? '' };
  await pipeline(Readable.from(desk.vault.read(key, archive.blob, { start, end })), response);
}

/** The archive, once the trail says who fetches it. */
async function begin(
  desk: WorkDesk,
  viewer: ApiViewer,
  id: string,
): Promise<{ readonly row: DataRequest; readonly archive: Archive }> {
  return desk.store.transact(async ({ requests, audit }) => {
    const row = await requests.get(viewer.controller, id);
    const isThere = row?.state === 'released' || row?.state === 'awaiting_release';
    if (row?.archive === undefined || row.dataKey === undefined || !isThere) throw notFound('archive');
    await audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'archive.download',
      object: { type: 'request', id },
      outcome: 'done',
      details: { state: row.state },
    });
    return { row, archive: row.archive };
  });
}
