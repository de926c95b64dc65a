/** Encodings that a data map can name. */
export type Charset = 'utf-8' | 'latin1' | 'windows-1252';

const REPLACEMENT = '\uFFFD';

/** Text from bytes. What does not stand for a character becomes U+FFFD, and is reported. */
export function textOf(bytes: Uint8Array, charset: Charset): { readonly text: string; readonly valid: boolean } {
  if (charset !== 'utf-8') {
    const text = Buffer.from(bytes).toString('latin1');
    return { text: charset === 'latin1' ? text : text.replace(/[\x80-\x9F]/gu, windows1252), valid: true };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text, valid: !text.includes(REPLACEMENT) || Buffer.from(text, 'utf8').equals(bytes) };
}

/**
 * What Windows-1252 has where Latin-1 has control characters (encoding.spec.whatwg.org, index windows-1252). Node's own
 * decoder of that name gives Latin-1 in version 20.
 */
const FROM_128 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

function windows1252(character: string): string {
  return FROM_128.charAt(character.charCodeAt(0) - 128);
}
