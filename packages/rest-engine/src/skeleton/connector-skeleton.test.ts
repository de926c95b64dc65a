import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeRestConformance } from '../testing/index.js';
import { connectorSkeleton, isConnectorName } from './connector-skeleton.js';

const folder = mkdtempSync(join(tmpdir(), 'habeas-skeleton-'));
for (const [path, text] of connectorSkeleton('new-vendor')) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a new connector', () => {
  it.each([
    ['wild-apricot', true],
    ['pretix2', true],
    ['Pretix', false],
    ['../up', false],
    ['', false],
  ])('may be called %j: %s', (name, may) => {
    expect(isConnectorName(name)).toBe(may);
  });

  it('has a manifest of no more than sixty lines, and no code but three lines', () => {
    const files = connectorSkeleton('wild-apricot');
    expect(files.get('manifest.yaml')?.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    expect(files.get('src/index.ts')).toContain('export const wildApricot = restConnectorFrom');
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({ name: '@habeas/connector-wild-apricot' });
  });
});

describeRestConformance({
  manifest: pathToFileURL(join(folder, 'manifest.yaml')),
  world: pathToFileURL(join(folder, 'fixtures/world.yaml')),
  secrets: { token: 'a-token-of-a-test-0a1b2c3d' },
  cannot: { P8: 'The vendor archives nothing.' },
});
