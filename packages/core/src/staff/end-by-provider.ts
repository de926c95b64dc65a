import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { holdAccount } from './live-session.js';
import type { StaffDesk } from './staff-desk.js';
import { decided, note } from './verdict.js';
import { providerSessionOf, vouchedLogin } from './vouched-identity.js';

/** What an identity provider has said to end; verified before. At least one of `subject` and `session` is there. */
export interface ProviderLogout {
  readonly issuer: string;
  /** Everything of this person, unless a session is named. */
  readonly subject?: Secret<string>;
  /** What came from this session at the provider. Needed where there is no subject. */
  readonly session?: Secret<string>;
  /** The `jti` of the token that says so: it counts once. */
  readonly tokenId: Secret<string>;
}

/**
 * Ends sessions because the identity provider says so (OpenID Connect Back-Channel Logout 1.0 §2.7), and gives how many. None
 * to end is no fault. Throws `Refused` with `REFUSED` where the same token was used before.
 */
export function endByProvider(desk: StaffDesk, logout: ProviderLogout): Promise<number> {
  const { crypto } = desk;
  const { issuer, session, tokenId } = logout;
  const key = `provider-logout ${crypto.sha256Hex(JSON.stringify([issuer, tokenId.reveal()]))}`;
  return decided(desk.store, async (transaction) => {
    const { idempotency } = transaction;
    if ((await idempotency.find('*', key)) !== undefined)
      return { refused: new Refused('REFUSED', 'This token was used before.') };
    await idempotency.add('*', key, { fingerprint: 'provider-logout', result: '' });
    const of = session === undefined ? undefined : providerSessionOf(crypto, issuer, session);
    let ended = 0;
    for (const staff of await ownersOf(transaction, desk, logout, of)) ended += await end(transaction, desk, staff, of);
    return { granted: ended };
  });
}

async function ownersOf(
  { staff, sessions }: Transaction,
  { crypto }: StaffDesk,
  { issuer, subject }: ProviderLogout,
  of: string | undefined,
): Promise<readonly string[]> {
  if (subject === undefined) {
    const named = of === undefined ? [] : await sessions.ofProvider(of);
    return [...new Set(named.map((each) => each.staff))].sort();
  }
  const account = await staff.lockByLogin(vouchedLogin(crypto, { issuer, subject }));
  return account === undefined ? [] : [account.id];
}

/** A session that is just being rotated must not live on under its new secret: the account is held, and its sessions looked up then. */
async function end(transaction: Transaction, desk: StaffDesk, staff: string, of: string | undefined): Promise<number> {
  await holdAccount(transaction, staff);
  const all = await transaction.sessions.of(staff);
  const over = of === undefined ? all : all.filter(({ providerSession }) => providerSession === of);
  for (const { id } of over) await transaction.sessions.remove(id);
  const details = { by: 'provider', sessions: over.length };
  await note(transaction, desk, { action: 'session.end', actor: PROVIDER, object: { type: 'staff', id: staff }, details });
  return over.length;
}

const PROVIDER = { kind: 'system', id: 'identity-provider' } as const;
