import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '@habeas/connector-sdk';

/** What is signed: everything that a receiver needs to know that it is meant, now, and once. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string | Uint8Array;
}

const PREFIX = 'whsec_';
const VERSION = 'v1';
const [SHORTEST_KEY, LONGEST_KEY] = [24, 64];
/** Whoever signs with more keys than this does not rotate them. */
const MOST_SIGNATURES = 10;

/** The signatures of a message by each of the keys, as a header holds them (Standard Webhooks, symmetric): `v1,… v1,…`. */
export function signaturesOf(secrets: readonly Secret<string>[], message: SignedMessage): string {
  return secrets.map((secret) => `${VERSION},${digest(secret, message).toString('base64')}`).join(' ');
}

/** Whether one of the signatures in a header is by one of the keys. Takes as long whichever it is not. */
export function isSignedBy(secrets: readonly Secret<string>[], message: SignedMessage, header: string): boolean {
  const given = header.split(' ', MOST_SIGNATURES).flatMap((each) => {
    const [version, text = ''] = each.split(',', 2);
    return version === VERSION ? [Buffer.from(text, 'base64')] : [];
  });
  return secrets.map((secret) => digest(secret, message)).some((own) => given.some((each) => isSame(own, each)));
}

/** Whether a text is a key in the form of Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
export function isSigningSecret(text: string): boolean {
  const key = keyIn(text);
  const isBase64 = key.toString('base64') === text.slice(PREFIX.length);
  return text.startsWith(PREFIX) && isBase64 && key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY;
}

function digest(secret: Secret<string>, { id, timestamp, body }: SignedMessage): Buffer {
  return createHmac('sha256', keyIn(secret.reveal()))
    .update(`${id}.${String(timestamp)}.`)
    .update(body)
    .digest();
}

function keyIn(text: string): Buffer {
  return Buffer.from(text.slice(PREFIX.length), 'base64');
}

function isSame(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
