import type { Secret } from '@habeas/connector-sdk';
import { isKeptCode, keptCode, type ShortCode } from './short-code.js';
import type { DeliveryCrypto } from './delivery-house.js';

/** A claim code as it is kept: for its request alone. */
export function keptClaim(crypto: DeliveryCrypto, request: string, code: ShortCode): Promise<string> {
  return keptCode(crypto, placeOf(request), code);
}

/** Whether the code is the one that was told. Without a kept one it takes as long, and is false. */
export function isClaim(
  crypto: DeliveryCrypto,
  kept: { readonly request: string; readonly claim: string } | undefined,
  code: Secret<string>,
): Promise<boolean> {
  return isKeptCode(crypto, kept === undefined ? undefined : { place: placeOf(kept.request), sealed: kept.claim }, code);
}

function placeOf(request: string): string {
  return `claim:${request}`;
}
