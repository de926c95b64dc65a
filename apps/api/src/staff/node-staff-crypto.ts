import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import type { DeliveryCrypto, StaffCrypto } from '@habeas/core';
import { hashPassword, verifyPassword } from './argon2-password.js';
import type { TextSealing } from './text-sealing.js';
import { newTotp, verifyTotp } from './totp.js';

const SECRET_BYTES = 32;

/** Cryptography of staff access and of deliveries, by Node, argon2 and otplib; secrets that are kept are sealed by whatever holds the installation's keys. */
export class NodeStaffCrypto implements StaffCrypto, DeliveryCrypto {
  constructor(private readonly sealing: TextSealing) {}

  hashPassword(password: Secret<string>, pepper?: Secret<string>): Promise<string> {
    return hashPassword(password, pepper);
  }

  verifyPassword(hash: string | undefined, password: Secret<string>, pepper?: Secret<string>): Promise<boolean> {
    return verifyPassword(hash, password, pepper);
  }

  sha256Hex(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }

  randomSecret(): Secret<string> {
    return new Secret(randomBytes(SECRET_BYTES).toString('base64url'));
  }

  randomDigits(count: number): Secret<string> {
    return new Secret(Array.from({ length: count }, () => String(randomInt(10))).join(''));
  }

  isEqual(left: string, right: string): boolean {
    // Of equal length: the comparison refuses others, and would tell by that.
    return timingSafeEqual(digest(left), digest(right));
  }

  newTotp(label: string): Secret<string> {
    return newTotp(label);
  }

  verifyTotp(uri: Secret<string>, code: Secret<string>, at: Date): number | undefined {
    return verifyTotp(uri, code, at);
  }

  seal(place: string, text: Secret<string>): Promise<string> {
    return this.sealing.seal(place, text);
  }

  open(place: string, sealed: string): Promise<Secret<string> | undefined> {
    return this.sealing.open(place, sealed);
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
