import { toIdentifier } from '@habeas/connector-sdk';
import type { CaseFile } from '../../request/case-file.js';
import type { GivenText, SubjectFile } from '../../request/data-request.js';
import { identifierKey, isSearchable } from '../../subject/identifier-key.js';
import type { AccountIdentifier } from './signed-in-account.js';

/** What an account is compared with. */
export interface OwnedBySubject {
  readonly file: Pick<SubjectFile, 'identifiers' | 'contacts'>;
  readonly found: Pick<CaseFile, 'identifiers' | 'matches'>;
  readonly phoneRegion?: string | undefined;
}

/** The identifiers of a request as they are with an account, and which of them it proves, by their positions from 1. */
export interface MatchedAccount {
  readonly identifiers: readonly GivenText[];
  readonly proved: readonly number[];
}

/**
 * What a request's identifiers become by an account; `undefined` where it is known by nothing that was given, or that stands on record: by a record
 * that is included, or as a contact to which a code went. Equal is what a search takes for equal. An account that fits proves all that it is known
 * by, since its provider vouches for all of it, and nothing else that was given (security R57).
 */
export function matchAccount(
  { file, found, phoneRegion }: OwnedBySubject,
  account: readonly AccountIdentifier[],
  provedBy: string,
): MatchedAccount | undefined {
  const keyOf = keysIn(phoneRegion);
  const own = new Map(account.filter(isSearchable).flatMap((each) => keyOf(each).map((key) => [key, each] as const)));
  const onRecord = new Set(onRecordOf({ file, found }).flatMap(keyOf));
  const given = new Set(file.identifiers.flatMap(keyOf));
  if (![...own.keys()].some((key) => given.has(key) || onRecord.has(key))) return undefined;
  const isOwn = (each: GivenText): boolean => keyOf(each).some((key) => own.has(key));
  const added = [...own].flatMap(([key, each]) =>
    given.has(key) ? [] : [{ ...each, provedBy, ...standing(onRecord.has(key)) }],
  );
  const identifiers = [...file.identifiers.map((each) => (isOwn(each) ? { provedBy, ...each } : each)), ...added];
  return { identifiers, proved: identifiers.flatMap((each, index) => (isOwn(each) ? [index + 1] : [])) };
}

function keysIn(phoneRegion: string | undefined): (given: AccountIdentifier) => readonly string[] {
  return ({ kind, value, namespace }) => {
    const options = { ...(namespace === undefined ? {} : { namespace }), ...(phoneRegion === undefined ? {} : { phoneRegion }) };
    const identifier = toIdentifier(kind, value, options);
    return identifier === undefined ? [] : [identifierKey(identifier)];
  };
}

/** What leads to one person, and was not given by whoever asks. */
function onRecordOf({ file, found }: Omit<OwnedBySubject, 'phoneRegion'>): readonly AccountIdentifier[] {
  const included = new Set(found.matches.filter(({ decision }) => decision === 'included').map(({ id }) => id));
  const learnt = found.identifiers.filter(
    ({ status, learntFrom }) => status === 'derived' && learntFrom !== undefined && included.has(learntFrom.match),
  );
  const contacts = (file.contacts ?? []).map((value) => ({ kind: 'email' as const, value }));
  return [...contacts, ...learnt];
}

function standing(isOnRecord: boolean): Pick<GivenText, 'isOnRecord'> {
  return isOnRecord ? { isOnRecord } : {};
}
