import type { Transaction } from '../ports/store.js';
import { factorsOf } from './factors.js';
import type { StaffAccount, StaffSession } from './staff.js';
import type { NewSession, StaffDesk } from './staff-desk.js';

const MINUTE_MS = 60_000;
/** How long a session lives without being used, and one whose second factor is missing in all (security R24). */
const IDLE_MS = 15 * MINUTE_MS;
const WHOLE_MS = 8 * 60 * MINUTE_MS;

/** A session that counts, and whose it is. */
export interface LiveSession {
  readonly session: StaffSession;
  readonly account: StaffAccount;
}

/** The session, unless it is unknown, expired, idle for too long, or its account is disabled. */
export async function liveSession(transaction: Transaction, id: string): Promise<LiveSession | undefined> {
  const session = await transaction.sessions.get(id);
  if (session === undefined || !isLive(session, transaction.now)) return undefined;
  const account = await transaction.staff.get(session.staff);
  return account === undefined || account.disabledAt !== undefined ? undefined : { session, account };
}

/** The same, and nobody else can end or rotate it, or count tries, before the transaction ends. */
export async function heldSession(transaction: Transaction, id: string): Promise<LiveSession | undefined> {
  const session = await transaction.sessions.get(id);
  if (session !== undefined) await holdAccount(transaction, session.staff);
  // Read again: it may have been ended while this waited.
  return liveSession(transaction, id);
}

/** The account by its id, held until the transaction ends. Whatever changes an account, its sessions or its tokens does this first. */
export async function holdAccount({ staff }: Transaction, id: string): Promise<StaffAccount | undefined> {
  const account = await staff.get(id);
  return account === undefined ? undefined : staff.lockByLogin(account.login);
}

/** Whether the session is neither over nor forgotten. */
export function isLive({ expiresAt, lastSeenAt }: StaffSession, now: Date): boolean {
  return now < expiresAt && now.getTime() - lastSeenAt.getTime() < IDLE_MS;
}

/** Whether the second factor was proved. */
export function isWhole({ steppedUpAt }: StaffSession): boolean {
  return steppedUpAt !== undefined;
}

/** Where a session comes from, if an identity provider has named a session of its own. */
export type SessionOrigin = Pick<StaffSession, 'providerSession'>;

/** Begins a session that can do nothing but prove or set up the second factor. */
export async function beginSession(
  transaction: Transaction,
  desk: StaffDesk,
  account: StaffAccount,
  origin: SessionOrigin = {},
): Promise<NewSession> {
  const factors = await factorsOf(transaction, account);
  const times = { createdAt: transaction.now, expiresAt: later(transaction.now, IDLE_MS) };
  const needs = factors.length === 0 ? 'enrolment' : 'second-factor';
  const session = { ...times, ...origin, staff: account.id, lastSeenAt: transaction.now };
  return add(transaction, desk, session, { needs, factors });
}

/** Begins a session whose second factor was proved elsewhere, at `steppedUpAt`: nothing is missing in it. */
export function beginWholeSession(
  transaction: Transaction,
  desk: StaffDesk,
  { id }: StaffAccount,
  proof: SessionOrigin & { readonly steppedUpAt: Date },
): Promise<NewSession> {
  const { now } = transaction;
  return add(transaction, desk, { ...proof, staff: id, createdAt: now, lastSeenAt: now, expiresAt: later(now, WHOLE_MS) }, {});
}

/**
 * Replaces a session after a second factor was proved, now or at the time given: the old secret is worth nothing any more. One
 * that was whole before still ends when it would have.
 */
export async function rotateSession(
  transaction: Transaction,
  desk: StaffDesk,
  session: StaffSession,
  steppedUpAt = transaction.now,
): Promise<NewSession> {
  const { now, sessions } = transaction;
  await sessions.remove(session.id);
  const { createdAt, expiresAt } = isWhole(session) ? session : { createdAt: now, expiresAt: later(now, WHOLE_MS) };
  const rotated = { staff: session.staff, createdAt, expiresAt, lastSeenAt: now, steppedUpAt };
  return add(transaction, desk, { ...rotated, ...originOf(session) }, {});
}

function originOf({ providerSession }: StaffSession): SessionOrigin {
  return providerSession === undefined ? {} : { providerSession };
}

async function add(
  { sessions }: Transaction,
  { crypto }: StaffDesk,
  session: Omit<StaffSession, 'id'>,
  state: Pick<NewSession, 'needs' | 'factors'>,
): Promise<NewSession> {
  const secret = crypto.randomSecret();
  await sessions.add({ ...session, id: crypto.sha256Hex(secret.reveal()) });
  return { secret, expiresAt: session.expiresAt, ...state };
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}
