import { KEY_BYTES } from '../primitive/aes-gcm.js';
import { fromBase64Url } from '../primitive/encoding.js';
import { VaultError } from '../vault-error.js';
import { isEpoch, STANDING } from './epoch.js';
import { parseKekId } from './wrapped-key.js';

const FORMAT = 'habeas-keyring/1';

/** A KEK under the root key. */
export interface SealedKek {
  /** Epoch and generation. */
  readonly id: string;
  readonly wrapped: string;
}

/** What a keyring file holds. Keys and wraps in base64url. */
export interface KeyringContent {
  readonly root: { readonly id: string; readonly key: string };
  /** The key of all blind indexes, under the root key. */
  readonly index: string;
  readonly firstKeptWeek?: string;
  readonly keks: readonly SealedKek[];
}

/** The text of a keyring file: JSON, in a fixed order. */
export function printKeyring({ root, index, firstKeptWeek, keks }: KeyringContent): string {
  const ordered = [...keks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, root, index, firstKeptWeek, keks: ordered }, undefined, 2)}\n`;
}

/** Reads what {@link printKeyring} writes; refuses everything else with `keyring-format`, and says which part. */
export function parseKeyring(text: string): KeyringContent {
  const { format, root, index, firstKeptWeek, keks } = fieldsOf(parseJson(text), 'the file');
  demand(format === FORMAT, 'its format');
  const { id, key } = fieldsOf(root, 'the root key');
  demand(isText(id) && isText(key) && fromBase64Url(key)?.length === KEY_BYTES, 'the root key');
  demand(isText(index), 'the index key');
  demand(firstKeptWeek === undefined || isWeek(firstKeptWeek), 'the first kept week');
  demand(Array.isArray(keks), 'the list of keys');
  const sealed = keks.map(parseKek);
  demand(new Set(sealed.map((kek) => kek.id)).size === sealed.length, 'the list of keys, which names one twice');
  return { root: { id, key }, index, keks: sealed, ...(firstKeptWeek === undefined ? {} : { firstKeptWeek }) };
}

function parseKek(entry: unknown): SealedKek {
  const { id, wrapped } = fieldsOf(entry, 'a key');
  demand(isText(id) && isText(wrapped), 'a key');
  parseKekId(id);
  return { id, wrapped };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The cause is left out: it quotes the text, which holds the root key.
    throw damaged('the file, which is no JSON');
  }
}

function fieldsOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  demand(typeof value === 'object' && value !== null, what);
  return value as Readonly<Record<string, unknown>>;
}

function demand(condition: boolean, what: string): asserts condition {
  if (!condition) throw damaged(what);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWeek(value: unknown): value is string {
  return isText(value) && isEpoch(value) && value !== STANDING;
}

function damaged(what: string): VaultError {
  return new VaultError('keyring-format', `the keyring is damaged or none at all: see ${what}; restore it from its own backup`);
}
