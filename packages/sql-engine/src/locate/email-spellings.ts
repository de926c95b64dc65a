import { domainToUnicode } from 'node:url';
import type { Identifier } from '@habeas/connector-sdk';
import { oncePer } from '../once.js';
import { coarsePattern, coarseText } from './like-pattern.js';

/** How an address may stand in a column. */
export interface EmailSpellings {
  /** As it is found by an index that ignores letter case. */
  readonly anyCase: readonly string[];
  /** In lower case, for an index on the lower case. */
  readonly lower: readonly string[];
  /** In the letter cases people use, for an index that tells them apart: not all there are. */
  readonly usual: readonly string[];
  /** `LIKE` patterns that every spelling fits, also with a name or other addresses around it. */
  readonly patterns: readonly string[];
  /** `LIKE` patterns for the address with a `+tag`, where it has none: candidates. */
  readonly tagged: readonly string[];
}

/**
 * The spellings of an address: the domain in both of its forms (IDNA), the local part composed and decomposed, as given,
 * with the spaces and brackets that forms leave around it. Where the folded key is another address (`ann+x@` → `ann@`),
 * that one is looked for as well: an index answers it at no cost, and it makes a candidate. So does `ann+x@` for `ann@`.
 */
export const emailSpellings = oncePer(({ value, exact, folded }: Identifier): EmailSpellings => {
  const canonical = exact.reveal();
  const at = canonical.lastIndexOf('@');
  const [local, domain] = [canonical.slice(0, at), canonical.slice(at + 1)];
  const domains = distinct([domain, domainToUnicode(domain)]);
  const plain = distinct(domains.flatMap((each) => [`${local}@${each}`, `${local.normalize('NFD')}@${each}`]));
  const given = value.reveal();
  const tagged = local.includes('+') ? [] : distinct(domains.map((each) => taggedPattern(local, each)));
  const candidate = folded === undefined ? [] : [folded.reveal()];
  const around = [` ${canonical}`, `${canonical} `, ` ${canonical} `, `<${canonical}>`];
  return {
    anyCase: distinct([...plain, given, ...plain.map((each) => each.toUpperCase()), ...candidate, ...around]),
    lower: distinct([...plain, given.toLowerCase(), ...plain.map(upperBeyondAscii), ...candidate, ...around]),
    usual: distinct([...plain, given, ...plain.flatMap(cases), ...candidate, ...around]),
    patterns: distinct([...domains.map((each) => coarsePattern(`${local}@${each}`)), ...tagged.map((pattern) => `%${pattern}%`)]),
    tagged,
  };
});

/** `ann+%@example.org` */
function taggedPattern(local: string, domain: string): string {
  return `${coarseText(`${local}+`)}%${coarseText(`@${domain}`)}`;
}

/** What is left of capitals by a database that lowers ASCII only. */
function upperBeyondAscii(text: string): string {
  return text.toUpperCase().replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

function cases(address: string): readonly string[] {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at)];
  const words = local.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
  const first = local.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const title = domain.replace(/^@\p{L}/u, (letter) => letter.toUpperCase());
  return [`${first}${domain}`, `${words}${domain}`, `${words}${title}`, `${local.toUpperCase()}${domain}`, address.toUpperCase()];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
