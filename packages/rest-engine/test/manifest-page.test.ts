import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { manifestSchema } from '../src/index.js';
import { LANGUAGES } from '../src/template/encoders.js';

const page = readFileSync(new URL('../../../docs/manifest.md', import.meta.url), 'utf8');
const words = new Set([...page.matchAll(/`([^`]*)`/gu)].flatMap(([, code = '']) => code.split(/[^\w-]+/u)));

/** Of fields, the page of data maps tells; of authentication, the schema itself. */
const TOLD_ELSEWHERE = new Set(['auth', 'fields']);

/** The names of all keys of a schema. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  return Object.entries(schema).flatMap(([name, inner]) => {
    if (name !== 'properties' || typeof inner !== 'object' || inner === null) return keysOf(inner);
    return Object.entries(inner as Readonly<Record<string, unknown>>).flatMap(([key, value]) => [
      key,
      ...(TOLD_ELSEWHERE.has(key) ? [] : keysOf(value)),
    ]);
  });
}

describe('the page about manifests', () => {
  it('tells of every key of a manifest', () => {
    const keys = new Set(keysOf(z.toJSONSchema(manifestSchema, { io: 'input', unrepresentable: 'any' })));
    expect([...keys].filter((key) => !words.has(key)).sort()).toEqual([]);
    expect(keys.size).toBeGreaterThan(60);
  });

  it('tells of every language of filters', () => {
    expect(LANGUAGES.filter((language) => !words.has(language))).toEqual([]);
  });
});
