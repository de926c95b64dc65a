import { exportRegister, EXCHANGE_FORMATS, type ExchangeFormat } from '@habeas/register-exchange';
import { notFound, Refused, type WorkDesk } from '@habeas/core';
import { type Request, type Response, Router } from 'express';
import type { ServiceConfig } from '../config/service-config.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';

const MEDIA_TYPES: Readonly<Record<ExchangeFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The register of a controller in the form of the CNIL's template, as a file to save. That it was taken is in the trail. */
export function registerRoutes(desk: WorkDesk, { controllers }: Pick<ServiceConfig, 'controllers'>): Router {
  const router = Router();
  router.get('/:format', (request, response, next) => {
    send(desk, controllers, request, response).catch((error: unknown) => {
      if (error instanceof Refused) refuse(response, error);
      else next(error);
    });
  });
  return router;
}

async function send(
  { store, ids }: WorkDesk,
  controllers: ServiceConfig['controllers'],
  request: Request,
  response: Response,
): Promise<void> {
  const { viewer } = request as unknown as AuthenticatedRequest;
  const format = EXCHANGE_FORMATS.find((each) => each === request.params['format']);
  const register = controllers.get(viewer.controller)?.register?.register;
  if (!viewer.permissions.has('settings.read') || format === undefined || register === undefined) throw notFound('register');
  const { bytes, notCarried } = await exportRegister(register, { format });
  await store.transact(({ audit }) =>
    audit.add({
      id: ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'register.export',
      object: { type: 'register', id: register.id },
      outcome: 'done',
      details: { format },
    }),
  );
  response.set({
    'Content-Type': MEDIA_TYPES[format],
    'Content-Disposition': `attachment; filename="${viewer.controller}-register.${format}"`,
    'Cache-Control': 'no-store',
    // What the template has no place for stays in the register only
    'Habeas-Not-Carried': String(notCarried.length),
  });
  response.end(bytes);
}
