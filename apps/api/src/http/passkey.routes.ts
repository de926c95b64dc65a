import {
  askForPasskey,
  beginEnrolPasskey,
  confirmEnrolPasskey,
  type MadePasskey,
  type PasskeyDesk,
  type PasskeyProof,
  provePasskey,
  stepUpByPasskey,
} from '@habeas/core';
import { Router } from 'express';
import { z } from 'zod';
import { creationOptions, type RelyingParty, requestOptions, requireName } from '../staff/index.js';
import { begun, own, parsed, sessionHandler } from './session.routes.js';

const binary = z
  .string()
  .max(16_000)
  .regex(/^[\w-]+$/u);
const transports = z.array(z.string().max(32)).max(10).default([]);

/** As `PublicKeyCredential.toJSON()` writes it; what more a browser says is not looked at. */
const MADE = z.strictObject({
  name: z.string().max(200),
  credential: z.object({
    id: binary,
    response: z.object({ clientDataJSON: binary, attestationObject: binary, transports }),
  }),
});
const PROOF = z.strictObject({
  credential: z.object({
    id: binary,
    response: z.object({ clientDataJSON: binary, authenticatorData: binary, signature: binary }),
  }),
});

/** Passkeys, below /session: enrolment, and proof at sign-in and step-up (security R28, R30). JSON in, JSON out. */
export function passkeyRoutes(desk: PasskeyDesk, party: RelyingParty, ownOrigins: ReadonlySet<string>): Router {
  const router = Router();
  const handle = sessionHandler(ownOrigins);
  router.post('/passkey', handle(async (request) => {
    requireName(party);
    return creationOptions(party, await beginEnrolPasskey(desk, own(request)));
  })); // prettier-ignore
  router.post('/passkey/confirm', handle(async (request, response) => {
    const { name, ...made } = parsed(MADE, request.body);
    const { session, recoveryCodes } = await confirmEnrolPasskey(desk, own(request), { name, made: madeOf(made) });
    return { ...begun(response, session), recoveryCodes: recoveryCodes.map((code) => code.reveal()) };
  })); // prettier-ignore
  router.post('/passkey/challenge', handle(async (request) =>
    requestOptions(party, await askForPasskey(desk, own(request))))); // prettier-ignore
  router.post('/second-factor/passkey', handle(async (request, response) =>
    begun(response, await provePasskey(desk, own(request), proofOf(parsed(PROOF, request.body)))))); // prettier-ignore
  router.post('/step-up/passkey', handle(async (request, response) =>
    begun(response, await stepUpByPasskey(desk, own(request), proofOf(parsed(PROOF, request.body)))))); // prettier-ignore
  return router;
}

function madeOf({ credential: { id, response } }: Pick<z.infer<typeof MADE>, 'credential'>): MadePasskey {
  return { id, ...response };
}

function proofOf({ credential: { id, response } }: z.infer<typeof PROOF>): PasskeyProof {
  return { id, ...response };
}
