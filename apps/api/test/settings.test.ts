import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDemoWorld } from '@habeas/example-worlds';
import { CONNECTORS } from '../src/composition/connectors.js';
import { placementWarnings } from '../src/config/placement.js';
import { loadServiceConfig, type ServiceConfig } from '../src/config/service-config.js';

let folder: string;
let controller: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-settings-'));
  ({ associationConfig: controller } = await createDemoWorld(join(folder, 'world')));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function load(...lines: readonly string[]): ServiceConfig {
  const file = join(folder, 'service.yaml');
  writeFileSync(file, ['service: 1', `controllers: { club: ${controller} }`, ...lines].join('\n'));
  return loadServiceConfig(file, CONNECTORS);
}

describe('where keys and checkpoints are', () => {
  it('is one folder without settings, which is warned of where the public comes', () => {
    expect(placementWarnings(load())).toEqual([]);
    const open = 'publicUrl: https://privacy.example.org';
    expect(load(open)).toMatchObject({
      keyring: join(folder, 'data', 'keyring.json'),
      checkpoints: { origin: 'privacy.example.org/habeas/trail' },
    });
    expect(placementWarnings(load(open))).toEqual(['keyring-beside-store', 'keyring-beside-blobs', 'checkpoints-stay-here']);
    expect(placementWarnings(load(open, 'keyring: ./keys/keyring.json', 'checkpoints: { directory: ./outside }'))).toEqual([]);
    const shared = 's3: { bucket: habeas, region: eu-west-3 }';
    const servers = ['store: mysql://u:p@db.example/habeas', shared, 'checkpoints: { s3: { bucket: trail, region: eu-west-3 } }'];
    expect(placementWarnings(load(open, ...servers))).toEqual([]);
  });

  it('is not the data that checkpoints are to guard', () => {
    expect(() => load('checkpoints: { directory: ./data/checkpoints }')).toThrow('it lies within the data');
    expect(() => load('checkpoints: { origin: "a b" }')).toThrow('without spaces');
  });
});
