import { describe, expect, it } from '@jest/globals';
import { keyText } from './key-text.js';

describe('the key of a record', () => {
  it('of several parts is told without the signs of its JSON', () => {
    expect(keyText('["FR","7"]')).toBe('FR · 7');
    expect(keyText('["a \\"b\\"","","é"]')).toBe('a "b" ·  · é');
  });

  it('of one part is itself, also where it only looks like several', () => {
    for (const key of ['7', 'a"b', '[]', '["FR', '["FR",7]', '[7]']) expect(keyText(key)).toBe(key);
  });
});
