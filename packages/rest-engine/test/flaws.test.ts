import { describe, expect, it } from '@jest/globals';
import { restConformanceChecks } from '../src/testing/index.js';
import { runAlone } from '../src/testing/conformance/describe-rest-conformance.js';
import { readScenario } from '../src/testing/conformance/scenario.js';
import { FLAWS } from './flaws/flaws.js';

describe('the kit for connectors of manifests', () => {
  it('has a flawed connector for every check', () => {
    const noticed = new Set(FLAWS.map(({ check }) => check));
    expect(restConformanceChecks.map(({ id }) => id).filter((id) => !noticed.has(id))).toEqual([]);
    expect(new Set(restConformanceChecks.map(({ id }) => id)).size).toBe(restConformanceChecks.length);
  });

  it.each(FLAWS.map((flaw) => [flaw.check, flaw.title, flaw] as const))(
    '%s notices a connector that %s',
    async (id, _title, { conformance, complaint }) => {
      const check = restConformanceChecks.find((candidate) => candidate.id === id);
      await expect(check === undefined ? undefined : runAlone(readScenario(conformance), check)).rejects.toThrow(complaint);
    },
    60_000,
  );
});
