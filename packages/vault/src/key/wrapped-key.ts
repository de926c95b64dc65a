import { randomBytes } from 'node:crypto';
import { KEY_BYTES, NONCE_BYTES, openGcm, sealGcm, TAG_BYTES } from '../primitive/aes-gcm.js';
import { encodeParts, fromBase64Url, toBase64Url } from '../primitive/encoding.js';
import { VaultError } from '../vault-error.js';
import { isEpoch } from './epoch.js';
import type { KeyOwner } from './key-service.js';

const VERSION = 'k1';
const GENERATION = /^[1-9]\d{0,8}$/;

/** A key that wraps data keys, by name. */
export interface KekName {
  readonly epoch: string;
  readonly generation: number;
}

/** The text form of a {@link KekName}: `2024-W31.2`. */
export function kekId({ epoch, generation }: KekName): string {
  return `${epoch}.${String(generation)}`;
}

/** Reads what {@link kekId} writes, or refuses with `key-format`. */
export function parseKekId(id: string): KekName {
  const [epoch = '', generation = '', ...rest] = id.split('.');
  if (rest.length > 0 || !isEpoch(epoch) || !GENERATION.test(generation)) throw notAWrap();
  return { epoch, generation: Number(generation) };
}

/** The id of the key that wraps a data key: count them before one is retired. Refuses with `key-format` what is no wrap. */
export function kekIdOf(wrapped: string): string {
  return kekId(parseWrapped(wrapped));
}

/** Which key a wrap needs, without opening it. */
export function parseWrapped(wrapped: string): KekName {
  const [version, epoch, generation, ...rest] = wrapped.split('.');
  if (version !== VERSION || rest.length !== 2) throw notAWrap();
  return parseKekId(`${String(epoch)}.${String(generation)}`);
}

/** `k1.<epoch>.<generation>.<nonce>.<ciphertext>`, bound to the owner. */
export function wrapDataKey(kek: Buffer, name: KekName, owner: KeyOwner, dataKey: Buffer): string {
  return `${VERSION}.${kekId(name)}.${wrapKey(kek, dataKey, bindingOf(name, owner))}`;
}

/** The data key of a wrap; `key-forged` where it is not this owner's or was changed. */
export function unwrapDataKey(kek: Buffer, name: KekName, owner: KeyOwner, wrapped: string): Buffer {
  return unwrapKey(kek, wrapped.split('.').slice(3).join('.'), bindingOf(name, owner));
}

/** One key sealed with another: `<nonce>.<ciphertext>`. */
export function wrapKey(wrapping: Buffer, key: Buffer, binding: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  return `${toBase64Url(nonce)}.${toBase64Url(sealGcm(wrapping, nonce, key, binding))}`;
}

/** Reads what {@link wrapKey} writes; `key-format` or `key-forged`. */
export function unwrapKey(wrapping: Buffer, text: string, binding: Buffer): Buffer {
  const [nonce, sealed, ...rest] = text.split('.').map(fromBase64Url);
  if (nonce?.length !== NONCE_BYTES || sealed?.length !== KEY_BYTES + TAG_BYTES || rest.length > 0) throw notAWrap();
  const key = openGcm(wrapping, nonce, sealed, binding);
  if (key !== undefined) return key;
  throw new VaultError('key-forged', 'a wrapped key does not open: it was changed, or belongs to another owner');
}

function bindingOf({ epoch, generation }: KekName, { controller, id }: KeyOwner): Buffer {
  return encodeParts(['habeas/data-key', VERSION, epoch, String(generation), controller, id]);
}

function notAWrap(): VaultError {
  return new VaultError('key-format', 'this is no wrapped key');
}
