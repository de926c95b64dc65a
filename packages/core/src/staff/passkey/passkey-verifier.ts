import type { StaffDesk } from '../staff-desk.js';
import type { Passkey } from './passkey.js';

/** What a browser says of a credential that it had made (WebAuthn Level 3, §5.1.8): binary parts are base64url. */
export interface MadePasskey {
  /** The credential's id. */
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

/** What a browser says of a challenge that it had signed. */
export interface PasskeyProof {
  /** The credential's id. */
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** What a sound registration shows. */
export type NewCredential = Pick<Passkey, 'credential' | 'publicKey' | 'counter'>;

/** What a sound signature shows. */
export interface Assertion {
  /** The signature counter, which means nothing until it is compared with the last one. */
  readonly counter: number;
  /** Whether the authenticator knows its owner: by a PIN, a finger, a face. Otherwise somebody has merely touched it. */
  readonly isVerified: boolean;
}

/** Reads what authenticators say. Knows the one site that passkeys are for, and refuses what was made for another. */
export interface PasskeyVerifier {
  /**
   * The credential that an answer to this challenge brings, made with its owner verified; `undefined` where it brings none.
   * Attestation is not asked for, and not believed.
   */
  registered(made: MadePasskey, challenge: string): Promise<NewCredential | undefined>;
  /** What the passkey's signature of this challenge shows; `undefined` where it is not the passkey's, or of something else. */
  asserted(
    proof: PasskeyProof,
    expected: { readonly challenge: string; readonly passkey: Passkey },
  ): Promise<Assertion | undefined>;
}

/** What the use cases around passkeys work with. */
export interface PasskeyDesk extends StaffDesk {
  readonly verifier: PasskeyVerifier;
}
