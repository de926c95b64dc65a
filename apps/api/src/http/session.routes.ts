import { Secret } from '@habeas/connector-sdk';
import {
  beginEnrolTotp,
  completeSetUp,
  confirmEnrolTotp,
  type NewSession,
  proveSecondFactor,
  Refused,
  resetPassword,
  signIn,
  signOut,
  type StaffDesk,
  stepUp,
  viewSession,
} from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { requireOwnOrigin } from '../platform/authenticate.js';
import { refuse } from '../platform/refuse-http.js';
import { clearSession, sessionSecret, setSession } from '../platform/session-cookie.js';

const secret = z
  .string()
  .min(1)
  .max(1_000)
  .transform((text) => new Secret(text));

const SET_UP = z.strictObject({ code: secret, login: z.string().max(200), displayName: z.string().max(200), password: secret });
const SIGN_IN = z.strictObject({ login: z.string().max(200), password: secret });
const PROOF = z.strictObject({ kind: z.enum(['totp', 'recovery']), code: secret });
const CODE = z.strictObject({ code: secret });
const NEW_PASSWORD = z.strictObject({ code: secret, password: secret });
const CONFIRM = z.strictObject({ ticket: z.string().max(10_000), code: secret });

/** What a page has to know before anybody has signed in. */
export interface SessionHouse {
  /** Every controller here, with its name. */
  readonly controllers: ReadonlyMap<string, string>;
  /** Whether staff sign in through an identity provider too. */
  readonly hasProvider: boolean;
}

/** What the pages of staff need before they can use GraphQL: who is there, set-up, a password by one-time code, sign-in, second factor, step-up, sign-out. JSON in, JSON out. */
export function sessionRoutes(desk: StaffDesk, house: SessionHouse, ownOrigins: ReadonlySet<string>): Router {
  const router = Router();
  const handle = sessionHandler(ownOrigins);
  router.get(
    '/',
    handle((request) => whoIsThere(desk, house, request)),
  );
  router.post('/set-up', handle(async ({ body }) => {
    const { code, ...officer } = parsed(SET_UP, body);
    return { id: await completeSetUp(desk, code, { ...officer, controllers: [...house.controllers.keys()] }) };
  })); // prettier-ignore
  router.post('/password', handle(async ({ body }) => {
    const { code, password } = parsed(NEW_PASSWORD, body);
    return { login: await resetPassword(desk, code, password) };
  })); // prettier-ignore
  router.post(
    '/',
    handle(async ({ body }, response) => begun(response, await signIn(desk, parsed(SIGN_IN, body)))),
  );
  router.post('/second-factor', handle(async (request, response) =>
    begun(response, await proveSecondFactor(desk, own(request), parsed(PROOF, request.body))))); // prettier-ignore
  router.post('/totp', handle(async (request) => {
    const { uri, ticket } = await beginEnrolTotp(desk, own(request));
    return { uri: uri.reveal(), ticket };
  })); // prettier-ignore
  router.post('/totp/confirm', handle(async (request, response) => {
    const { session, recoveryCodes } = await confirmEnrolTotp(desk, own(request), parsed(CONFIRM, request.body));
    return { ...begun(response, session), recoveryCodes: recoveryCodes.map((code) => code.reveal()) };
  })); // prettier-ignore
  router.post('/step-up', handle(async (request, response) =>
    begun(response, await stepUp(desk, own(request), parsed(CODE, request.body).code)))); // prettier-ignore
  router.delete('/', handle(async (request, response) => {
    await signOut(desk, own(request));
    clearSession(response);
  })); // prettier-ignore
  return router;
}

/** Who the browser's session stands for, in which controllers; and how to sign in where it stands for nobody yet. */
async function whoIsThere(desk: StaffDesk, { controllers, hasProvider }: SessionHouse, request: Request): Promise<object> {
  const secret = sessionSecret(request);
  const isSetUp = await desk.store.transact(async ({ staff }) => (await staff.count()) > 0);
  const ways = { provider: hasProvider, setUp: !isSetUp };
  if (secret === undefined) return { viewer: null, ways };
  try {
    const { actor, displayName, grants, expiresAt } = await viewSession(desk, secret);
    const ids = [...new Set(grants.map(({ controller }) => controller))].filter((id) => controllers.has(id)).sort();
    const viewer = { id: actor.id, name: displayName, expiresAt: expiresAt.toISOString() };
    return { viewer: { ...viewer, controllers: ids.map((id) => ({ id, name: controllers.get(id) })) }, ways };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { viewer: null, ways };
  }
}

/** Answers one of the calls below /session as JSON: only to pages of our own, and never from a cache. */
export function sessionHandler(
  ownOrigins: ReadonlySet<string>,
): (work: (request: Request, response: Response) => Promise<unknown>) => RequestHandler {
  return (work) => (request, response, next) => {
    Promise.resolve()
      .then(() => {
        requireOwnOrigin(request, ownOrigins);
        return work(request, response);
      })
      .then((body) => {
        response.set('Cache-Control', 'no-store').json(body ?? {});
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) refuse(response, error);
        else next(error);
      });
  };
}

/** A session, as the page is told of it. */
interface Begun {
  readonly needs: string | null;
  /** With what the missing second factor can be proved. */
  readonly factors: readonly string[];
  readonly expiresAt: string;
}

/** Gives the browser its session, and the page what it has to know of it. */
export function begun(response: Response, session: NewSession): Begun {
  setSession(response, session);
  return { needs: session.needs ?? null, factors: session.factors ?? [], expiresAt: session.expiresAt.toISOString() };
}

/** The secret of the session that a request carries. Throws `Refused` with `REFUSED` where it carries none. */
export function own(request: Request): Secret<string> {
  const found = sessionSecret(request);
  if (found === undefined) throw new Refused('REFUSED', 'Sign in first.');
  return found;
}

/** The body as it has to be. What is wrong is named by its key, never by its value. */
export function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const keys = [...new Set(result.error.issues.map(({ path }) => path.join('.') || 'the body'))];
  throw new Refused('INVALID_INPUT', `This is not what it has to be: ${keys.join(', ')}.`);
}
