import { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { notFound, Refused } from '../request/refused.js';
import { properName } from './account-text.js';
import { holdAccount } from './live-session.js';
import { isTokenScope, requirePermission, TOKEN_SCOPES } from './permissions.js';
import { type Principal, requireFreshProof, type StaffViewer } from './principal.js';
import type { ServiceToken } from './staff.js';
import type { StaffDesk } from './staff-desk.js';
import { note, refusedCredentials } from './verdict.js';
import { isDue } from './view-session.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;

/** What a program is to be given (security R26). */
export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  /** 1 to 90. */
  readonly days: number;
}

/** A token as people see it. */
export type TokenDescription = Omit<ServiceToken, 'secretHash'>;

/** A token that was just made: `hbs_<id>_<secret>`, shown once. */
export interface IssuedToken {
  readonly token: Secret<string>;
  readonly description: TokenDescription;
}

/**
 * Makes a token for the viewer's controller. Throws `Refused` with `INVALID_INPUT` for a scope that no program can have, with
 * `REFUSED` where the viewer may not, and with `STEP_UP_REQUIRED`.
 */
export async function createToken(desk: StaffDesk, viewer: StaffViewer, given: NewToken): Promise<IssuedToken> {
  requirePermission(viewer, 'token.manage');
  const asked = checked(given);
  const id = desk.ids.next('tok');
  const secret = desk.crypto.randomSecret();
  return desk.store.transact(async (transaction) => {
    const { now } = transaction;
    requireFreshProof(viewer, now);
    const description = {
      ...{ id, name: asked.name, scopes: asked.scopes, controller: viewer.controller, createdBy: viewer.actor.id },
      createdAt: now,
      expiresAt: new Date(now.getTime() + asked.days * DAY_MS),
    };
    await transaction.tokens.add({ ...description, secretHash: desk.crypto.sha256Hex(secret.reveal()) });
    await note(transaction, desk, {
      action: 'token.create',
      ...{ actor: viewer.actor, controller: viewer.controller, object: { type: 'token', id } },
      details: { scopes: [...asked.scopes], days: asked.days },
    });
    return { token: new Secret(`hbs_${id}_${secret.reveal()}`), description };
  });
}

/** The tokens of the viewer's controller, also those that are over, oldest first. */
export async function listTokens({ store }: StaffDesk, viewer: StaffViewer): Promise<readonly TokenDescription[]> {
  requirePermission(viewer, 'token.manage');
  return (await store.transact(({ tokens }) => tokens.list(viewer.controller))).map(descriptionOf);
}

/** Ends a token at once; one that is over stays as it is. Throws `Refused` with `NOT_FOUND` where it is not of this controller. */
export async function revokeToken(desk: StaffDesk, viewer: StaffViewer, id: string): Promise<TokenDescription> {
  requirePermission(viewer, 'token.manage');
  return desk.store.transact(async (transaction) => {
    const { tokens, now } = transaction;
    // A use that is just being noted must not bring it back: whoever changes a token holds the account of its maker.
    await holdAccount(transaction, (await tokens.get(id))?.createdBy ?? '');
    const token = await tokens.get(id);
    if (token?.controller !== viewer.controller) throw notFound('token');
    if (token.revokedAt !== undefined) return descriptionOf(token);
    const revoked = { ...token, revokedAt: now };
    await tokens.change(revoked);
    const { actor, controller } = viewer;
    await note(transaction, desk, { action: 'token.revoke', actor, controller, object: { type: 'token', id } });
    return descriptionOf(revoked);
  });
}

const SHAPE = /^hbs_(?<id>[\w-]{1,64})_(?<secret>[\w-]{43})$/u;

/**
 * Which program has this token, with what it may do. Notes its use once a minute at most. Throws `Refused` with `REFUSED` where
 * it is malformed, unknown, expired or revoked, and says no more.
 */
export function viewToken(desk: StaffDesk, token: Secret<string>): Promise<Principal> {
  const { id = '', secret = '' } = SHAPE.exec(token.reveal())?.groups ?? {};
  const hash = desk.crypto.sha256Hex(secret);
  return desk.store.transact(async (transaction) => {
    const { tokens, now } = transaction;
    const seen = await tokens.get(id);
    const found = seen !== undefined && isDue(seen.lastUsedAt, now) ? await heldToken(transaction, seen) : seen;
    if (found === undefined || !desk.crypto.isEqual(found.secretHash, hash) || !counts(found, now)) throw refusedCredentials();
    if (isDue(found.lastUsedAt, now)) await tokens.change({ ...found, lastUsedAt: now });
    const { controller, name, scopes, expiresAt } = found;
    return { actor: { kind: 'service', id }, displayName: name, grants: [{ controller, role: 'service' }], scopes, expiresAt };
  });
}

/** The token as it is once nobody else can change it: it may have been revoked while this waited. */
async function heldToken(transaction: Transaction, { id, createdBy }: ServiceToken): Promise<ServiceToken | undefined> {
  await holdAccount(transaction, createdBy);
  return transaction.tokens.get(id);
}

function counts({ expiresAt, revokedAt }: ServiceToken, now: Date): boolean {
  return revokedAt === undefined && now < expiresAt;
}

function descriptionOf({ secretHash: _secretHash, ...description }: ServiceToken): TokenDescription {
  return description;
}

function checked({ name, scopes, days }: NewToken): NewToken {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new Refused('INVALID_INPUT', `A token is valid for 1 to ${MOST_DAYS} days.`);
  }
  if (scopes.length === 0 || !scopes.every(isTokenScope)) {
    throw new Refused('INVALID_INPUT', 'A token needs scopes that a program can have.', `They are: ${TOKEN_SCOPES.join(', ')}.`);
  }
  return { name: properName(name, 'A name'), scopes: [...new Set(scopes)], days };
}
