import type { Secret } from '@habeas/connector-sdk';
import type { Grant } from './staff.js';
import type { StaffCrypto } from './staff-crypto.js';

/**
 * What a sign-in at an identity provider is worth here.
 *
 * - `whole` the provider has asked for a second factor, and that is enough; `half` the one here has to be proved too
 * - `too-weak` the provider has asked for none, and here there is none instead
 */
export type ProviderProof = 'whole' | 'half' | 'too-weak';

/** Somebody whom an identity provider vouches for (security R27). Everything in it was verified before. */
export interface VouchedIdentity {
  /** Who vouches: a URL of 190 characters at most. Issuer and subject are the identity; an address never is. */
  readonly issuer: string;
  readonly subject: Secret<string>;
  /** The session at the provider, where it has named one. */
  readonly session?: Secret<string>;
  readonly displayName: string;
  /** What the claims of this sign-in come to, in all controllers. */
  readonly grants: readonly Grant[];
  /** When the person last proved to the provider that it is them, by its clock. */
  readonly provedAt: Date;
  readonly proof: ProviderProof;
}

/** The login of the account of an identity. Nobody can type it: what they type is looked up without space. */
export function vouchedLogin(crypto: StaffCrypto, { issuer, subject }: Pick<VouchedIdentity, 'issuer' | 'subject'>): string {
  return `${issuer} ${crypto.sha256Hex(subject.reveal())}`;
}

/** What a session keeps of the one at the provider. Two issuers may give two sessions the same name. */
export function providerSessionOf(crypto: StaffCrypto, issuer: string, session: Secret<string>): string {
  return crypto.sha256Hex(JSON.stringify([issuer, session.reveal()]));
}
