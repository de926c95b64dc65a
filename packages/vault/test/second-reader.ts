import { webcrypto } from 'node:crypto';

/**
 * A second reader of everything the vault writes, after its README and the specifications, on WebCrypto. It shares no line with
 * the product and takes the plainest way: whole files in memory, one exception for every kind of refusal.
 */
const { subtle } = webcrypto;
const text = new TextEncoder();

export interface Context {
  readonly controller: string;
  readonly request: string;
  readonly artifact: string;
  readonly version: number;
}

export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** The plaintext of a sealed file. */
export async function readSealedFile(dataKey: Uint8Array, context: Context, file: Uint8Array): Promise<Uint8Array> {
  if (file.length < 24 + 32 + 16) throw new Error('too short');
  const inputKey = await expand(dataKey, text.encode('habeas/file-key/v1'), 32);
  const info = join([
    text.encode('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM'),
    new Uint8Array(1),
    file.slice(0, 24),
    lengthPrefixed(['habeas/sealed-file', context.controller, context.request, context.artifact, String(context.version)]),
  ]);
  const derived = await expand(inputKey, info, 76);
  if (hex(derived.slice(44)) !== hex(file.slice(24, 56))) throw new Error('wrong commitment');
  const key = await subtle.importKey('raw', derived.slice(0, 32), 'AES-GCM', false, ['decrypt']);
  const plain: Uint8Array[] = [];
  for (let number = 0n, at = 56; ; number += 1n, at += 16_400) {
    const chunk = file.slice(at, at + 16_400);
    const iv = fromHex((BigInt(`0x${hex(derived.slice(32, 44))}`) ^ number).toString(16).padStart(24, '0'));
    plain.push(new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, tagLength: 128 }, key, chunk)));
    if (chunk.length < 16_400) return join(plain);
  }
}

/** The text of a sealed field. */
export async function readField(dataKey: Uint8Array, place: Place, field: string): Promise<string> {
  const parts = /^v1\.([\w-]{11})\.([\w-]{16})\.([\w-]{22,})$/.exec(field);
  if (parts === null) throw new Error('no field');
  const [, keyId = '', nonce = '', sealed = ''] = parts;
  if (base64url(await expand(dataKey, text.encode('habeas/data-key-id/v1'), 8)) !== keyId) throw new Error('another key');
  const raw = await expand(dataKey, text.encode('habeas/field-key/v1'), 32);
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  const additionalData = lengthPrefixed(['habeas/field', 'v1', keyId, place.table, place.column, place.row]);
  const iv = fromBase64url(nonce);
  const plain = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData, tagLength: 128 }, key, fromBase64url(sealed));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
}

/** The entry of an identifier in a blind index. */
export async function blindEntry(
  indexKey: Uint8Array,
  controller: string,
  identifier: { readonly kind: string; readonly namespace?: string; readonly exact: string },
): Promise<string> {
  const raw = await expand(indexKey, lengthPrefixed(['habeas/blind-index/v1', controller]), 32);
  const key = await subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const message = lengthPrefixed([identifier.kind, identifier.namespace ?? '', identifier.exact]);
  return base64url(new Uint8Array(await subtle.sign('HMAC', key, message)));
}

/** RFC 5869, 2.3. */
async function expand(prk: Uint8Array, info: Uint8Array, length: number): Promise<Uint8Array> {
  const key = await subtle.importKey('raw', prk, { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
  const blocks: Uint8Array[] = [];
  for (let number = 1; blocks.length * 64 < length; number += 1) {
    const message = join([blocks.at(-1) ?? new Uint8Array(0), info, Uint8Array.of(number)]);
    blocks.push(new Uint8Array(await subtle.sign('HMAC', key, message)));
  }
  return join(blocks).slice(0, length);
}

function lengthPrefixed(parts: readonly string[]): Uint8Array {
  return join(
    parts.map((part) => {
      const bytes = text.encode(part);
      return join([fromHex(bytes.length.toString(16).padStart(8, '0')), bytes]);
    }),
  );
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64url(digits: string): Uint8Array {
  return Uint8Array.from(atob(digits.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
