import { Secret } from '../secret.js';
import { canonicalBirthDate } from './birth-date.js';
import type { CanonicalForm } from './canonical-form.js';
import { canonicalEmail } from './email.js';
import { canonicalName } from './name.js';
import { canonicalPhone, phoneNumbers } from './phone.js';
import { visibleText } from './visible-text.js';

/** The kinds of identifier Habeas knows. `id` covers every number or code that somebody issues: customer, member, account. */
export const IDENTIFIER_KINDS = ['email', 'phone', 'id', 'name', 'birthDate'] as const;

/** See {@link IDENTIFIER_KINDS}. */
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A typed value that points at a person, with its canonical form. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** Who issued it, for kind `id` and only there: `shop.customer`. Two ids are the same only within one namespace. */
  readonly namespace?: string;
  /** As given or found, trimmed. */
  readonly value: Secret<string>;
  /** The canonical form: two identifiers of a kind (and namespace) are the same exactly when these are equal. */
  readonly exact: Secret<string>;
  /** A wider key (no `+tag`, no Gmail dots) that makes a candidate, never a match. Absent where it equals {@link Identifier.exact}. */
  readonly folded?: Secret<string>;
  /** Typically used by several people: a role mailbox, a family's address. Never matches by itself. */
  readonly shared: boolean;
}

/** What canonical forms depend on beside the value. */
export interface CanonicalOptions {
  /** For kind `id`. */
  readonly namespace?: string;
  /** The region national phone numbers are read in, as ISO 3166-1 alpha-2. Without it only international ones are understood. */
  readonly phoneRegion?: string;
}

/** The identifier that a text stands for, or `undefined` where the text is not one of that kind. Never throws. */
export function toIdentifier(kind: IdentifierKind, text: string, options: CanonicalOptions = {}): Identifier | undefined {
  const value = text.trim();
  const form = canonicalForm(kind, value, options);
  if (form === undefined) return undefined;
  return {
    kind,
    ...(kind === 'id' && options.namespace !== undefined ? { namespace: options.namespace } : {}),
    value: new Secret(value),
    exact: new Secret(form.exact),
    ...(form.folded === undefined || form.folded === form.exact ? {} : { folded: new Secret(form.folded) }),
    shared: form.shared ?? false,
  };
}

function canonicalForm(kind: IdentifierKind, value: string, options: CanonicalOptions): CanonicalForm | undefined {
  switch (kind) {
    case 'email':
      return canonicalEmail(value);
    case 'phone':
      return canonicalPhone(value, options.phoneRegion);
    case 'name':
      return canonicalName(value);
    case 'birthDate':
      return canonicalBirthDate(value);
    case 'id':
      return canonicalId(value, options.namespace);
  }
}

/** Letter case stays: an issuer may tell `a7` from `A7`. */
function canonicalId(value: string, namespace: string | undefined): CanonicalForm | undefined {
  const exact = visibleText(value).normalize('NFC');
  return exact === '' || namespace === undefined || visibleText(namespace) === '' ? undefined : { exact };
}

/**
 * Every identifier that a field's text stands for. A phone field may hold several numbers, parted by `/`, `,` or `;`;
 * any other kind gives at most one. Each canonical form once, in the order of the text.
 */
export function toIdentifiers(kind: IdentifierKind, text: string, options: CanonicalOptions = {}): readonly Identifier[] {
  const texts = kind === 'phone' ? phoneNumbers(text, options.phoneRegion) : [text];
  const found = new Map<string, Identifier>();
  for (const each of texts) {
    const identifier = toIdentifier(kind, each, options);
    if (identifier !== undefined && !found.has(identifier.exact.reveal())) found.set(identifier.exact.reveal(), identifier);
  }
  return [...found.values()];
}

/** How alike two identifiers are. `folded` means that only the wider key agrees: a candidate, not a match. */
export function compareIdentifiers(a: Identifier, b: Identifier): 'same' | 'folded' | 'different' {
  if (a.kind !== b.kind || a.namespace !== b.namespace) return 'different';
  if (a.exact.reveal() === b.exact.reveal()) return 'same';
  return foldedKey(a) === foldedKey(b) ? 'folded' : 'different';
}

function foldedKey({ folded, exact }: Identifier): string {
  return (folded ?? exact).reveal();
}
