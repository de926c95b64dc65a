import { Secret } from '@habeas/connector-sdk';
import type { DeliveryCrypto } from './delivery-house.js';

const DIGITS = 8;

/** A new claim code: eight digits, shown once to whoever files the request (security R52). */
export function newClaimCode(crypto: DeliveryCrypto): Secret<string> {
  return crypto.randomDigits(DIGITS);
}

/** The hash of a claim code as it is kept: sealed for its request. */
export function keptClaim(crypto: DeliveryCrypto, request: string, hash: string): Promise<string> {
  return crypto.seal(placeOf(request), new Secret(hash));
}

/** Whether the code is the one that was told. Without a kept one it takes as long, and is false. */
export async function isClaim(
  crypto: DeliveryCrypto,
  kept: { readonly request: string; readonly claim: string } | undefined,
  code: Secret<string>,
): Promise<boolean> {
  const hash = kept === undefined ? undefined : await crypto.open(placeOf(kept.request), kept.claim);
  return crypto.verifyPassword(hash?.reveal(), new Secret(code.reveal().replaceAll(/[\s-]/gu, '')));
}

function placeOf(request: string): string {
  return `claim:${request}`;
}
