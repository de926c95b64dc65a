export { backupStore } from './backup.js';
export { openStore } from './open-store.js';
export type { DurableStore, StoreOptions } from './open-store.js';
export { StoreFault, StoreRefused } from './store-fault.js';
export { sequenceTrail } from './trail/sequence-trail.js';
export type { SequencerOptions } from './trail/sequence-trail.js';
export type { Trail } from './trail/trail.js';
export { verifyStore } from './verify-store.js';
export type { StoreVerdict } from './verify-store.js';
