import { Secret } from '@habeas/connector-sdk';
import type { DeliveryCrypto } from './delivery-house.js';

const DIGITS = 8;

/** A code of eight digits that was drawn, with its hash (security R52). */
export interface ShortCode {
  readonly code: Secret<string>;
  readonly hash: string;
}

/** Draws one. The hash takes time on purpose: draw before a transaction begins. */
export async function newShortCode(crypto: DeliveryCrypto): Promise<ShortCode> {
  const code = crypto.randomDigits(DIGITS);
  return { code, hash: await crypto.hashPassword(code) };
}

/** The hash as it is kept: sealed for one place, so that the store alone does not let anybody guess the code. */
export function keptCode(crypto: DeliveryCrypto, place: string, { hash }: ShortCode): Promise<string> {
  return crypto.seal(place, new Secret(hash));
}

/** Whether it is the code that is kept, however it is grouped. Where none is, it takes as long, and is false. */
export async function isKeptCode(
  crypto: DeliveryCrypto,
  kept: { readonly place: string; readonly sealed: string } | undefined,
  code: Secret<string>,
): Promise<boolean> {
  const hash = kept === undefined ? undefined : await crypto.open(kept.place, kept.sealed);
  return crypto.verifyPassword(hash?.reveal(), new Secret(code.reveal().replaceAll(/[\s-]/gu, '')));
}
