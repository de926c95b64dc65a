import type { RestCheck } from './check.js';
import { contractChecks } from './checks/contract-checks.js';
import { subjectChecks } from './checks/subject-checks.js';

/** Every check of the kit, each with an id of its own. */
export const restConformanceChecks: readonly RestCheck[] = [...contractChecks, ...subjectChecks];
