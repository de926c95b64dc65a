import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ConformanceCheck, WorldName } from './check.js';
import { conformanceChecks } from './conformance-checks.js';
import { LoadedSource, runAlone, skipReason } from './loaded-source.js';
import type { ConformanceScenario } from './scenario.js';

/** Loading a world into a server that has just started takes its time; a check that hangs has to end all the same. */
const TIMEOUT_MS = 120_000;
const WORLDS: readonly WorldName[] = ['standard', 'wide', 'long'];

/**
 * Registers the conformance tests of a connector with Jest: one call in the connector's test file. Each world is loaded
 * once for the checks that only read; each check that damages it gets one of its own. A check that does not apply is
 * skipped, and its title says why.
 */
export function describeConnectorConformance(scenario: ConformanceScenario): void {
  describe(`${scenario.name} conforms`, () => {
    for (const check of conformanceChecks) {
      const reason = skipReason(scenario, check);
      if (reason !== undefined) it.skip(`${check.id} ${check.title} (skipped: ${reason})`, () => undefined);
      else if (check.damages === true) it(titleOf(check), () => runAlone(scenario, check), TIMEOUT_MS);
    }
    for (const world of WORLDS) describeReading(scenario, world);
  });
}

function describeReading(scenario: ConformanceScenario, world: WorldName): void {
  const checks = conformanceChecks.filter(
    (check) => check.world === world && check.damages !== true && skipReason(scenario, check) === undefined,
  );
  if (checks.length === 0) return;
  describe(`in the ${world} world`, () => {
    let source: LoadedSource | undefined;
    beforeAll(async () => {
      source = await LoadedSource.load(scenario, world);
    }, TIMEOUT_MS);
    afterAll(async () => {
      await source?.drop();
    }, TIMEOUT_MS);
    for (const check of checks) it(titleOf(check), () => source?.run(check), TIMEOUT_MS);
  });
}

function titleOf({ id, title }: ConformanceCheck): string {
  return `${id} ${title}`;
}
