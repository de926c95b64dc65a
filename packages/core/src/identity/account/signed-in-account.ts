import type { Secret } from '@habeas/connector-sdk';
import { proofStanding, type Proved } from '../../proof/proof-standing.js';
import { suffices } from '../../proof/proof-level.js';
import type { GivenText } from '../../request/data-request.js';
import { isObjectedTo } from '../contact-facts.js';

/** What an account is known by: something that sources can be asked for. */
export type AccountIdentifier = Pick<GivenText, 'kind' | 'value' | 'namespace'>;

/** An account that a person has signed in to at the controller's identity provider. Everything in it was verified before. */
export interface SignedInAccount {
  /** Who vouches: the URL of the provider. */
  readonly issuer: string;
  /** When the person last proved to the provider that it is them, by its clock. */
  readonly signedInAt: Date;
  /** What the account is known by, as far as the provider vouches for it. */
  readonly identifiers: Secret<readonly AccountIdentifier[]>;
}

/** How long ago somebody may have signed in for it to prove who they are now (security R56). */
export const FRESH_MS = 15 * 60_000;
/** How far the clock of a provider may be ahead. */
const AHEAD_MS = 30_000;

/** Whether somebody signed in a quarter of an hour ago at most. A time to come is none. */
export function isFreshAccount({ signedInAt }: Pick<SignedInAccount, 'signedInAt'>, now: Date): boolean {
  const age = now.getTime() - signedInAt.getTime();
  return age <= FRESH_MS && age >= -AHEAD_MS;
}

/**
 * Whether signing in would still change something: the request waits for a proof, or its answer for its release and nobody has proved as much.
 * That does not depend on what was found. Never where somebody asks for another, or whoever reads a contact on record did not ask.
 */
export function awaitsAccount(request: Proved): boolean {
  if (isObjectedTo(request) || request.proof?.onBehalf !== undefined) return false;
  if (request.state === 'received') return true;
  return request.state === 'awaiting_release' && !suffices(proofStanding(request).reached, 'L2');
}
