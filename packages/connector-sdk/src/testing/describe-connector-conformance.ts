import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ConformanceCheck, WorldName } from './check.js';
import { conformanceChecks } from './conformance-checks.js';
import { LoadedSource, runAlone, skipReason } from './loaded-source.js';
import { RunResults } from './run-results.js';
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
  const results = new RunResults(new Map(conformanceChecks.map((check) => [check.id, skipReason(scenario, check)])));
  describe(`${scenario.name} conforms`, () => {
    for (const check of conformanceChecks) {
      const reason = skipReason(scenario, check);
      const run = runAlone.bind(undefined, scenario, check);
      if (reason !== undefined) it.skip(`${titleOf(check)} (skipped: ${reason})`, run);
      else if (check.damages === true) it(titleOf(check), results.following(check.id, run), TIMEOUT_MS);
    }
    for (const world of WORLDS) describeReading(scenario, world, results);
    results.itIsTold(scenario.results);
  });
}

function describeReading(scenario: ConformanceScenario, world: WorldName, results: RunResults): void {
  const checks = conformanceChecks.filter(
    (check) => check.world === world && check.damages !== true && skipReason(scenario, check) === undefined,
  );
  if (checks.length === 0) return;
  describe(`in the ${world} world`, () => {
    const loaded: LoadedSource[] = []; // where loading fails, Jest fails the tests
    beforeAll(async () => {
      loaded.push(await LoadedSource.load(scenario, world));
    }, TIMEOUT_MS);
    afterAll(async () => {
      await Promise.all(loaded.map((source) => source.drop()));
    }, TIMEOUT_MS);
    for (const check of checks) {
      const run = (): Promise<unknown> => Promise.all(loaded.map((source) => source.run(check)));
      it(titleOf(check), results.following(check.id, run), TIMEOUT_MS);
    }
  });
}

function titleOf({ id, title }: ConformanceCheck): string {
  return `${id} ${title}`;
}
