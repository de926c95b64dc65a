import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { IDENTIFIER_KINDS, type Secret } from '@habeas/connector-sdk';
import { type AccountOfSubject, Refused } from '@habeas/core';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { AccountsConfig } from '../config/accounts-config.js';

/** How old an assertion may be, and how far the clocks of site and service may be apart, in seconds. */
const OLDEST_S = 300;
const TOLERANCE_S = 30;
/** How long ago somebody may have signed in for it to be a second factor (security R56). */
const FRESH_S = 15 * 60;
const LONGEST = 8_192;

const text = z.string().min(1).max(400);
const claims = z.object({
  jti: z.string().min(16).max(200),
  iat: z.number(),
  exp: z.number(),
  auth_time: z.number().int().nonnegative(),
  identifiers: z
    .array(
      z.strictObject({
        kind: z.enum(IDENTIFIER_KINDS),
        value: text,
        namespace: text.optional(),
        part: z.enum(['given', 'family', 'full']).optional(),
      }),
    )
    .min(1)
    .max(20),
});

/** Whose word is taken, and when that is. */
export interface AssertionTerms {
  /** Missing where the controller has none. */
  readonly accounts: AccountsConfig | undefined;
  readonly now: Date;
}

/**
 * The signed-in account that a controller's site vouches for (IDV-02, L0): a JWT of five minutes, signed with the one algorithm that is
 * configured. Throws `Refused` with `REFUSED`, in the same words whatever is wrong with it.
 */
export async function readAssertion(token: Secret<string>, { accounts, now }: AssertionTerms): Promise<AccountOfSubject> {
  const jwt = token.reveal();
  if (accounts === undefined || jwt.length > LONGEST) throw notAccepted();
  const { issuer, audience, algorithm } = accounts;
  const payload = await jwtVerify(jwt, keyOf(accounts), {
    ...{ issuer, audience, algorithms: [algorithm], currentDate: now },
    ...{ maxTokenAge: OLDEST_S, clockTolerance: TOLERANCE_S },
    requiredClaims: ['iat', 'exp', 'jti', 'auth_time'],
  }).then((verified) => verified.payload, refuse);
  const read = claims.safeParse(payload);
  if (!read.success) throw notAccepted();
  const { jti, iat, exp, auth_time: signedInAt, identifiers } = read.data;
  if (exp - iat > OLDEST_S || signedInAt > iat + TOLERANCE_S) throw notAccepted();
  return {
    assertion: jti,
    isFresh: now.getTime() / 1_000 - signedInAt <= FRESH_S,
    identifiers: identifiers.map(({ kind, value, namespace, part }) => ({
      ...{ kind, value },
      ...(namespace === undefined ? {} : { namespace }),
      ...(part === undefined ? {} : { part }),
    })),
  };
}

function keyOf({ algorithm, key }: AccountsConfig): KeyObject {
  return algorithm === 'HS256' ? createSecretKey(key.reveal(), 'utf8') : createPublicKey(key.reveal());
}

function refuse(error: unknown): never {
  if (error instanceof errors.JOSEError) throw notAccepted();
  throw error;
}

function notAccepted(): Refused {
  return new Refused('REFUSED', 'This assertion is not accepted.');
}
