export { connectorAt, type ProcessVendor, type VendorAddress } from './process-vendor.js';
export { startVendorProcess, type RunningProcessVendor } from './start-vendor-process.js';
