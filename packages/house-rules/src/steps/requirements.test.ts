import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run-tool.js';
import { requirementsStep, writeRequirements } from './requirements.js';

describe('the step of requirements', () => {
  it('wants a table that is there and up to date, as it is once it was written', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'habeas-requirements-')));
    const check = (): Promise<readonly string[]> => requirementsStep(root).run();
    try {
      await run(root, 'git', ['init', '--quiet']);
      expect(await check()).toEqual(['docs/requirements.txt: is not there']);
      mkdirSync(join(root, 'docs'));
      writeFileSync(join(root, 'docs/requirements.txt'), 'AAA-01 covered what it is\n');
      const stale = 'docs/requirements.md: is not up to date: run npm run reports';
      expect(await check()).toEqual([expect.stringContaining('AAA-01 is covered, and no test'), stale]);
      writeFileSync(join(root, 'one.test.ts'), "it('AAA-01 is so', () => {});\n");
      expect(await check()).toEqual([stale]);
      await writeRequirements(root);
      expect(await check()).toEqual([]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
