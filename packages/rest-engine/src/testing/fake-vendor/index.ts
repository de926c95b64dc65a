export { startVendor, type RunningVendor, type VendorHoldings } from './start-vendor.js';
export type { HeldRecord, HeldThings } from '../world/held-world.js';
