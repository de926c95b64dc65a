import { describe, it } from '@jest/globals';
import { RunResults } from '@habeas/connector-sdk/testing';
import type { Manifest } from '../../manifest/manifest.js';
import { Bench } from './bench.js';
import { skipReason, type RestCheck } from './check.js';
import { restConformanceChecks } from './rest-conformance-checks.js';
import { readScenario, type RestConformance, type Scenario } from './scenario.js';

const TIMEOUT_MS = 120_000;

/**
 * Registers the conformance tests of a manifest's connector with Jest: one call in the connector's test file. Each check gets a
 * vendor of its own, made from the manifest and the world. A check that does not apply is skipped, and its title says why.
 */
export function describeRestConformance(conformance: RestConformance): void {
  const scenario = readScenario(conformance);
  const { title, version } = scenario.manifest;
  const reasons = new Map(restConformanceChecks.map((check) => [check.id, skipReason(scenario, check)]));
  const results = new RunResults(reasons);
  describe(`${title} ${version} conforms`, () => {
    for (const check of restConformanceChecks) {
      const reason = reasons.get(check.id);
      const name = `${check.id} ${check.title}`;
      const run = results.following(check.id, () => runAlone(scenario, check));
      if (reason === undefined) it(name, run, TIMEOUT_MS);
      else it.skip(`${name} (skipped: ${reason})`, run);
    }
    results.itIsTold(conformance.results);
  });
}

/** Runs one check with a vendor of its own, and of years that are asked for by the month a few months. */
export async function runAlone(scenario: Scenario, check: RestCheck): Promise<void> {
  const { adapted = (manifest: Manifest): Manifest => manifest } = check;
  const bench = await Bench.start({ ...scenario, manifest: adapted(withFewPeriods(scenario.manifest)) });
  try {
    await check.run(bench);
  } finally {
    await bench.close();
  }
}

/** A first, a middle and a last one show what many would. */
const PERIODS = 3;

function withFewPeriods(manifest: Manifest): Manifest {
  const listings = Object.entries(manifest.listings).map(([name, { periods, ...listing }]) => {
    if (periods === undefined) return [name, listing] as const;
    const { of, back } = periods;
    return [name, { ...listing, periods: { of, back: Math.min(back, PERIODS * of) } }] as const;
  });
  return { ...manifest, listings: Object.fromEntries(listings) };
}
