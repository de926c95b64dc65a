import type { Manifest } from '../../manifest/manifest.js';
import type { Bench } from './bench.js';
import type { Scenario } from './scenario.js';

/** One fact that holds for every connector of a manifest. */
export interface RestCheck {
  /** Unique. C contract, S the right subject, P completeness, F faults, R resources, X security. */
  readonly id: string;
  /** A fact about behaviour. */
  readonly title: string;
  /** Why the check has nothing to look at in this manifest; nothing where it has. */
  readonly idle?: (scenario: Scenario) => string | undefined;
  /** What the check looks at in place of the manifest: the same with smaller numbers. */
  readonly adapted?: (manifest: Manifest) => Manifest;
  /** Throws an `AssertionError` where the fact does not hold. */
  run(bench: Bench): Promise<void>;
}

/** Why a check does not apply to a scenario, or `undefined` where it does. */
export function skipReason(scenario: Scenario, check: RestCheck): string | undefined {
  const stated = scenario.cannot[check.id];
  if (stated !== undefined) return stated;
  return check.idle?.(scenario);
}
