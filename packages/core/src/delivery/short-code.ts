import { Secret } from '@habeas/connector-sdk';
import type { DeliveryCrypto } from './delivery-house.js';
import { typedCode } from './typed-code.js';

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

/** The hashes as they are kept: sealed for one place, so that the store alone does not let anybody guess the codes. */
export function keptCode(crypto: DeliveryCrypto, place: string, ...codes: readonly ShortCode[]): Promise<string> {
  return crypto.seal(place, new Secret(codes.map(({ hash }) => hash).join('\n')));
}

/** Where codes are kept, and how. */
export interface KeptCodes {
  readonly place: string;
  readonly sealed: string;
}

/** Whether it is the code that is kept, however it is typed ({@link typedCode}). Where none is, it takes as long, and is false. */
export async function isKeptCode(crypto: DeliveryCrypto, kept: KeptCodes | undefined, code: Secret<string>): Promise<boolean> {
  return (await whichKeptCode(crypto, kept, code)) !== undefined;
}

/** Which of the codes that are kept it is, from 0. All are compared, whichever it is. */
export async function whichKeptCode(
  crypto: DeliveryCrypto,
  kept: KeptCodes | undefined,
  code: Secret<string>,
): Promise<number | undefined> {
  const hashes = kept === undefined ? undefined : await crypto.open(kept.place, kept.sealed);
  const typed = new Secret(typedCode(code.reveal()));
  let which: number | undefined;
  for (const [index, hash] of (hashes?.reveal().split('\n') ?? [undefined]).entries()) {
    if (await crypto.verifyPassword(hash, typed)) which = index;
  }
  return which;
}
