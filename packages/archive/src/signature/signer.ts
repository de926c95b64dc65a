import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify as verifyBytes,
  type KeyObject,
} from 'node:crypto';
import { ArchiveError } from '../archive-error.js';

/** Signs archives. The private key may live anywhere: here, in a file, in a hardware module. */
export interface ArchiveSigner {
  /** See {@link keyIdOf}. */
  readonly keyId: string;
  /** PEM (SPKI), as it is published by the installation and put beside the signature. */
  readonly publicKey: string;
  /** The Ed25519 signature (RFC 8032) of the bytes, 64 bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A fresh Ed25519 key pair as PEM, for an installation that has none yet. */
export function generateSigningKey(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** A signer with a private key in PEM (PKCS 8). Throws `ArchiveError` where the text is no Ed25519 private key. */
export function createSigner(privateKeyPem: string): ArchiveSigner {
  const key = readKey(() => createPrivateKey(privateKeyPem));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (bytes) => Promise.resolve(signBytes(undefined, bytes, key)),
  };
}

/** Whether the signature of the bytes was made with the private half of this public key. Throws `ArchiveError` for a key that is none. */
export function isSignedBy(publicKeyPem: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  return verifyBytes(undefined, bytes, readPublicKey(publicKeyPem), signature);
}

/** How a public key is named in short: the first 16 hex digits of the SHA-256 of its SPKI form. Throws `ArchiveError` for a key that is none. */
export function keyIdOf(publicKeyPem: string): string {
  const spki = readPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

function readPublicKey(pem: string): KeyObject {
  return readKey(() => createPublicKey(pem));
}

function readKey(read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    // The cause is left out: OpenSSL may quote what it was given.
    throw new ArchiveError('options', 'the signing key is not a key in PEM form');
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new ArchiveError('options', 'the signing key is not an Ed25519 key');
}
