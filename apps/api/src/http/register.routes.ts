import { exportRegister, EXCHANGE_FORMATS, type ExchangeFormat } from '@habeas/register-exchange';
import { notFound, Refused, type WorkDesk } from '@habeas/core';
import type { Register } from '@habeas/core/law';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ServiceConfig } from '../config/service-config.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { OneAtATime } from '../platform/one-at-a-time.js';
import { refuse } from '../platform/refuse-http.js';
import { hasLeft } from './client-left.js';
import { wholeBody } from './posted-file.js';
import { readWorkbook } from './read-workbook.js';

const MEDIA_TYPES: Readonly<Record<ExchangeFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Of a workbook that is sent to be read: a register of some thousand activities has less. The command line takes larger ones. */
const MOST_BYTES = 5 * 1024 * 1024;
const TOO_LARGE = new Refused('INVALID_INPUT', 'The file has more than 5 MB.', 'Send a workbook that holds the register only.');

/**
 * The register of a controller in the form of the CNIL's template: as a file to save, which is in the trail; and read from one, whose bytes are
 * the body, whatever its type. Nothing is kept of what is read: the answer has what it says, and the register as YAML to be taken away.
 */
export function registerRoutes(desk: WorkDesk, { controllers }: Pick<ServiceConfig, 'controllers'>): Router {
  const router = Router();
  const registerOf = (controller: string): Register | undefined => controllers.get(controller)?.register?.register;
  router.get(
    '/:format',
    answering((request, response) => send(desk, registerOf, request, response)),
  );
  router.post('/:format', answering(reader(registerOf)));
  return router;
}

type Work = (request: Request, response: Response) => Promise<void>;
type RegisterOf = (controller: string) => Register | undefined;

function answering(work: Work): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch((error: unknown) => {
      if (hasLeft(error)) {
        response.destroy();
        return;
      }
      // What was not read of a file would be taken for the next request
      if (request.method === 'POST') response.set('Connection', 'close');
      if (error instanceof Refused) refuse(response, error);
      else next(error);
    });
  };
}

/** The format that is asked for, by those who may see the register. To others there is nothing here. */
function askedFormat({ viewer, params }: AuthenticatedRequest & Request): ExchangeFormat {
  const format = EXCHANGE_FORMATS.find((each) => each === params['format']);
  if (!viewer.permissions.has('settings.read') || format === undefined) throw notFound('register');
  return format;
}

/** Reads one workbook at a time: each may take some seconds and many times its size. */
function reader(registerOf: RegisterOf): Work {
  const gate = new OneAtATime();
  return async (request, response) => {
    const asked = request as unknown as AuthenticatedRequest & Request;
    const format = askedFormat(asked);
    const bytes = await wholeBody(request, MOST_BYTES);
    if (bytes === undefined) throw TOO_LARGE;
    const here = registerOf(asked.viewer.controller);
    const read = await gate.run(() => readWorkbook(bytes, { format, here }));
    response.status(200).set('Cache-Control', 'no-store').json(read);
  };
}

async function send({ store, ids }: WorkDesk, registerOf: RegisterOf, request: Request, response: Response): Promise<void> {
  const asked = request as unknown as AuthenticatedRequest & Request;
  const { viewer } = asked;
  const format = askedFormat(asked);
  const register = registerOf(viewer.controller);
  if (register === undefined) throw notFound('register');
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
