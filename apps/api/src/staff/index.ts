export { NodeStaffCrypto } from './node-staff-crypto.js';
export { KeySealing } from './key-sealing.js';
export type { TextSealing } from './text-sealing.js';
export { creationOptions, requestOptions } from './passkey-options.js';
export { relyingPartyOf, requireName } from './relying-party.js';
export type { RelyingParty } from './relying-party.js';
export { WebPasskeyVerifier } from './web-passkey-verifier.js';
