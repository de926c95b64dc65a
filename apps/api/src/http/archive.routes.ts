import { type DataRequest, notFound, Refused, type WorkDesk } from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ApiViewer } from '../platform/api-viewer.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';
import { sendArchive } from './send-archive.js';

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
  await sendArchive(desk, request, response, { row, archive, fileName: `${row.controller}-${row.reference}.zip` });
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
