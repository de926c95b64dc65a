export { NodeStaffCrypto } from './node-staff-crypto.js';
export { KeySealing } from './key-sealing.js';
export type { TextSealing } from './text-sealing.js';
