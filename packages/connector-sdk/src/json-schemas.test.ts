import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { connectorManifestJsonSchema, dataMapJsonSchema } from './json-schemas.js';

function committed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8'));
}

describe('the JSON Schemas for editors', () => {
  it('are written down as they are now (npm run schemas)', () => {
    expect(committed('data-map.schema.json')).toEqual(dataMapJsonSchema());
    expect(committed('connector-manifest.schema.json')).toEqual(connectorManifestJsonSchema());
  });

  it('take a data map as a person writes it, in short forms', () => {
    const schema = JSON.stringify(dataMapJsonSchema());
    expect(schema).toContain('"required":["dataMap","collections"]');
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('names and birth dates only confirm');
  });
});
