import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { checkRole } from './check-role.js';
import type { ServiceConfig } from './service-config.js';

const S3 = { bucket: 'b', region: 'r', pathStyle: true };
const REDIS = { url: new Secret('redis://redis.test') };

function check(role: 'all' | 'api' | 'worker', config: Partial<ServiceConfig>): () => void {
  return () => {
    checkRole(role, config as ServiceConfig);
  };
}

describe('the role of a process', () => {
  it.each(['api', 'worker'] as const)(
    '%s needs a store and blobs that all processes reach, however work is dispatched',
    (role) => {
      for (const dispatched of [{}, { redis: REDIS }]) {
        expect(check(role, { store: 'sqlite:/data/habeas.db', s3: S3, ...dispatched })).toThrow('store');
        expect(check(role, { store: 'mysql://db.test/habeas', ...dispatched })).toThrow('s3');
        expect(check(role, { store: 'mysql://db.test/habeas', s3: S3, ...dispatched })).not.toThrow();
      }
    },
  );

  it('that does everything needs neither', () => {
    expect(check('all', { store: 'sqlite:/data/habeas.db' })).not.toThrow();
    expect(check('all', { store: 'sqlite:/data/habeas.db', redis: REDIS })).not.toThrow();
  });
});
