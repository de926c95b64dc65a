import type { Register } from '../register.js';
import { activityDrift } from './activity-drift.js';
import type { ComparedSource } from './compared-source.js';
import { DRIFT_CODES, type DriftCode, type DriftFinding } from './drift-finding.js';
import { schemaDrift } from './schema-drift.js';
import { specialDrift } from './special-drift.js';

const ORDER = Object.keys(DRIFT_CODES) as readonly DriftCode[];

/**
 * Everything in which a register and its sources are not the same (PRF-02; hostel policy: a register "that complies with reality"),
 * code after code, and within one by sources and data maps. A source that could not be looked at is a finding of its own: an empty
 * list is said of sources that were all reached.
 */
export function registerDrift(register: Register, sources: readonly ComparedSource[]): readonly DriftFinding[] {
  const findings = [...sources.flatMap(schemaDrift), ...activityDrift(register, sources), ...specialDrift(register, sources)];
  return ORDER.flatMap((code) => findings.filter((finding) => finding.code === code));
}
