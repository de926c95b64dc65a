import { randomBytes } from 'node:crypto';
import type { Secret } from '@habeas/connector-sdk';
import { hash, type Options, verify } from '@node-rs/argon2';

/** OWASP's parameters: 19 MiB, two passes, one lane. The library's own kind is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const SALT_BYTES = 16;

/** An argon2id hash in PHC format. */
export function hashPassword(password: Secret<string>, pepper?: Secret<string>): Promise<string> {
  return hash(password.reveal(), optionsOf(pepper));
}

/** Whether the hash is that of the password. Without a hash the work is done on one that no password has. */
export function verifyPassword(known: string | undefined, password: Secret<string>, pepper?: Secret<string>): Promise<boolean> {
  return verify(known ?? nobodys(), password.reveal(), optionsOf(pepper));
}

function optionsOf(pepper: Secret<string> | undefined): Options {
  return pepper === undefined ? COST : { ...COST, secret: Buffer.from(pepper.reveal(), 'utf8') };
}

/** A digest that was drawn and not computed: 256 bits that no password comes to. */
function nobodys(): string {
  const { memoryCost, timeCost, parallelism, outputLen } = COST;
  const cost = `m=${memoryCost},t=${timeCost},p=${parallelism}`;
  return `$argon2id$v=19$${cost}$${unpadded(randomBytes(SALT_BYTES))}$${unpadded(randomBytes(outputLen))}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
