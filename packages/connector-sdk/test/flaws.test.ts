import { describe, expect, it } from '@jest/globals';
import { conformanceChecks } from '../src/testing/index.js';
import { runAlone } from '../src/testing/loaded-source.js';
import { contractFlaws } from './flaws/contract-flaws.js';
import { faultFlaws } from './flaws/fault-flaws.js';
import { subjectFlaws } from './flaws/subject-flaws.js';
import { valueFlaws } from './flaws/value-flaws.js';

const flaws = [...contractFlaws, ...subjectFlaws, ...valueFlaws, ...faultFlaws];

describe('the conformance kit', () => {
  it('has a flawed connector for every check', () => {
    const noticed = new Set(flaws.map(({ check }) => check));
    expect(conformanceChecks.map(({ id }) => id).filter((id) => !noticed.has(id))).toEqual([]);
    expect(new Set(conformanceChecks.map(({ id }) => id)).size).toBe(conformanceChecks.length);
  });

  it.each(flaws.map((flaw) => [flaw.check, flaw.title, flaw] as const))(
    '%s notices a connector that %s',
    async (id, _title, { scenario, complaint }) => {
      const check = conformanceChecks.find((candidate) => candidate.id === id);
      await expect(check === undefined ? undefined : runAlone(scenario, check)).rejects.toThrow(complaint);
    },
    60_000,
  );
});
