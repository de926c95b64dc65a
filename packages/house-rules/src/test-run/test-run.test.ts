import { describe, expect, it } from '@jest/globals';
import { coverageFaults, type CoverageSummary } from './coverage.js';
import { failedTests, skippedTests, tallyLine, type JestReport } from './tally.js';

const ROOT = '/house';
const report: JestReport = {
  numPassedTests: 12,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      name: `${ROOT}/packages/core/src/a.test.ts`,
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'a works' },
        { status: 'failed', fullName: 'a fails' },
        { status: 'pending', fullName: 'a waits' },
        { status: 'todo', fullName: 'a will be' },
      ],
    },
    { name: `${ROOT}/packages/core/src/b.test.ts`, status: 'failed', assertionResults: [] },
    { name: `${ROOT}/packages/core/src/c.test.ts`, status: 'passed', assertionResults: [] },
  ],
};

describe('tallyLine', () => {
  it('counts a file that could not be run as failed, and planned tests as skipped', () => {
    expect(tallyLine(report)).toBe('12 passed, 2 failed, 3 skipped');
  });
});

describe('skippedTests', () => {
  it('names every test that was not run', () => {
    expect(skippedTests(report, ROOT)).toEqual([
      'packages/core/src/a.test.ts: a waits',
      'packages/core/src/a.test.ts: a will be',
    ]);
  });
});

describe('failedTests', () => {
  it('names every test that failed and every file that could not be run', () => {
    expect(failedTests(report, ROOT)).toEqual([
      'packages/core/src/a.test.ts: a fails',
      'packages/core/src/b.test.ts: could not be run',
    ]);
  });
});

describe('coverageFaults', () => {
  const file = (path: string, branches: number): CoverageSummary => {
    const full = { total: 10, covered: 10 };
    const counts = { statements: full, lines: full, functions: { total: 0, covered: 0 } };
    return { [`${ROOT}/${path}`]: { ...counts, branches: { total: 100, covered: branches } } };
  };
  const judge = (summary: CoverageSummary, ...folders: string[]) =>
    coverageFaults(summary, ROOT, folders, (folder) => [`${folder}/src/a.ts`, `${folder}/src/a.test.ts`]);

  it('wants every branch of core and of the SDK, and names the file that misses one', () => {
    expect(judge(file('packages/core/src/a.ts', 100), 'packages/core')).toEqual([]);
    expect(judge(file('packages/core/src/a.ts', 99), 'packages/core')).toEqual([
      'packages/core: 99.00 % of branches covered, 100 % wanted (most is missed in src/a.ts)',
    ]);
    expect(judge(file('packages/connector-sdk/src/a.ts', 99), 'packages/connector-sdk')).toHaveLength(1);
  });

  it('wants 90 % of a whole package elsewhere', () => {
    const both = { ...file('packages/archive/src/a.ts', 100), ...file('packages/archive/src/b.ts', 80) };
    expect(judge(both, 'packages/archive')).toEqual([]);
    expect(judge({ ...both, ...file('packages/archive/src/c.ts', 80) }, 'packages/archive')).toEqual([
      'packages/archive: 86.67 % of branches covered, 90 % wanted (most is missed in src/b.ts, src/c.ts)',
    ]);
  });

  it('names three files at most, those that miss most first', () => {
    const branches = [89, 70, 100, 60, 80];
    const summary = branches.map((count, at) => file(`apps/api/src/${'abcde'[at] ?? ''}.ts`, count));
    expect(judge(Object.assign({}, ...summary) as CoverageSummary, 'apps/api')).toEqual([
      'apps/api: 79.80 % of branches covered, 90 % wanted (most is missed in src/d.ts, src/b.ts, src/e.ts)',
    ]);
  });

  it('does not take a package without tests for a covered one', () => {
    expect(judge(file('packages/core-extra/src/a.ts', 100), 'packages/core', 'packages/bench')).toEqual([
      'packages/core: has no tests',
    ]);
  });

  it('wants a test, and nothing measured, of a connector that is a manifest', () => {
    const faults = (...names: string[]) =>
      coverageFaults({}, ROOT, ['connectors/mail'], (folder) => names.map((name) => `${folder}/src/${name}`));
    expect(faults('index.ts', 'conformance.test.ts')).toEqual([]);
    expect(faults('index.ts')).toEqual(['connectors/mail: has no tests']);
    expect(faults('index.ts', 'index.test.ts', 'rows.ts')).toEqual(['connectors/mail: has no tests']);
  });
});
