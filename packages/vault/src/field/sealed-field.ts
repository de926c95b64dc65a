import { randomBytes } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import type { DataKey } from '../key/data-key.js';
import { NONCE_BYTES, openGcm, sealGcm } from '../primitive/aes-gcm.js';
import { encodeParts, fromBase64Url, toBase64Url, utf8 } from '../primitive/encoding.js';
import { VaultError } from '../vault-error.js';

const VERSION = 'v1';

/** Where a sealed field stands. In any other place it does not open. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  /** The id of its row, which never changes. */
  readonly row: string;
}

/**
 * `v1.<key id>.<nonce>.<ciphertext>`: AES-256-GCM under a random nonce, bound to the place, the key's id and the version. Refuses
 * with `text` what UTF-8 cannot carry.
 */
export function sealField(key: DataKey, place: FieldPlace, text: Secret<string>): string {
  const nonce = randomBytes(NONCE_BYTES);
  const plaintext = utf8(text.reveal());
  const sealed = key.withFieldKey((fieldKey) => sealGcm(fieldKey, nonce, plaintext, bindingOf(key.id, place)));
  plaintext.fill(0);
  return [VERSION, key.id, toBase64Url(nonce), toBase64Url(sealed)].join('.');
}

/**
 * The text of a sealed field. `field-format` for what is none, `field-key` for one that another key sealed, `field-forged` for one
 * that was changed or comes from another place.
 */
export function openField(key: DataKey, place: FieldPlace, field: string): Secret<string> {
  const { keyId, nonce, sealed } = parseField(field);
  if (keyId !== key.id) throw new VaultError('field-key', 'a field was sealed with another key than the one it is opened with');
  const plaintext = key.withFieldKey((fieldKey) => openGcm(fieldKey, nonce, sealed, bindingOf(keyId, place)));
  if (plaintext === undefined)
    throw new VaultError('field-forged', 'a field does not open: it was changed, or moved from another place');
  const text = new Secret(plaintext.toString('utf8'));
  plaintext.fill(0);
  return text;
}

function parseField(field: string): { readonly keyId: string; readonly nonce: Buffer; readonly sealed: Buffer } {
  const [version, keyId = '', nonceText = '', sealedText = '', ...rest] = field.split('.');
  const nonce = fromBase64Url(nonceText);
  const sealed = fromBase64Url(sealedText);
  if (version === VERSION && nonce?.length === NONCE_BYTES && sealed !== undefined && rest.length === 0) {
    return { keyId, nonce, sealed };
  }
  throw new VaultError('field-format', 'this is no sealed field');
}

function bindingOf(keyId: string, { table, column, row }: FieldPlace): Buffer {
  return encodeParts(['habeas/field', VERSION, keyId, table, column, row]);
}
