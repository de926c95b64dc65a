import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fetchReceived, notFound, receiveTransmission, Refused, type Viewer, type WorkDesk } from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Service } from '../composition/service.js';
import type { TransmissionTerms } from '../config/transmission-config.js';
import { CONTROLLER_HEADER } from '../platform/authenticate.js';
import type { AuthenticatedRequest } from '../platform/graphql.module.js';
import { refuse } from '../platform/refuse-http.js';
import { signerOf } from '../signing/signed-call.js';
import { FileArchiveChecker } from '../transmissions/file-archive-checker.js';
import { signedTextOf, type TransmissionCall } from '../transmissions/transmission-call.js';
import { hasLeft } from './client-left.js';

const ID = /^[\w-]{1,60}$/u;
const DIGEST = /^[0-9a-f]{64}$/u;
const TOO_LARGE = 413;
/** How long what is still being sent is thrown away, so that a sender that is refused can read why. */
const LINGER_MS = 2_000;

/** Calls of senders, and what senders are taken for. */
interface Receiving {
  readonly desk: WorkDesk;
  readonly config: Pick<Service['config'], 'transmissions'>;
  readonly checker: FileArchiveChecker;
}

/**
 * Takes in archives that other controllers send (Art. 20(2)): `PUT /transmissions/ID`, signed. Who calls and what is announced is looked at
 * before a byte of the archive is, and it is acknowledged once it lies sealed in the vault and was read.
 */
export function transmissionRoutes({ desk, config }: Pick<Service, 'desk' | 'config'>): Router {
  const router = Router();
  const receiving = { desk, config, checker: new FileArchiveChecker(config.data) };
  router.put('/:id', (request, response, next) => {
    take(receiving, request, response).catch((error: unknown) => {
      if (error instanceof Refused && !response.headersSent) {
        linger(request, response);
        refuse(response, error);
      } else if (response.headersSent || hasLeft(error)) response.destroy();
      else next(error);
    });
  });
  return router;
}

/** What other controllers have sent, for those who may have it: `GET /transmissions/ID`. */
export function receivedRoutes(desk: WorkDesk): Router {
  const router = Router();
  const handler: RequestHandler = (request, response, next) => {
    show(desk, request, response).catch((error: unknown) => {
      if (error instanceof Refused && !response.headersSent) refuse(response, error);
      else if (hasLeft(error)) response.destroy();
      else next(error);
    });
  };
  router.get('/:id', handler);
  return router;
}

async function take({ desk, config, checker }: Receiving, request: Request, response: Response): Promise<void> {
  const call = callIn(request);
  const terms = config.transmissions.get(call.controller);
  const viewer = await senderOf({ desk, terms }, request, call);
  if (terms === undefined) throw notFound('controller');
  if (call.bytes > terms.largestBytes) {
    linger(request, response);
    const message = `An archive of ${String(terms.largestBytes)} bytes at most is taken.`;
    response.status(TOO_LARGE).json({ error: { code: 'INVALID_INPUT', message } });
    return;
  }
  const sender = viewer.actor.id.replace(/^signer:/u, '');
  const { id: offered, bytes, sha256 } = call;
  const offer = { sender, offered, bytes, sha256, keepDays: terms.keepDays };
  const receipt = await receiveTransmission({ desk, checker, hashing }, viewer, offer, request);
  response
    .status(201)
    .set('Cache-Control', 'no-store')
    .json({ transmission: { id: offered, ...receipt } });
}

/** What is announced, as it is signed. What is no such call is refused as one that nobody has signed. */
function callIn({ headers, params }: Request): TransmissionCall {
  const header = (name: string): string => String(headers[name] ?? '');
  const [id, sha256, length] = [String(params['id']), header('habeas-sha256'), header('content-length')];
  const isWritten = ID.test(id) && DIGEST.test(sha256) && /^\d{1,15}$/u.test(length);
  if (!isWritten || headers['content-encoding'] !== undefined || header('content-type') !== 'application/zip') {
    const remedy = 'Send application/zip with its content-length and habeas-sha256, not compressed.';
    throw new Refused('INVALID_INPUT', 'This is not how an archive is sent.', remedy);
  }
  return { id, controller: header(CONTROLLER_HEADER), bytes: Number(length), sha256 };
}

function senderOf(
  { desk, terms }: { readonly desk: WorkDesk; readonly terms: TransmissionTerms | undefined },
  { headers }: Request,
  call: TransmissionCall,
): Promise<Viewer> {
  const header = (name: string): string => String(headers[name] ?? '');
  const { controller } = call;
  const senders = terms === undefined || terms.senders.length === 0 ? [] : [[controller, terms.senders] as const];
  return signerOf(
    { desk, signers: new Map(senders) },
    {
      ...{ controller, id: header('webhook-id'), timestamp: header('webhook-timestamp') },
      signature: header('webhook-signature'),
      body: Buffer.from(signedTextOf(call)),
    },
  );
}

function hashing(): { readonly update: (part: Uint8Array) => void; readonly digest: () => string } {
  const hash = createHash('sha256');
  return { update: (part) => void hash.update(part), digest: () => hash.digest('hex') };
}

/** Who sends on while they are refused would find a broken connection in place of the answer. */
function linger(request: Request, response: Response): void {
  response.set('Connection', 'close');
  request.resume();
  setTimeout(() => request.destroy(), LINGER_MS).unref();
}

async function show(desk: WorkDesk, request: Request, response: Response): Promise<void> {
  const { viewer } = request as unknown as AuthenticatedRequest;
  if (!viewer.permissions.has('received.download')) throw notFound('received transmission');
  const { received, key, blob } = await fetchReceived(desk, viewer, String(request.params['id']));
  response.status(200).set({
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="received-${received.sender}-${received.offered}.zip"`,
    'Content-Length': String(received.bytes),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  await pipeline(Readable.from(desk.vault.read(key, blob)), response);
}
