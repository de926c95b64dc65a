import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Connector } from '@habeas/connector-sdk';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { loadServiceConfig, type ServiceConfig } from './service-config.js';

const connector: Connector = {
  manifest: {
    ...{ id: 'shelf', version: '1.0.0', sdk: 1, title: 'Shelf', kind: 'sql', needsDataMap: false, gaps: [] },
    systems: [{ name: 'Shelf', versions: '1', tested: true }],
  },
  config: z.strictObject({}),
  open: () => Promise.reject(new Error('not opened here')),
};
const HABEAS = 'habeas: 1\ncontroller: { name: Club }\nsources:\n  shelf: { connector: shelf, config: {} }\n';

describe('the dispatch in service.yaml', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-config-'));
    writeFileSync(join(folder, 'habeas.yaml'), HABEAS);
    writeFileSync(join(folder, 'secret'), 'not-to-be-seen\n');
    writeFileSync(join(folder, 'ca.pem'), 'an authority');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const load = (lines: string): ServiceConfig => {
    const file = join(folder, 'service.yaml');
    writeFileSync(file, `service: 1\ncontrollers: { club: habeas.yaml }\n${lines}`);
    return loadServiceConfig(file, new Map([['shelf', connector]]));
  };

  it('is each worker’s own look where there is no Redis', () => {
    const { redis, dispatch } = load('');
    expect([redis, dispatch]).toEqual([undefined, { prefix: 'habeas', reconcileSeconds: 15 }]);
  });

  it('goes through Redis with a password from a file, which nothing shows', () => {
    const config = load(
      'redis: rediss://worker:${file:secret}@redis.test:6380\ndispatch: { prefix: club, reconcileSeconds: 2, caFile: ca.pem }\n',
    );
    expect(config.redis?.url.reveal()).toBe('rediss://worker:not-to-be-seen@redis.test:6380');
    expect([config.redis?.ca, config.dispatch.prefix]).toEqual(['an authority', 'club']);
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config.redis)).not.toContain('not-to-be-seen');
  });

  it.each(['redis: http://x:hidden@redis.test', 'redis: worker:hidden@redis.test', 'redis: "redis://"', 'redis: [hidden]'])(
    'refuses what is no URL of Redis, without showing it (%#)',
    (line) => {
      expect(() => load(line)).toThrow('redis');
      expect(() => load(line)).not.toThrow('hidden');
    },
  );

  it.each(['dispatch: { prefix: "a:b" }', 'dispatch: { reconcileSeconds: 0 }', 'dispatch: { kind: sql }'])(
    'refuses settings that cannot be meant (%#)',
    (line) => {
      expect(() => load(line)).toThrow('dispatch');
    },
  );

  it('refuses an authority that cannot be read', () => {
    expect(() => load('redis: rediss://redis.test\ndispatch: { caFile: none.pem }')).toThrow('dispatch.caFile');
  });
});
