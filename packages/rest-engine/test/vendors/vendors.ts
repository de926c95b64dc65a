import type { RestConformance } from '../../src/testing/index.js';

function vendor(name: string, more: Pick<RestConformance, 'secrets' | 'config' | 'cannot' | 'heavy'>): RestConformance {
  const file = (path: string): URL => new URL(`${name}/${path}`, import.meta.url);
  return { manifest: file('manifest.yaml'), world: file('world.yaml'), ...more };
}

/** Vendors that nobody has: between them, every way of the language of manifests is gone. */
export const VENDORS = {
  crm: vendor('crm', { secrets: { client: 'client-secret-of-a-test-0a1b2c' } }),
  club: vendor('club', { config: { base: 'https://club.example.org/site' }, secrets: { key: 'api-key-of-a-test-0a1b2c' } }),
  depot: vendor('depot', { secrets: { key: 'depot-key-of-a-test-0a1b2c' } }),
  desk: vendor('desk', { secrets: { secret: 'app-secret-of-a-test-0a1b2c', refresh: 'refresh-token-of-a-test-0a1b2c' } }),
  shop: vendor('shop', { secrets: { key: 'restricted-key-of-a-test-0a1b2c' }, heavy: true }),
} as const;
