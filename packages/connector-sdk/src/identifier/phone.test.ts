import { describe, expect, it } from '@jest/globals';
import { canonicalPhone } from './phone.js';

describe('canonicalPhone', () => {
  it.each([
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['06.12.34.56.78', 'fr', '+33612345678'],
    ['+33 (0)6 12 34 56 78', 'FR', '+33612345678'],
    ['0033612345678', 'FR', '+33612345678'],
    ['tel:+33-6-12-34-56-78', undefined, '+33612345678'],
    ['\u202a+33 6 12 34 56 78\u202c', undefined, '+33612345678'],
    ['٠٦١٢٣٤٥٦٧٨', 'FR', '+33612345678'],
    ['+33612345678 ext. 5', undefined, '+33612345678;ext=5'],
    ['+33612345678;ext=5', undefined, '+33612345678;ext=5'],
    ['0692 12 34 56', 'RE', '+262692123456'],
    ['0690 12 34 56', 'GP', '+590690123456'],
    ['0470 12 34 56', 'BE', '+32470123456'],
  ])('reads %j in %s as %s', (text, region, exact) => {
    expect(canonicalPhone(text, region)?.exact).toBe(exact);
  });

  it.each([
    ['', 'FR'],
    ['20240131', 'FR'],
    ['2024-01-31', 'FR'],
    ['. . . . .', 'FR'],
    ['0000000000', 'FR'],
    ['00 00 00 00 00', 'FR'],
    ['06 12 34 56 78', undefined],
    ['06 12 34 56 78', 'XX'],
    ['06 12 34 56 78 / 04 11 22 33 44', 'FR'],
    ['0612345678;0411223344', 'FR'],
    ['123', 'FR'],
    ['ann@example.org', 'FR'],
    [`0612345678${' '.repeat(300)}`, 'FR'],
  ])('refuses %j in %s', (text, region) => {
    expect(canonicalPhone(text, region)).toBeUndefined();
  });
});
