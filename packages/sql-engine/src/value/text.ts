import type { SqlValue } from '../database.js';

/** Encodings that a data map can name. */
export type Charset = 'utf-8' | 'latin1' | 'windows-1252';

const REPLACEMENT = '\uFFFD';

/** Text from bytes. What does not stand for a character becomes U+FFFD, and is reported. */
export function textOf(bytes: Uint8Array, charset: Charset): { readonly text: string; readonly valid: boolean } {
  if (charset === 'latin1') return { text: Buffer.from(bytes).toString('latin1'), valid: true };
  const text = new TextDecoder(charset).decode(bytes);
  return { text, valid: charset !== 'utf-8' || !text.includes(REPLACEMENT) || holdsReplacement(bytes) };
}

/** Whether every U+FFFD in the text stands in the bytes already. */
function holdsReplacement(bytes: Uint8Array): boolean {
  return Buffer.from(new TextDecoder('utf-8').decode(bytes), 'utf8').equals(Buffer.from(bytes));
}

/** A scalar as text: numbers as they print, bytes as UTF-8. */
export function scalarText(value: SqlValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return textOf(value, 'utf-8').text;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
