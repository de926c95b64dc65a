import { describe, expect, it } from '@jest/globals';
import { freshName, withParts } from './names.js';

describe('names', () => {
  it('are new every time, and need no quotes', () => {
    const names = Array.from({ length: 100 }, () => freshName('shop'));
    expect(new Set(names).size).toBe(100);
    expect(names.every((name) => /^shop_[0-9a-f]{12}$/.test(name))).toBe(true);
  });

  it.each(['', 'Shop', 'a b', '1a', 'x'.repeat(40)])('are not made from the prefix "%s"', (prefix) => {
    expect(() => freshName(prefix)).toThrow('prefix');
  });

  it('change the parts of a URL they are put into, and no others', () => {
    const url = 'mysql://admin:secret@127.0.0.1:3306/';
    expect(withParts(url, { database: 'shop' })).toBe('mysql://admin:secret@127.0.0.1:3306/shop');
    expect(withParts(url, { username: 'r', password: 'p' })).toBe('mysql://r:p@127.0.0.1:3306/');
    expect(withParts(url, {})).toBe(url);
  });
});
