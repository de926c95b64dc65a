import { Secret } from '@habeas/connector-sdk';
import type { StaffAccount } from './staff.js';
import type { StaffCrypto } from './staff-crypto.js';

/** So many codes are given (security R28). */
const CODES = 10;
/** 96 bits each: too many to search even for somebody who has the hashes. */
const DIGITS = 24;

/** Ten new codes, as they are shown once, and as they are kept. */
export function newRecoveryCodes(crypto: StaffCrypto): {
  readonly shown: readonly Secret<string>[];
  readonly kept: readonly string[];
} {
  const codes = Array.from({ length: CODES }, () => crypto.sha256Hex(crypto.randomSecret().reveal()).slice(0, DIGITS));
  return {
    shown: codes.map((code) => new Secret(code.replaceAll(/(?<=^(?:.{4})+)(?=.)/gu, '-'))),
    kept: codes.map((code) => crypto.sha256Hex(code)),
  };
}

/** The account without this code, or `undefined` where it has no such code. Space, dashes and case do not matter. */
export function withoutRecoveryCode(crypto: StaffCrypto, account: StaffAccount, code: Secret<string>): StaffAccount | undefined {
  const hash = crypto.sha256Hex(code.reveal().replaceAll(/[\s-]/gu, '').toLowerCase());
  const left = account.recoveryCodes.filter((kept) => !crypto.isEqual(kept, hash));
  return left.length === account.recoveryCodes.length ? undefined : { ...account, recoveryCodes: left };
}
