import { pipeline } from 'node:stream/promises';
import { type ArchivedFile, openArchiveFile } from '@habeas/archive';
import {
  notFound,
  previewReport,
  Refused,
  type ReportForm,
  type ReportVersion,
  type WaitingReport,
  type WorkDesk,
} from '@habeas/core';
import { PAGE_POLICY } from '@habeas/report';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ApiViewer } from '../platform/api-viewer.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';
import { archivedPath, versionNamed } from './report-file.js';

const MEDIA_TYPES: Readonly<Record<ReportForm, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** A page needs its own style, and nothing else that the page's own policy does not allow either; what is saved needs nothing. */
const POLICIES: Readonly<Record<ReportForm, string>> = {
  html: `${PAGE_POLICY}; frame-ancestors 'none'; sandbox`,
  pdf: "default-src 'none'; frame-ancestors 'none'",
  json: "default-src 'none'; frame-ancestors 'none'",
};

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

async function fileIn({ vault }: WorkDesk, { archive, key }: WaitingReport, version: ReportVersion): Promise<ArchivedFile> {
  const bytes = { size: archive.bytes, read: (range: Parameters<typeof vault.read>[2]) => vault.read(key, archive.blob, range) };
  const file = await openArchiveFile(bytes, archivedPath(version));
  if (file === undefined) throw notFound('report');
  return file;
}

function headersOf(
  { request: { controller, reference } }: WaitingReport,
  { language, form }: ReportVersion,
  { size }: ArchivedFile,
): Readonly<Record<string, string>> {
  const name = `${controller}-${reference}-preview.${language}.${form}`;
  return {
    'Content-Type': MEDIA_TYPES[form],
    'Content-Length': String(size),
    'Content-Disposition': `${form === 'html' ? 'inline' : 'attachment'}; filename="${name}"`,
    'Content-Security-Policy': POLICIES[form],
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Habeas-Preview': 'true',
  };
}
