import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type JsonValue } from '@habeas/connector-sdk';
import { parseManifest } from '../manifest/manifest.js';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { collectionOf, type Engine } from './engine.js';
import { propertyChunks } from './properties.js';

const MANIFEST = (connectorSkeleton('new-vendor').get('manifest.yaml') ?? '').replace(
  'find:',
  'properties: { get: /properties, records: data, name: name, chunk: 2 }\n    find:',
);

/** An engine whose vendor answers with these, one after the other, and how often it was asked. */
function engineOver(...replies: readonly (JsonValue | ConnectorError)[]): {
  readonly engine: Engine;
  readonly asked: () => number;
} {
  const left = [...replies];
  const engine: Partial<Engine> = {
    manifest: parseManifest(MANIFEST, 'manifest.yaml'),
    api: {
      json: () => {
        const next = left.shift() ?? null;
        if (next instanceof ConnectorError) return Promise.reject(next);
        return Promise.resolve({ body: next, header: () => undefined, empty: false });
      },
      file: () => Promise.reject(new Error('no files')),
      close: () => Promise.resolve(),
    },
    base: new URL('https://api.example.org/v1'),
    config: {},
    now: new Date(0),
    properties: new Map(),
    signal: new AbortController().signal,
  };
  return { engine: engine as Engine, asked: () => replies.length - left.length };
}

const OWN = { data: [{ name: 'shoe_size' }, { name: 7 }] };

describe('the properties of a collection', () => {
  it('are asked for once, by all who read at the same time, and come in parts that one request can carry', async () => {
    const { engine, asked } = engineOver(OWN);
    const chunks = await Promise.all([1, 2].map(() => propertyChunks(engine, collectionOf(engine, 'contact'))));
    expect(chunks[0]).toEqual(chunks[1]);
    expect(chunks[0]?.flat()).toContain('shoe_size');
    expect(chunks[0]?.every((chunk) => (chunk?.length ?? 0) <= 2)).toBe(true);
    expect(asked()).toBe(1);
  });

  it('are asked for again by whoever tries again after a fault', async () => {
    const { engine, asked } = engineOver(new ConnectorError('transient', 'The source failed.'), OWN);
    const contact = collectionOf(engine, 'contact');
    const tries = await Promise.allSettled([propertyChunks(engine, contact), propertyChunks(engine, contact)]);
    expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await propertyChunks(engine, contact)).flat()).toContain('shoe_size');
    expect(asked()).toBe(2);
  });

  it('are not named where the vendor sends everything anyway', async () => {
    const { engine } = engineOver();
    expect(await propertyChunks(engine, collectionOf(engine, 'order'))).toEqual([undefined]);
  });
});
