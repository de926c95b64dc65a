import { completenessFlaws, faultsFlaws } from './completeness-and-fault-flaws.js';
import { contractFlaws, subjectFlaws } from './contract-and-subject-flaws.js';
import type { Flaw } from './flaw.js';
import { resourcesFlaws, securityFlaws } from './resource-and-security-flaws.js';

/** At least one for every check. */
export const FLAWS: readonly Flaw[] = [
  ...contractFlaws,
  ...subjectFlaws,
  ...completenessFlaws,
  ...faultsFlaws,
  ...resourcesFlaws,
  ...securityFlaws,
];
