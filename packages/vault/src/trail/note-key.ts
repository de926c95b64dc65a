import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The signature type of Ed25519 in c2sp.org/signed-note. */
const ED25519 = 1;
const KEY_BYTES = 32;
/** What PKCS #8 puts in front of the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const NAME = /^[^\s+\p{Zs}\p{Cc}]+$/u;

/** A public key that notes are verified with. */
export interface NoteVerifierKey {
  /** Whose it is: a URL without a scheme, such as `privacy.example.org/trail`. */
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly key: KeyObject;
}

/** A private key that notes are signed with. Prints as its public half. */
export class NoteSignerKey {
  readonly verifier: NoteVerifierKey;
  readonly #key: KeyObject;

  private constructor(name: string, key: KeyObject) {
    this.#key = key;
    this.verifier = verifierOf(name, createPublicKey(key));
  }

  /** A fresh one. The name has no spaces and no `+`. */
  static generate(name: string): NoteSignerKey {
    return new NoteSignerKey(name, generateKeyPairSync('ed25519').privateKey);
  }

  /** Reads what {@link NoteSignerKey.print} writes; `undefined` for anything else. */
  static parse(text: string): NoteSignerKey | undefined {
    const [, name = '', id, key = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
    const seed = keyBytes(key);
    if (seed === undefined || !NAME.test(name)) return undefined;
    const pkcs8 = Buffer.concat([PKCS8, seed]);
    const signer = new NoteSignerKey(name, createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
    return signer.verifier.id === id ? signer : undefined;
  }

  /** `PRIVATE+KEY+<name>+<id>+<key>`, as tools for signed notes keep it. */
  print(): string {
    const seed = this.#key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
    return `PRIVATE+KEY+${this.verifier.name}+${this.verifier.id}+${printBytes(seed)}`;
  }

  /** For one signature. */
  use<Result>(sign: (key: KeyObject) => Result): Result {
    return sign(this.#key);
  }
}

/** `<name>+<id>+<key>`: the form in which public keys of signed notes are handed on. */
export function printVerifierKey({ name, id, key }: NoteVerifierKey): string {
  return `${name}+${id}+${printBytes(rawBytes(key))}`;
}

/** Reads what {@link printVerifierKey} writes; `undefined` for anything else, an id that is not of the key among it. */
export function parseVerifierKey(text: string): NoteVerifierKey | undefined {
  const [, name = '', id, key = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
  const raw = keyBytes(key);
  if (raw === undefined || !NAME.test(name)) return undefined;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  const verifier = verifierOf(name, createPublicKey({ key: jwk, format: 'jwk' }));
  return verifier.id === id ? verifier : undefined;
}

/** Whether a key may have that name. */
export function isNoteName(name: string): boolean {
  return NAME.test(name);
}

/** SHA-256(name, line feed, type, public key), its first four bytes. */
function verifierOf(name: string, key: KeyObject): NoteVerifierKey {
  const id = createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(ED25519), rawBytes(key)]))
    .digest('hex')
    .slice(0, 8);
  return { name, id, key };
}

function rawBytes(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function printBytes(bytes: Uint8Array): string {
  return Buffer.concat([Buffer.of(ED25519), bytes]).toString('base64');
}

function keyBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text || bytes.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined;
  return bytes.subarray(1);
}
