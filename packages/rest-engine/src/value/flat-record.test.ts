import { describe, expect, it } from '@jest/globals';
import { parseManifest } from '../manifest/manifest.js';
import { flatRecord } from './flat-record.js';

const { collections } = parseManifest(
  `
manifest: 1
id: example
version: 0.1.0
title: Example
systems: [{ name: Example, versions: any, tested: false }]
documentation: https://example.org
secrets: {}
gaps: []
base: https://example.org
auth: { type: bearer, token: none }
check: { get: / }
listings: { shops: { get: /shops } }
collections:
  customer:
    key: [shop, id]
    set: { shop: '\${shops.id}' }
    fields: { shop: {}, id: {}, email: { identifier: email } }
    find: [{ by: email, field: email, mode: exact, for: shops, get: '/\${shops.id}/\${id}' }]
    read: { each: { get: '/\${key.shop}/\${key.id}' } }
  visit:
    key: [digest]
    set: { digest: '\${digest}' }
    fields: { digest: {}, page: {} }
    of: { customer: { get: '/visits/\${parent.id}' } }
`,
  'example.yaml',
);

function flat(name: 'customer' | 'visit', item: Parameters<typeof flatRecord>[1], scope: Parameters<typeof flatRecord>[2] = {}) {
  const spec = collections[name];
  if (spec === undefined) throw new Error(name);
  return flatRecord({ name, spec }, item, scope);
}

describe('a record whose key the vendor sends in part', () => {
  it('has the rest from the listing that it was found in', () => {
    expect(flat('customer', { id: 7 }, { shops: { id: 'north' } }).key).toEqual(['north', 7]);
  });

  it('has the rest from the key that it was asked for by', () => {
    expect(flat('customer', { id: 7 }, { key: { shop: 'north', id: 7 } }).key).toEqual(['north', 7]);
  });
});

describe('records that nothing tells apart but what they hold', () => {
  it('have the same key where they hold the same, in whatever order', () => {
    const [one, same, other] = [
      { page: '/a', at: [{ x: 1, y: null }] },
      { at: [{ y: null, x: 1 }], page: '/a' },
      { page: '/b', at: [{ x: 1, y: null }] },
    ].map((visit) => flat('visit', visit).key);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });
});
