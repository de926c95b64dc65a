import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectorSkeleton } from '@habeas/rest-engine';
import { scorecardsStep, writeScorecards } from './scorecards.js';

const SKELETON = [...connectorSkeleton('club')].map(([path, text]) => [`connectors/club/${path}`, text] as const);
const RESULTS = 'passed: [C1, S1]\nskipped: { P8: It archives nothing. }\n';
const SOURCE = `import type { ConnectorManifest } from '@habeas/connector-sdk';

export const manifest = {
  id: 'base', version: '1.2.3', sdk: 1, title: 'A Base', kind: 'sql', needsDataMap: true, gaps: ['Much.'],
  systems: [{ name: 'Base', versions: '3', tested: true }],
} as const satisfies ConnectorManifest;
`;

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const check = (): Promise<readonly string[]> => scorecardsStep(root).run();

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'habeas-scorecards-')));
  for (const [path, text] of SKELETON) write(path, text);
  write('connectors/club/conformance.yaml', RESULTS);
  write('connectors/base/package.json', '{}');
  write('connectors/base/src/manifest.ts', SOURCE);
  write('connectors/base/conformance.yaml', RESULTS);
  write('connectors/base/README.md', '# Base\n');
  write('README.md', '# All\n');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the step of scorecards', () => {
  it('wants a card in each README and a table in the main one, as they are once they were written', async () => {
    const missing = ['README.md', 'connectors/base/README.md', 'connectors/club/README.md'];
    expect(await check()).toEqual(missing.map((file) => `${file}: has no scorecard: run npm run reports`));
    await writeScorecards(root);
    expect(await check()).toEqual([]);
    expect(read('connectors/base/README.md')).toMatch(/^# Base\n\n<!-- .*\n\n## Scorecard\n[^]*Base +\| 3, tested/u);
    expect(
      read('README.md')
        .split('\n')
        .filter((line) => line.startsWith('| [')),
    ).toEqual([
      expect.stringContaining('[A Base](connectors/base/README.md)'),
      expect.stringContaining('[club](connectors/club/README.md)'),
    ]);
  });

  it('tells of a card that is not what manifest, results and contract say, and writes it in its place', async () => {
    await writeScorecards(root);
    const stale = (file: string): string => `${file}: the scorecard is not up to date: run npm run reports`;
    write('connectors/club/conformance.yaml', 'passed: [C1]\nskipped: {}\n');
    expect(await check()).toEqual([stale('README.md'), stale('connectors/club/README.md')]);
    await writeScorecards(root);
    write('connectors/club/src/contract.test.ts', '');
    expect(await check()).toEqual([stale('connectors/club/README.md')]);
    await writeScorecards(root);
    expect(read('connectors/club/README.md')).toContain('all its fields are described');
    write('connectors/club/undescribed.yaml', 'contact: [shoe_size, hat_size]\n');
    await writeScorecards(root);
    expect(read('connectors/club/README.md')).toContain('2 fields of it [not described]');
    expect(read('connectors/club/README.md').match(/## Scorecard/gu)).toHaveLength(1);
    expect(await check()).toEqual([]);
  });

  it('tells, with the file, what cannot be read, and writes nothing before it can', async () => {
    await writeScorecards(root);
    write('connectors/club/conformance.yaml', 'passed: 44\nskipped: {}\n');
    write('connectors/base/src/manifest.ts', "import { x } from 'pg';\n\nexport const manifest = x;\n");
    write('connectors/none/package.json', '{}');
    write('connectors/unnamed/package.json', '{}');
    write('connectors/unnamed/conformance.yaml', RESULTS);
    const told = await check();
    expect(told).toContainEqual(expect.stringContaining('connectors/club/conformance.yaml:1:1: passed'));
    expect(told).toContain('connectors/base/src/manifest.ts: is no manifest that imports nothing but types');
    expect(told).toContainEqual(expect.stringContaining('connectors/none/conformance.yaml: is not there'));
    expect(told).toContain('connectors/unnamed: has no manifest.yaml and no src/manifest.ts');
    await expect(writeScorecards(root)).rejects.toThrow('connectors/none');
  });

  it('tells of a README that is not there', async () => {
    await writeScorecards(root);
    rmSync(join(root, 'connectors/base/README.md'));
    expect(await check()).toEqual(['connectors/base/README.md: is not there']);
  });
});
