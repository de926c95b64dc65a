import type { KnownPasskey, PasskeyOffer, PasskeyRequest } from '@habeas/core';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { isoBase64URL, isoUint8Array } from '@simplewebauthn/server/helpers';
import type { RelyingParty } from './relying-party.js';

/** What keys may sign with: Ed25519, ES256, and RS256 for what Windows keeps in older chips (COSE, RFC 9053). */
export const ALGORITHMS: readonly number[] = [-8, -7, -257];

/** As long as a challenge is good for. */
const TIMEOUT_MS = 5 * 60_000;
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/**
 * What `navigator.credentials.create` takes, as JSON. The owner has to be verified, so that every passkey can step up. It need not
 * be found without the login, which has been typed by then: a lost key tells nobody whose it is.
 */
export function creationOptions(party: RelyingParty, offer: PasskeyOffer): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { challenge, account, known } = offer;
  return generateRegistrationOptions({
    rpName: 'Habeas',
    rpID: party.id,
    userID: isoUint8Array.fromUTF8String(account.id),
    userName: account.login,
    userDisplayName: account.displayName,
    challenge: isoBase64URL.toBuffer(challenge),
    attestationType: 'none',
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    supportedAlgorithmIDs: [...ALGORITHMS],
    timeout: TIMEOUT_MS,
  });
}

/** What `navigator.credentials.get` takes, as JSON. */
export function requestOptions(party: RelyingParty, request: PasskeyRequest): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: isoBase64URL.toBuffer(request.challenge),
    allowCredentials: request.known.map(described),
    userVerification: request.verification,
    timeout: TIMEOUT_MS,
  });
}

function described({ credential, transports }: KnownPasskey): { id: string; transports: (typeof TRANSPORTS)[number][] } {
  return { id: credential, transports: TRANSPORTS.filter((each) => transports.includes(each)) };
}
