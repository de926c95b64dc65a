import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { handInDocument, lookAtDocument, notFound, Refused, type WorkDesk } from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';

/**
 * Copies of documents that prove who asks, where one was asked for (IDV-04): handed in with the body as the file, and looked at as a file to
 * save, which no browser shows. Nothing of a copy is in an address, a log or the trail.
 */
export function documentRoutes(desk: WorkDesk): Router {
  const router = Router();
  router.post('/:id/document', answering(desk, handIn));
  router.get('/:id/document', answering(desk, show));
  return router;
}

type Work = (desk: WorkDesk, request: Request, response: Response) => Promise<void>;

function answering(desk: WorkDesk, work: Work): RequestHandler {
  return (request, response, next) => {
    work(desk, request, response).catch((error: unknown) => {
      if (response.headersSent || hasLeft(error)) {
        response.destroy();
        return;
      }
      // What was not read of the file would be taken for the next request
      response.set('Connection', 'close');
      if (error instanceof Refused) refuse(response, error);
      else next(error);
    });
  };
}

async function handIn(desk: WorkDesk, request: Request, response: Response): Promise<void> {
  const { viewer } = request as unknown as AuthenticatedRequest;
  if (!viewer.permissions.has('proof.check')) throw notFound('request');
  const { proof } = await handInDocument(desk, viewer, String(request.params['id']), request);
  response.status(201).set('Cache-Control', 'no-store').json({ deleteBy: proof?.document?.held?.deleteBy });
}

async function show(desk: WorkDesk, request: Request, response: Response): Promise<void> {
  const { viewer } = request as unknown as AuthenticatedRequest;
  if (!viewer.permissions.has('proof.document')) throw notFound('request');
  const { bytes, content } = await lookAtDocument(desk, viewer, String(request.params['id']));
  response.status(200).set({
    // Never as what it is: a browser that shows it would keep it
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment; filename="document"',
    'Content-Length': String(bytes),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  await pipeline(Readable.from(content), response);
}
