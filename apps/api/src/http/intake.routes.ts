import { handOver, Refused, type Viewer } from '@habeas/core';
import { type NextFunction, raw, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Service } from '../composition/service.js';
import { handedOverSchema } from '../intake/handed-over.schema.js';
import { newRequest, onceKey, type OpeningInput } from '../modules/requests/open-input.js';
import { CONTROLLER_HEADER } from '../platform/authenticate.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { given } from '../platform/given.js';
import { signerOf } from '../signing/signed-call.js';

/** A request with every identifier that may be given. */
const BODY_LIMIT = '64kb';
const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/iu;

/**
 * What `handOverRequest` does, as plain HTTP, for websites that keep no token or know no GraphQL: `POST /requests`, with a token or signed
 * by a key of the controller. The body is bounded before it is looked at, and looked at only once the call is proved.
 */
export function intakeRoutes({ desk, config }: Service, byToken: RequestHandler): Router {
  const router = Router();
  const viewerOf = (request: Request): Promise<Viewer> | Viewer =>
    isSigned(request) ? signerOf({ desk, signers: config.signers }, callOf(request)) : programIn(request);
  router.post('/', plainJson, raw({ limit: BODY_LIMIT, type: () => true, inflate: false }));
  router.post('/', (request, response, next) => {
    if (isSigned(request)) next();
    else void byToken(request, response, next);
  });
  router.post('/', (request: Request, response: Response, next: NextFunction) => {
    take(request)
      .then((taken) => {
        response.status(201).set('Cache-Control', 'no-store').json(taken);
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) refuse(response, error);
        else next(error);
      });
  });

  async function take(request: Request): Promise<object> {
    const viewer = await viewerOf(request);
    const input = inputIn(bodyOf(request));
    const { request: row, claimCode } = await handOver(desk, viewer, newRequest(input), onceKey(input));
    const { id, reference, state, receivedAt, dueAt } = row;
    return { request: { id, reference, state, receivedAt, dueAt }, claimCode: claimCode.reveal() };
  }
  return router;
}

function plainJson({ headers }: Request, response: Response, next: NextFunction): void {
  if (JSON_TYPE.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined) next();
  else refuseBody(response);
}

function refuseBody(response: Response): void {
  const message = 'Send application/json in UTF-8, and not compressed.';
  response
    .status(415)
    .set('Connection', 'close')
    .json({ error: { code: 'INVALID_INPUT', message } });
}

function isSigned({ headers }: Request): boolean {
  return headers['webhook-signature'] !== undefined;
}

function callOf(request: Request): Parameters<typeof signerOf>[1] {
  const header = (name: string): string => String(request.headers[name] ?? '');
  return {
    controller: header(CONTROLLER_HEADER),
    id: header('webhook-id'),
    timestamp: header('webhook-timestamp'),
    signature: header('webhook-signature'),
    body: bodyOf(request),
  };
}

/** A program with a token, and with what the answer tells among its scopes. */
function programIn(request: Request): Viewer {
  const { viewer } = request as unknown as AuthenticatedRequest;
  const needed = ['request.handOver', 'request.read'] as const;
  if (viewer.by === 'token' && needed.every((permission) => viewer.permissions.has(permission))) return viewer;
  throw new Refused('REFUSED', 'This needs a token with the scopes request.handOver and request.read.');
}

function bodyOf({ body }: Request): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** What is asked. Faults name places, never values. */
function inputIn(body: Buffer): OpeningInput {
  const read = handedOverSchema.safeParse(parsed(body));
  if (!read.success) {
    const places = [...new Set(read.error.issues.map(({ path }) => placeOf(path)))].slice(0, 5);
    throw new Refused('INVALID_INPUT', `This is not what it has to be: ${places.join(', ')}.`, 'See apps/api/openapi.json.');
  }
  const { identifiers, packing, receivedAt, isSignedIn, onBehalf, ...needed } = read.data;
  return {
    ...needed,
    identifiers: identifiers.map(({ kind, value, ...more }) => ({ kind, value, ...given(more) })),
    ...given({ packing, receivedAt: receivedAt === undefined ? undefined : new Date(receivedAt), isSignedIn, onBehalf }),
  };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the body' : path.join('.');
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new Refused('INVALID_INPUT', 'The body is no JSON in UTF-8.');
  }
}
