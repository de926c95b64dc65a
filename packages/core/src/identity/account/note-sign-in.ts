import type { Transaction } from '../../ports/store.js';
import type { Desk } from '../../request/desk.js';
import type { OwnRequest } from '../send-code.js';

/** Why a sign-in proved nothing: a code of a closed list, never what somebody sent; and who was to vouch. */
export interface FailedSignIn {
  readonly why: string;
  readonly issuer: string;
}

/** Who signs in, for which request. */
export interface SigningIn {
  readonly desk: Pick<Desk, 'ids'>;
  readonly own: OwnRequest;
}

/** Notes in the trail that a sign-in proved nothing. Nothing of the account is in it. */
export function noteSignIn(
  { audit }: Pick<Transaction, 'audit'>,
  { desk, own: { viewer, id } }: SigningIn,
  { why, issuer }: FailedSignIn,
): Promise<void> {
  return audit.add({
    id: desk.ids.next('aud'),
    controller: viewer.controller,
    actor: viewer.actor,
    action: 'identity.signIn',
    object: { type: 'request', id },
    outcome: 'refused',
    details: { why, issuer },
  });
}

/** The same, for whoever is in no transaction. */
export function noteFailedSignIn(desk: Pick<Desk, 'store' | 'ids'>, own: OwnRequest, failed: FailedSignIn): Promise<void> {
  return desk.store.transact((transaction) => noteSignIn(transaction, { desk, own }, failed));
}
