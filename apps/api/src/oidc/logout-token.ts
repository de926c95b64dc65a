import { Secret } from '@habeas/connector-sdk';
import type { ProviderLogout } from '@habeas/core';
import { type JWTHeaderParameters, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { OidcConfig } from '../config/oidc-config.js';
import { OidcFault } from './oidc-fault.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** How old a token may be, in seconds: some providers give it no end of its own. */
const OLDEST_S = 5 * 60;
/** How far the clocks of provider and service may be apart, in seconds. */
export const TOLERANCE_S = 30;

/**
 * What a logout token says to end (OpenID Connect Back-Channel Logout 1.0 §2.6). Throws an error of jose or an `OidcFault` where
 * it was signed by somebody else, is for somebody else, is old, or is another kind of token.
 */
export async function logoutOf(settings: OidcConfig, keys: JWTVerifyGetKey, token: Secret<string>): Promise<ProviderLogout> {
  const { issuer, clientId, signingAlgorithm } = settings;
  const { payload, protectedHeader } = await jwtVerify(token.reveal(), keys, {
    ...{ issuer, audience: clientId, algorithms: [signingAlgorithm] },
    ...{ maxTokenAge: OLDEST_S, clockTolerance: TOLERANCE_S, requiredClaims: ['iat', 'jti', 'events'] },
  });
  if (!isOfTheKind(protectedHeader) || !tellsTheEvent(payload) || payload['nonce'] !== undefined) throw notOne();
  const [tokenId, subject, session] = [payload.jti, payload.sub, payload['sid']].map(secretOf);
  if (tokenId === undefined || (subject === undefined && session === undefined)) throw notOne();
  return { issuer, tokenId, ...(subject && { subject }), ...(session && { session }) };
}

/** Older providers write no type, or the general one. */
function isOfTheKind({ typ }: JWTHeaderParameters): boolean {
  return typ === undefined || ['logout+jwt', 'jwt'].includes(typ.toLowerCase().replace(/^application\//u, ''));
}

function tellsTheEvent({ events }: JWTPayload): boolean {
  if (typeof events !== 'object' || events === null || !Object.hasOwn(events, EVENT)) return false;
  const event = (events as Readonly<Record<string, unknown>>)[EVENT];
  return typeof event === 'object' && event !== null;
}

function secretOf(value: unknown): Secret<string> | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '') throw notOne();
  return new Secret(value);
}

function notOne(): OidcFault {
  return new OidcFault('PROVIDER_ANSWER_REFUSED', 'no logout token');
}
