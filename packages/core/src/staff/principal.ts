import type { Actor } from '../audit/audit-entry.js';
import type { Viewer } from '../request/desk.js';
import { notFound, Refused } from '../request/refused.js';
import type { Authority } from './permissions.js';
import type { Grant } from './staff.js';

/** Who a session or a token stands for, in all controllers. */
export interface Principal {
  readonly actor: Actor;
  /** The name of the person or the token, for their own screen. */
  readonly displayName: string;
  readonly grants: readonly Grant[];
  /** The permissions that a token names; none for people, whose roles say everything. */
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  /** The session's id, where it is one. */
  readonly session?: string;
  readonly steppedUpAt?: Date;
}

/** A principal in one controller. */
export interface StaffViewer extends Viewer, Authority {
  readonly grants: readonly Grant[];
}

/** The principal as a viewer of a controller. Throws `Refused` with `NOT_FOUND` where they have no role: as if there were none such. */
export function viewerIn({ actor, grants, scopes, steppedUpAt }: Principal, controller: string): StaffViewer {
  const roles = grants.filter((grant) => grant.controller === controller).map(({ role }) => role);
  if (roles.length === 0) throw notFound('controller');
  return { actor, controller, roles, scopes, grants, ...(steppedUpAt === undefined ? {} : { steppedUpAt }) };
}

/** How long a proof counts as fresh (security R30). */
const FRESH_MS = 5 * 60_000;

/** Whether the person has proved within five minutes that it is still them. */
export function isFresh({ steppedUpAt }: { readonly steppedUpAt?: Date }, now: Date): boolean {
  return steppedUpAt !== undefined && now.getTime() - steppedUpAt.getTime() <= FRESH_MS;
}

/** Throws `Refused` with `STEP_UP_REQUIRED` where the person has not proved within five minutes that it is still them. */
export function requireFreshProof(proof: { readonly steppedUpAt?: Date }, now: Date): void {
  if (isFresh(proof, now)) return;
  const remedy = 'Confirm with your second factor, and try again.';
  throw new Refused('STEP_UP_REQUIRED', 'This needs a fresh proof that it is you.', remedy);
}
