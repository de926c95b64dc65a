import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reportsStep } from './reports.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'habeas-reports-'));
  write('packages/house-rules/scripts/ready.mjs', "process.exitCode = process.argv.includes('./packages/broken') ? 1 : 0;");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A package with reports of its own, and a checker that does this. */
function packageThat(name: string, checker: string): void {
  write(`packages/${name}/package.json`, '{}');
  write(`packages/${name}/scripts/check-reports.mjs`, checker);
}

describe('reports that a package checks itself', () => {
  it('are fine where its checker says so', async () => {
    packageThat('fresh', "console.log('a.graphql is fine');");
    expect(await reportsStep(root).run()).toEqual([]);
  });

  it('are named where they are stale', async () => {
    packageThat(
      'stale',
      "console.log('a.graphql is not up to date'); console.log('b.ts is not up to date'); process.exitCode = 1;",
    );
    expect(await reportsStep(root).run()).toEqual([
      'packages/stale: a.graphql is not up to date',
      'packages/stale: b.ts is not up to date',
    ]);
  });

  it('are not taken for good where the checker fails, or the package is not built', async () => {
    packageThat('failing', "throw new TypeError('no schema');");
    packageThat('broken', '');
    expect(await reportsStep(root).run()).toEqual([
      'packages/broken: could not be built, see types',
      'packages/failing: its reports could not be checked',
      'packages/failing: TypeError: no schema',
    ]);
  });
});
