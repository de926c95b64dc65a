import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepsOf } from './check.js';
import { runSteps } from './run-steps.js';
import type { Step } from './step.js';

const step = (name: string, run: Step['run']): Step => ({ name, run });
const finding = (name: string, ...faults: string[]): Step => step(name, () => Promise.resolve(faults));

async function runAll(...steps: readonly Step[]): Promise<{ faults: number; printed: string }> {
  const lines: string[] = [];
  const faults = await runSteps(steps, { lanes: 2, print: (line) => void lines.push(line) });
  return { faults, printed: lines.join('\n') };
}

describe('runSteps', () => {
  it('prints one line with a time for each step, then every fault under the step that found it', async () => {
    const { faults, printed } = await runAll(
      finding('texts'),
      finding('lint', 'a.ts:1 this', 'b.ts:2 that'),
      finding('types', 'c.ts'),
    );
    expect(faults).toBe(3);
    expect(printed).toMatch(
      /^texts +ok +\d+\.\d s\nlint +2 faults +\d+\.\d s\ntypes +1 fault +\d+\.\d s\n\nlint:\n {2}a\.ts:1 this\n {2}b\.ts:2 that\n\ntypes:\n {2}c\.ts$/u,
    );
  });

  it('counts a step that cannot look as a fault, and runs the others', async () => {
    const broken = step('lint', () => Promise.reject(new Error('eslint did not run')));
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a tool's library may throw anything
    const odd = step('format', () => Promise.reject('odd'));
    const { faults, printed } = await runAll(broken, odd, finding('types'));
    expect(faults).toBe(2);
    expect(printed).toContain('could not be checked: eslint did not run');
    expect(printed).toContain('could not be checked: odd');
    expect(printed).toMatch(/types +ok/u);
  });
});

const cannotLook = async (looked: Step): Promise<unknown> => {
  try {
    return await looked.run();
  } catch {
    return 'cannot look';
  }
};

describe('stepsOf', () => {
  it('never takes a tool that is not there for a house without faults', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'habeas-empty-'));
    try {
      const verdicts = await Promise.all(stepsOf(empty).map(async (looked) => [looked.name, await cannotLook(looked)] as const));
      expect(Object.fromEntries(verdicts)).toEqual({
        lint: 'cannot look',
        types: 'cannot look',
        boundaries: 'cannot look',
        format: 'cannot look',
        texts: 'cannot look',
        lockfile: 'cannot look',
        reports: [], // there is no package that could have a report
        connectors: [],
        requirements: ['docs/requirements.txt: is not there'],
        scorecards: ['README.md: is not there'],
      });
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
