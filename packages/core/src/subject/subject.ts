import {
  type Identifier,
  type IdentifierKind,
  type InputFault,
  InvalidInputError,
  type Secret,
  toIdentifier,
} from '@habeas/connector-sdk';
import { identifierKey, isSearchable } from './identifier-key.js';

/** What a requester, or an operator for them, says about the subject. */
export interface GivenIdentifier {
  readonly kind: IdentifierKind;
  readonly value: Secret<string>;
  /** For kind `id`: who issued it. */
  readonly namespace?: string;
  /** For names: which part of the name it is; the full name by default. */
  readonly part?: 'given' | 'family' | 'full';
  /** Whether it is proved to be the subject's. An unproved one is not searched, and never speaks for a match. */
  readonly verified: boolean;
}

/** One thing that is known about the subject before anything is searched. */
export interface SubjectIdentifier {
  readonly identifier: Identifier;
  readonly part?: 'given' | 'family' | 'full';
  readonly verified: boolean;
}

/** The person a request is about. Holds no identifier twice. */
export interface Subject {
  readonly identifiers: readonly SubjectIdentifier[];
}

/** How given texts are read. */
export interface SubjectOptions {
  /** The region national phone numbers are read in, as ISO 3166-1 alpha-2. */
  readonly phoneRegion?: string;
}

const EXPECTED: Readonly<Record<IdentifierKind, string>> = {
  email: 'this is not an e-mail address',
  phone: 'this is not a phone number that is understood',
  id: 'an id needs a value and the namespace of its issuer',
  name: 'this is not a name',
  birthDate: 'this is not a full date that exists',
};
const REMEDY: Readonly<Partial<Record<IdentifierKind, string>>> = {
  phone: 'write it with the country code, such as +33…',
  id: 'write namespace=value, such as shop.customer=…',
  birthDate: 'write it as YYYY-MM-DD',
};

/**
 * The subject that these identifiers describe. Duplicates are merged, and are verified when one of them is. Throws
 * `InvalidInputError` that names kind and position (from 1) of every identifier that is none, and never a value; also when
 * nothing is left that may be searched.
 */
export function createSubject(given: readonly GivenIdentifier[], options: SubjectOptions = {}): Subject {
  const known = new Map<string, SubjectIdentifier>();
  const faults: InputFault[] = [];
  for (const [index, entry] of given.entries()) {
    const identifier = read(entry, options);
    if (identifier === undefined) faults.push(notUnderstood(entry.kind, index));
    else add(known, { identifier, verified: entry.verified, ...(entry.part === undefined ? {} : { part: entry.part }) });
  }
  const identifiers = [...known.values()];
  if (faults.length === 0 && !identifiers.some(mayBeSearched)) faults.push(NOTHING_TO_SEARCH);
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { identifiers };
}

const NOTHING_TO_SEARCH: InputFault = {
  file: 'subject',
  what: 'nothing here may be searched',
  remedy: 'give a verified e-mail address, phone number or id; a name or a birth date never matches alone',
};

/** Whether sources are asked for it: verified, and of a kind that can lead to a match (security R57). */
export function mayBeSearched({ identifier, verified }: SubjectIdentifier): boolean {
  return verified && isSearchable(identifier);
}

function read({ kind, value, namespace }: GivenIdentifier, { phoneRegion }: SubjectOptions): Identifier | undefined {
  return toIdentifier(kind, value.reveal(), {
    ...(namespace === undefined ? {} : { namespace }),
    ...(phoneRegion === undefined ? {} : { phoneRegion }),
  });
}

function add(known: Map<string, SubjectIdentifier>, entry: SubjectIdentifier): void {
  const key = JSON.stringify([identifierKey(entry.identifier), entry.part ?? 'full']);
  const earlier = known.get(key);
  known.set(key, earlier === undefined ? entry : { ...earlier, verified: earlier.verified || entry.verified });
}

function notUnderstood(kind: IdentifierKind, index: number): InputFault {
  const remedy = REMEDY[kind];
  return {
    file: 'subject',
    path: `identifiers[${String(index + 1)}] (${kind})`,
    what: EXPECTED[kind],
    ...(remedy === undefined ? {} : { remedy }),
  };
}
