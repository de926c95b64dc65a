import { describe, expect, it } from '@jest/globals';
import { memoryConnector } from '../../test/in-memory/memory-connector.js';
import { defineConnector } from './connector.js';
import { connectorManifestSchema } from './manifest.js';

describe('defineConnector', () => {
  it('gives the connector back', () => {
    expect(defineConnector(memoryConnector)).toBe(memoryConnector);
  });
});

describe('connectorManifestSchema', () => {
  const { manifest } = memoryConnector;

  it.each([
    ['1.0.0', true],
    ['1.0.0-beta.1', true],
    ['1.0', false],
    ['v1.0.0', false],
  ])('takes the version %s: %s', (version, taken) => {
    expect(connectorManifestSchema.safeParse({ ...manifest, version }).success).toBe(taken);
  });

  it('refuses keys it does not know, ids with spaces and connectors for nothing', () => {
    for (const wrong of [{ foo: 1 }, { id: 'My SQL' }, { systems: [] }]) {
      expect(connectorManifestSchema.safeParse({ ...manifest, ...wrong }).success).toBe(false);
    }
  });
});
