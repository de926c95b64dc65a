import type { IdentifierKind } from '@habeas/connector-sdk';
import { type Group, isGroup } from './given.js';

/** What is said of a field by which a person can be found or confirmed. */
export const IDENTIFYING: Readonly<Record<'email' | 'phone' | 'full' | 'given' | 'family' | 'birthDate', Group>> = {
  email: { identifier: 'email', category: 'pd:EmailAddress' },
  phone: { identifier: 'phone', category: 'pd:TelephoneNumber' },
  full: { identifier: { kind: 'name', part: 'full' }, category: 'pd:Name' },
  given: { identifier: { kind: 'name', part: 'given' }, category: 'pd:GivenName' },
  family: { identifier: { kind: 'name', part: 'family' }, category: 'pd:FamilyName' },
  birthDate: { identifier: 'birthDate', category: 'pd:BirthDate' },
};

const SEARCHED: readonly IdentifierKind[] = ['email', 'phone'];

/** The first field that a person can be searched by; of one kind, where that is given. */
export function identifierOf(
  fields: Readonly<Record<string, Group>>,
  kind?: IdentifierKind,
): { readonly kind: IdentifierKind; readonly field: string } | undefined {
  for (const each of kind === undefined ? SEARCHED : [kind]) {
    const field = Object.keys(fields).find((name) => kindOf(fields[name]) === each);
    if (field !== undefined) return { kind: each, field };
  }
  return undefined;
}

function kindOf(field: Group | undefined): unknown {
  const identifier = field?.['identifier'];
  return isGroup(identifier) ? identifier['kind'] : identifier;
}

/** What the file says nothing of: fields that have neither a category nor anything that stands for one. */
export function unclassified(fields: Readonly<Record<string, Group>>): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.['category'] === undefined && fields[name]?.['secret'] !== true);
}
