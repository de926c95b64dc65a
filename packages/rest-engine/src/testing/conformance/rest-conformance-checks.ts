import type { RestCheck } from './check.js';
import { completenessChecks } from './checks/completeness-checks.js';
import { contractChecks } from './checks/contract-checks.js';
import { faultChecks } from './checks/fault-checks.js';
import { jobChecks } from './checks/job-checks.js';
import { resourceChecks } from './checks/resource-checks.js';
import { securityChecks } from './checks/security-checks.js';
import { subjectChecks } from './checks/subject-checks.js';

/** Every check of the kit, each with an id of its own. */
export const restConformanceChecks: readonly RestCheck[] = [
  ...contractChecks,
  ...subjectChecks,
  ...completenessChecks,
  ...faultChecks,
  ...jobChecks,
  ...resourceChecks,
  ...securityChecks,
];
