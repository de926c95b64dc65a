import { notFound, Refused } from '@habeas/core';
import { PAGE_POLICY } from '@habeas/report';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { bundlePage } from '../evidence/bundle-page.js';
import { type EvidenceDesk, exportBundle } from '../evidence/export-bundle.js';
import type { ApiViewer } from '../platform/api-viewer.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';

/**
 * The evidence bundle of a request for an authority (LOG-05), as its signed file or as a page to read and to print. Each is made anew, and
 * that is in the trail. `?reasons=included` has the reasons of decisions in it, for those who may read them, with a fresh proof.
 */
export function evidenceRoutes(evidence: EvidenceDesk): Router {
  const router = Router();
  const handler: RequestHandler = (request, response, next) => {
    const { viewer } = request as unknown as AuthenticatedRequest;
    send(evidence, viewer, request, response).catch((error: unknown) => {
      if (error instanceof Refused && !response.headersSent) refuse(response, error);
      else next(error);
    });
  };
  router.get('/:id/evidence.json', handler);
  router.get('/:id/evidence.:language.html', handler);
  return router;
}

async function send(evidence: EvidenceDesk, viewer: ApiViewer, request: Request, response: Response): Promise<void> {
  const { id, language } = request.params;
  const withReasons = request.query['reasons'] === 'included';
  const isKnown = language === undefined || language === 'en' || language === 'fr';
  const may = viewer.permissions.has('evidence.export') && (!withReasons || viewer.permissions.has('match.read'));
  if (!may || !isKnown) throw notFound('evidence bundle');
  const { text, content } = await exportBundle(evidence, viewer, String(id), { withReasons });
  const { reference } = content.facts['request'] as { readonly reference: string };
  const name = `${viewer.controller}-${reference}-evidence`;
  response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  if (language === undefined) {
    response.set({
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="${name}.json"`,
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    });
    response.end(text);
    return;
  }
  response.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Disposition': `inline; filename="${name}.${language}.html"`,
    'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'; sandbox`,
  });
  response.end([...bundlePage(content, language)].join(''));
}
