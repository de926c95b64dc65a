import { relative } from 'node:path';

/** The part of Jest's JSON that is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all: none of their tests is counted anywhere. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly JestTest[];
  }[];
}

interface JestTest {
  readonly status: string;
  readonly fullName: string;
}

/** `12 passed, 0 failed, 3 skipped`: alone on its line, for machines. A file that could not be run counts as failed. */
export function tallyLine(report: JestReport): string {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  return `${String(report.numPassedTests)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}

/** Every test that was not run, with its file. */
export function skippedTests(report: JestReport, root: string): readonly string[] {
  return testsThat(report, root, ({ status }) => status !== 'passed' && status !== 'failed');
}

/** Every test that failed, with its file, and every file that could not be run: said once more at the end of a long output. */
export function failedTests(report: JestReport, root: string): readonly string[] {
  const notRun = report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((each) => each.status !== 'failed'))
    .map(({ name }) => `${relative(root, name)}: could not be run`);
  return [...testsThat(report, root, ({ status }) => status === 'failed'), ...notRun];
}

function testsThat({ testResults }: JestReport, root: string, holds: (test: JestTest) => boolean): readonly string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(holds).map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
  );
}
