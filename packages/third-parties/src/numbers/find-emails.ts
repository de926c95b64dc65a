import { canonicalEmail } from '@habeas/connector-sdk';
import type { ThirdPartySpan } from '@habeas/core/law';

const LOCAL_SIGN = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN_SIGN = /[\p{L}\p{M}\p{N}.-]/u;
/** "name (at) example.org", "name[at]example.org", "name @ example.org": written so that machines do not see it. */
const AT = /@|\s?[[(]\s?(?:at|arobase)\s?[\])]\s?/giu;
const LONGEST_PART = 254;

/**
 * Every e-mail address of a text that the SDK understands (RFC 5321), in any script. Linear: each sign is looked at once from
 * either side of an `@`.
 */
export function findEmails(text: string): readonly ThirdPartySpan[] {
  const found: ThirdPartySpan[] = [];
  for (const { index, 0: sign } of text.matchAll(AT)) {
    const span = addressAround(text, index, index + sign.length);
    if (span !== undefined) found.push({ ...span, kind: 'email', confidence: 0.99, why: 'address' });
  }
  return found;
}

function addressAround(text: string, at: number, after: number): { readonly start: number; readonly end: number } | undefined {
  let start = at - runBefore(text, at);
  let end = after + runAfter(text, after);
  while (end > after && /[.-]/u.test(text.charAt(end - 1))) end -= 1;
  while (start < at && /[^\p{L}\p{M}\p{N}_]/u.test(text.charAt(start))) start += 1;
  const isAddress = start < at && canonicalEmail(`${text.slice(start, at)}@${text.slice(after, end)}`) !== undefined;
  return isAddress ? { start, end } : undefined;
}

function runBefore(text: string, at: number): number {
  let length = 0;
  while (length < Math.min(at, LONGEST_PART) && LOCAL_SIGN.test(text.charAt(at - length - 1))) length += 1;
  return length;
}

function runAfter(text: string, after: number): number {
  let length = 0;
  while (length < LONGEST_PART && DOMAIN_SIGN.test(text.charAt(after + length))) length += 1;
  return length;
}

/** The address that a span holds, as one that everybody can read: `(at)` is `@`. */
export function addressOf(text: string): string {
  return text.replace(AT, '@');
}
