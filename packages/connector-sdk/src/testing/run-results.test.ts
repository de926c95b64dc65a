import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { RunResults } from './run-results.js';

const folder = mkdtempSync(join(tmpdir(), 'habeas-results-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const REASONS = new Map([
  ['C1', undefined],
  ['P8', 'It archives: nothing.'],
  ['X1', undefined],
]);
const fileOf = (name: string): URL => pathToFileURL(join(folder, name));

/** A run in which these checks have passed. */
async function runOf(...passed: readonly string[]): Promise<RunResults> {
  const results = new RunResults(REASONS);
  for (const id of passed) await results.following(id, () => Promise.resolve())();
  return results;
}

describe('what a run of a conformance kit shows', () => {
  it('is told by a file that it wrote', async () => {
    const file = fileOf('written.yaml');
    (await runOf('C1', 'X1')).demandTold(file, true);
    expect(() => {
      new RunResults(REASONS).demandTold(file, false);
    }).not.toThrow();
  });

  it('is not told by no file, nor by one in which another check applies or another reason stands', () => {
    const file = fileOf('other.yaml');
    const demand = (): void => {
      new RunResults(REASONS).demandTold(file, false);
    };
    expect(demand).toThrow('there is no file');
    writeFileSync(file, 'passed: [C1, P8, X1]\nskipped: {}\n');
    expect(demand).toThrow('P8');
    writeFileSync(file, "passed: [C1, X1]\nskipped: { P8: 'It keeps nothing.' }\n");
    expect(demand).toThrow('It keeps nothing.');
  });

  it('is not written where a check that applies has failed or was not run', async () => {
    const file = fileOf('failed.yaml');
    const results = await runOf('C1');
    const fails = results.following('X1', () => Promise.reject(new Error('It does not hold.')));
    await expect(fails()).rejects.toThrow('It does not hold.');
    expect(() => {
      results.demandTold(file, true);
    }).toThrow('X1');
    expect(() => {
      results.demandTold(file, false);
    }).toThrow('there is no file');
  });
});

describe('a kit', () => {
  const file = fileOf('registered.yaml');
  writeFileSync(file, "passed: [C1, X1]\nskipped: { P8: 'It archives: nothing.' }\n");
  const results = new RunResults(REASONS);
  for (const id of ['C1', 'X1'])
    it(
      `runs ${id}`,
      results.following(id, () => Promise.resolve()),
    );
  results.itIsTold(undefined); // registers nothing, or it would fail
  results.itIsTold(file);
});
