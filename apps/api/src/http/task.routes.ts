import { handInFile, notFound, Refused, type WorkDesk } from '@habeas/core';
import { type Request, type RequestHandler, Router } from 'express';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';

/**
 * Files that are handed in for the task of a source that people search by hand (SCP-07): the body is the file, whatever its type, and
 * `Content-Disposition` has its name (RFC 6266, RFC 8187), since an address may end in a log.
 */
export function taskRoutes(desk: WorkDesk): Router {
  const router = Router();
  const handler: RequestHandler = (request, response, next) => {
    handIn(desk, request).then(
      (file) => {
        response.status(201).set('Cache-Control', 'no-store').json(file);
      },
      (error: unknown) => {
        // What was not read of the file would be taken for the next request
        response.set('Connection', 'close');
        if (error instanceof Refused) refuse(response, error);
        else if (hasLeft(error)) response.destroy();
        else next(error);
      },
    );
  };
  router.post('/:id/tasks/:task/files/:collection', handler);
  return router;
}

async function handIn(desk: WorkDesk, request: Request): Promise<{ readonly id: string; readonly bytes: number }> {
  const { viewer } = request as unknown as AuthenticatedRequest;
  if (!viewer.permissions.has('task.end')) throw notFound('task');
  const param = (name: string): string => String(request.params[name]);
  const place = { request: param('id'), task: param('task') };
  const name = nameIn(request.headers['content-disposition'] ?? '');
  const given = { collection: param('collection'), name, content: request };
  const { id: file, bytes } = await handInFile(desk, viewer, place, given);
  return { id: file, bytes };
}

/** What a file is called: `attachment; filename*=UTF-8''scan%20%C3%A9t%C3%A9.pdf`, or a plain `filename="scan.pdf"`. */
function nameIn(disposition: string): string {
  const [, extended] = /;\s*filename\*=UTF-8''([^;\s]+)/iu.exec(disposition) ?? [];
  const [, quoted] = /;\s*filename="([^"\\]*)"/iu.exec(disposition) ?? [];
  if (extended === undefined) return quoted ?? '';
  try {
    return decodeURIComponent(extended);
  } catch {
    throw new Refused('INVALID_INPUT', 'The name of the file is not written as RFC 8187 has it.', "Send filename*=UTF-8''….");
  }
}
