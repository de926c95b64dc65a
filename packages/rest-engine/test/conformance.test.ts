import { describeRestConformance } from '../src/testing/index.js';
import { VENDORS } from './vendors/vendors.js';

for (const vendor of Object.values(VENDORS)) describeRestConformance(vendor);
