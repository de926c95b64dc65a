import { pipeline } from 'node:stream/promises';
import type { ArchivedFile } from '@habeas/archive';
import { notFound, previewReport, Refused, type ReportVersion, type WaitingReport, type WorkDesk } from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ApiViewer } from '../platform/api-viewer.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';
import { versionNamed } from './report-file.js';
import { reportHeaders, reportIn } from './report-in-archive.js';

/**
 * The report of a request before its release, for its officer: the bytes that lie in the archive that would be handed over. That it is
 * a preview stands in the headers alone, so that nothing of it differs.
 */
export function reportRoutes(desk: WorkDesk): Router {
  const router = Router();
  const handler: RequestHandler = (request, response, next) => {
    const { viewer } = request as unknown as AuthenticatedRequest;
    send(desk, viewer, request, response).catch((error: unknown) => {
      if (error instanceof Refused && !response.headersSent) refuse(response, error);
      else if (hasLeft(error)) response.destroy();
      else next(error);
    });
  };
  router.get('/:id/report/:name', handler);
  return router;
}

async function send(desk: WorkDesk, viewer: ApiViewer, request: Request, response: Response): Promise<void> {
  const version = versionNamed(String(request.params['name']));
  if (!viewer.permissions.has('report.preview') || version === undefined) throw notFound('report');
  const report = await previewReport(desk, viewer, String(request.params['id']), version);
  const file = await fileIn(desk, report, version);
  response.set(headersOf(report, version, file));
  if (request.method === 'HEAD') response.end();
  else await pipeline(await file.open(), response);
}

async function fileIn(desk: WorkDesk, report: WaitingReport, version: ReportVersion): Promise<ArchivedFile> {
  const file = await reportIn(desk, report, version);
  if (file === undefined) throw notFound('report');
  return file;
}

function headersOf(
  { request: { controller, reference } }: WaitingReport,
  version: ReportVersion,
  file: ArchivedFile,
): Readonly<Record<string, string>> {
  const { language, form } = version;
  const name = `${controller}-${reference}-preview.${language}.${form}`;
  return { ...reportHeaders(version, file, name), 'Habeas-Preview': 'true' };
}
