import { createHmac } from 'node:crypto';
import type { Identifier } from '@habeas/connector-sdk';
import { KEY_BYTES } from '../primitive/aes-gcm.js';
import { encodeParts, toBase64Url } from '../primitive/encoding.js';
import { hkdfExpand } from '../primitive/hkdf-expand.js';

const INFO = 'habeas/blind-index/v1';

/** The key under which one controller's identifiers are looked up without being stored. Prints as nothing. */
export class BlindIndexKey {
  readonly #bytes: Buffer;

  /** The key of a controller, from the index key of the installation. Two controllers share no entry. */
  constructor(indexKey: Uint8Array, controller: string) {
    this.#bytes = hkdfExpand(indexKey, encodeParts([INFO, controller]), KEY_BYTES);
  }

  /**
   * What to store and to look for: HMAC-SHA-256 over kind, namespace and canonical form, in base64url. Equal exactly for the same
   * identifier of the same controller. Who holds the key can still try guesses, as with every such index.
   */
  entryOf({ kind, namespace = '', exact }: Identifier): string {
    return toBase64Url(
      createHmac('sha256', this.#bytes)
        .update(encodeParts([kind, namespace, exact.reveal()]))
        .digest(),
    );
  }
}
