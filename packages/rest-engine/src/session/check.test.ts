import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@habeas/connector-sdk';
import { parseManifest } from '../manifest/manifest.js';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { check } from './check.js';
import type { Engine } from './engine.js';

const LISTED = (connectorSkeleton('new-vendor').get('manifest.yaml') ?? '')
  .replace('namespaces:', 'listings: { lists: { get: /lists, records: data } }\nnamespaces:')
  .replace('mode: exact, get: /contacts,', "mode: exact, for: lists, get: '/lists/${lists.id}/contacts',");

/** An engine over a vendor that answers every request with the same. */
function engineOver(body: JsonValue): Engine {
  return {
    manifest: parseManifest(LISTED, 'manifest.yaml'),
    api: {
      json: () => Promise.resolve({ body, header: () => undefined, empty: false }),
      file: () => Promise.reject(new Error('no files')),
      close: () => Promise.resolve(),
    },
    base: new URL('https://api.example.org/v1'),
    config: {},
    activities: {},
    namespaceOf: (name) => name,
    phoneRegion: undefined,
    now: new Date(0),
    listings: new Map(),
    properties: new Map(),
    signal: new AbortController().signal,
  };
}

describe('the check of a source', () => {
  it('finds collections that can be reached through a listing well', async () => {
    const { collections } = await check(engineOver({ data: [{ id: 7 }] }));
    expect(collections.map(({ collection, status }) => [collection, status])).toEqual([
      ['contact', 'ok'],
      ['order', 'ok'],
    ]);
  });

  it('says of a listing without what the manifest names that the collection behind it has drifted', async () => {
    const { collections } = await check(engineOver({ data: [{ number: 7 }] }));
    expect(collections[0]).toMatchObject({
      status: 'drifted',
      problems: [{ errorClass: 'contract', message: 'The way to "contact" leads through something that has no "lists.id".' }],
    });
  });
});
