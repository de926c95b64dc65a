import type { Assertion, MadePasskey, NewCredential, Passkey, PasskeyProof, PasskeyVerifier } from '@habeas/core';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers';
import { ALGORITHMS } from './passkey-options.js';
import type { RelyingParty } from './relying-party.js';

const KIND = 'public-key';

/** Reads WebAuthn with SimpleWebAuthn. What the library throws is about the answer, the only thing that it looks at. */
export class WebPasskeyVerifier implements PasskeyVerifier {
  constructor(private readonly party: RelyingParty) {}

  async registered({ id, ...response }: MadePasskey, challenge: string): Promise<NewCredential | undefined> {
    try {
      if (!isOfOwnPage(response.clientDataJSON) || !isWithoutCertificates(response.attestationObject)) return undefined;
      const { registrationInfo } = await verifyRegistrationResponse({
        response: { ...envelope(id), response: { ...response, transports: [] } },
        ...this.#expected(challenge),
        requireUserVerification: true,
        supportedAlgorithmIDs: [...ALGORITHMS],
      });
      if (registrationInfo === undefined) return undefined;
      const { credential } = registrationInfo;
      if (credential.id !== id) return undefined;
      return { credential: id, publicKey: isoBase64URL.fromBuffer(credential.publicKey), counter: credential.counter };
    } catch {
      return undefined;
    }
  }

  async asserted(
    { id, ...response }: PasskeyProof,
    { challenge, passkey }: { readonly challenge: string; readonly passkey: Passkey },
  ): Promise<Assertion | undefined> {
    try {
      if (!isOfOwnPage(response.clientDataJSON)) return undefined;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...envelope(id), response },
        ...this.#expected(challenge),
        // The library looks at counters before it looks at signatures: with 0 it leaves them to us, who look at them after.
        credential: { id: passkey.credential, publicKey: isoBase64URL.toBuffer(passkey.publicKey), counter: 0 },
        requireUserVerification: false,
      });
      return verified ? { counter: authenticationInfo.newCounter, isVerified: authenticationInfo.userVerified } : undefined;
    } catch {
      return undefined;
    }
  }

  #expected(expectedChallenge: string): { expectedChallenge: string; expectedOrigin: string[]; expectedRPID: string } {
    return { expectedChallenge, expectedOrigin: this.party.origins(), expectedRPID: this.party.id };
  }
}

function envelope(id: string): { id: string; rawId: string; type: typeof KIND; clientExtensionResults: object } {
  return { id, rawId: id, type: KIND, clientExtensionResults: {} };
}

/** Nobody may frame our pages: what says that it was made in a frame of another site is not ours. */
function isOfOwnPage(clientDataJSON: string): boolean {
  return decodeClientDataJSON(clientDataJSON).crossOrigin !== true;
}

/**
 * Browsers strip the attestation that we do not ask for; some leave a signature of the new key itself. A statement with
 * certificates is nobody's answer to our question: reading it means to parse, and for some formats to fetch from the network, what
 * strangers have written.
 */
function isWithoutCertificates(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
}
