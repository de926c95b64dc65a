export { startVendor, type RunningVendor, type VendorHoldings } from './start-vendor.js';
export type { HeldRecord } from '../world/held-world.js';
