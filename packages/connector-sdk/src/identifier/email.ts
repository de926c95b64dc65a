import { domainToASCII } from 'node:url';
import type { CanonicalForm } from './canonical-form.js';
import { visibleText } from './visible-text.js';

const LONGEST = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets
const LONGEST_TEXT = 1000; // an address with a display name, a `mailto:` with a subject
const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/** Local parts that belong to a function rather than to a person (RFC 2142 and everyday use, English and French). */
const ROLES = new Set(
  (
    'abuse accueil achats admin administration administrateur adhesion adherents association billing booking bonjour bureau ' +
    'communication compta comptabilite contact direction enquiries events evenements facturation famille finance hello help ' +
    'helpdesk hostmaster hr info informations inscription inscriptions jobs mail mailbox marketing membership noreply ' +
    'no-reply office orders postmaster presse press privacy reception recrutement registration reservation reservations rh ' +
    'sales secretariat service support team treasurer tresorier webmaster'
  ).split(' '),
);
/** `famille.martin@`, `the-smiths@` and the like: a household's mailbox. */
const HOUSEHOLD = /^(?:famille|family|foyer|couple|les|the)[._-]|[._-](?:famille|family)$/u;

/**
 * The canonical form of an e-mail address.
 *
 * Exact key: invisible characters removed, domain in NFKC, lower case and ASCII (IDNA, UTS #46), local part in NFC and
 * lower case; accents stay, look-alikes are not folded together. Folded key: without `+tag`, and for Gmail without dots
 * and with `googlemail.com` as `gmail.com`. Returns `undefined` for text that is no address. Quoted local parts and
 * address literals (RFC 5321 §4.1.2, §4.1.3) are not used by people and are not understood.
 */
export function canonicalEmail(text: string): CanonicalForm | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const address = bareAddress(text);
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > LONGEST) return undefined;
  const local = address.slice(0, at).normalize('NFC').toLowerCase().normalize('NFC'); // lower case can undo NFC: J + caron
  const domain = canonicalDomain(address.slice(at + 1));
  if (domain === undefined || !/^[^\s\p{Cc}@"<>(),:;\\[\]]+$/u.test(local)) return undefined;
  return { exact: `${local}@${domain}`, folded: foldedAddress(local, domain), shared: isShared(local) };
}

/** The address in `Ann <ann@example.org>`, `mailto:ann@example.org?subject=…` or ` ann@example.org, `. */
function bareAddress(text: string): string {
  const visible = visibleText(text);
  const inBrackets = /<([^<>]+)>$/u.exec(visible)?.[1] ?? visible;
  return inBrackets
    .trim()
    .replace(/^mailto:([^?]*).*$/isu, '$1')
    .replace(/[.,;:]+$/u, '');
}

/** Checked before it is converted: `domainToASCII` parses URLs, and would take `example.org/x` or `ex%61mple.org` as well. */
function canonicalDomain(domain: string): string | undefined {
  const plain = domain.normalize('NFKC').toLowerCase();
  if (!/^[\p{L}\p{M}\p{N}.\u3002-]+$/u.test(plain)) return undefined;
  const ascii = domainToASCII(plain);
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/u.test(ascii) ? ascii : undefined;
}

function foldedAddress(local: string, domain: string): string {
  const untagged = local.replace(/(?<=.)\+.*$/u, '');
  if (!GMAIL.has(domain)) return `${untagged}@${domain}`;
  return `${untagged.replaceAll('.', '') || untagged}@gmail.com`;
}

function isShared(local: string): boolean {
  const untagged = local.replace(/\+.*$/u, '');
  return ROLES.has(untagged) || HOUSEHOLD.test(untagged);
}
