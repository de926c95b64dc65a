import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allowedKeys } from './allowed-keys.js';

const schema = z.strictObject({
  list: z.array(z.strictObject({ a: z.string(), b: z.string().optional() })),
  byName: z.record(z.string(), z.union([z.string(), z.strictObject({ c: z.number() })])),
  plain: z.string(),
});

describe('allowedKeys', () => {
  it('knows the keys at the top, in lists, under names and in unions', () => {
    expect(allowedKeys(schema, [])).toEqual(['list', 'byName', 'plain']);
    expect(allowedKeys(schema, ['list', 0])).toEqual(['a', 'b']);
    expect(allowedKeys(schema, ['byName', 'anything'])).toEqual(['c']);
  });

  it('knows none where a value has no keys', () => {
    expect(allowedKeys(schema, ['plain'])).toEqual([]);
    expect(allowedKeys(schema, ['plain', 0])).toEqual([]);
    expect(allowedKeys(schema, ['nowhere', 'at all'])).toEqual([]);
  });
});
