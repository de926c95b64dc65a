import { createHash, generateKeyPairSync, type JsonWebKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What it signs with. */
export type Algorithm = 'ES256' | 'Ed25519';

/** The part of the options of a ceremony that an authenticator and its browser look at. */
export interface CeremonyOptions {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
}

/** What is different from what an honest browser and authenticator would do. */
export interface Twist {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly counter?: number;
  readonly isVerified?: boolean;
  readonly crossOrigin?: boolean;
  /** The attestation statement, of the format `packed`, from the credential's own signature and what that is of. */
  readonly packed?: (signature: Buffer, data: Buffer) => Record<string, unknown>;
}

/** A credential as `PublicKeyCredential.toJSON()` writes it. */
export interface CredentialJson {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly clientExtensionResults: object;
  readonly response: Readonly<Record<string, unknown>>;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;

/** An authenticator with one credential, and the browser before it, in software: WebAuthn Level 3 as far as a relying party sees it. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #privateKey: KeyObject;
  readonly #cose: Buffer;
  /** What its counter says next. */
  counter = 1;

  constructor(
    private readonly origin: string,
    private readonly algorithm: Algorithm = 'ES256',
  ) {
    const { privateKey, publicKey } =
      algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
    this.#privateKey = privateKey;
    this.#cose = coseKey(algorithm, publicKey.export({ format: 'jwk' }));
  }

  /** Makes the credential. */
  create(options: CeremonyOptions, twist: Twist = {}): CredentialJson {
    const credentialId = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([0, credentialId.length]);
    const authData = this.#authenticatorData(options, twist, Buffer.concat([Buffer.alloc(16), length, credentialId, this.#cose]));
    const clientDataJSON = this.#clientData('webauthn.create', options, twist);
    const statement = twist.packed?.(this.#sign(authData, clientDataJSON), signed(authData, clientDataJSON));
    const attestation = new Map<string, unknown>([
      ['fmt', statement === undefined ? 'none' : 'packed'],
      ['attStmt', new Map(Object.entries(statement ?? {}))],
      ['authData', new Uint8Array(authData)],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]));
    return this.#credential({ clientDataJSON, attestationObject, transports: ['usb'] });
  }

  /** Signs a challenge. */
  get(options: CeremonyOptions, twist: Twist = {}): CredentialJson {
    const authenticatorData = this.#authenticatorData(options, twist);
    const clientDataJSON = this.#clientData('webauthn.get', options, twist);
    return this.#credential({ clientDataJSON, authenticatorData, signature: this.#sign(authenticatorData, clientDataJSON) });
  }

  #sign(authenticatorData: Buffer, clientDataJSON: Buffer): Buffer {
    return sign(this.algorithm === 'ES256' ? 'sha256' : null, signed(authenticatorData, clientDataJSON), this.#privateKey);
  }

  #clientData(type: string, options: CeremonyOptions, twist: Twist): Buffer {
    const { challenge = options.challenge, origin = this.origin, crossOrigin = false } = twist;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  #authenticatorData({ rp, rpId = rp?.id ?? '' }: CeremonyOptions, twist: Twist, credential = Buffer.alloc(0)): Buffer {
    const flags = PRESENT | (twist.isVerified === false ? 0 : VERIFIED) | (credential.length > 0 ? WITH_CREDENTIAL : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags);
    head.writeUInt32BE(twist.counter ?? this.counter, 1);
    if (twist.counter === undefined) this.counter += 1;
    return Buffer.concat([sha256(Buffer.from(twist.rpId ?? rpId)), head, credential]);
  }

  #credential(response: Readonly<Record<string, Buffer | readonly string[]>>): CredentialJson {
    const parts = Object.entries(response).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('base64url') : value,
    ]);
    const shown = Object.fromEntries(parts) as Readonly<Record<string, unknown>>;
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response: shown };
  }
}

/** What signatures are of (WebAuthn, §6.3.3). */
function signed(authenticatorData: Buffer, clientDataJSON: Buffer): Buffer {
  return Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** The public key as authenticators write it (RFC 9053). */
function coseKey(algorithm: Algorithm, { x = '', y = '' }: JsonWebKey): Buffer {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
  const [kty, alg, curve] = algorithm === 'ES256' ? [2, -7, 1] : [1, -8, 6];
  const parts: (readonly [number, number | Uint8Array])[] = [
    [1, kty],
    [3, alg],
    [-1, curve],
    [-2, bytes(x)],
  ];
  if (algorithm === 'ES256') parts.push([-3, bytes(y)]);
  return Buffer.from(isoCBOR.encode(new Map(parts) as Parameters<typeof isoCBOR.encode>[0]));
}
