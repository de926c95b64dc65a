import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SafeNames } from './safe-names.js';

describe('SafeNames', () => {
  it.each([
    ['customer', 'customer'],
    ['Kunden Größe', 'kunden-gro-e'],
    ['Réservations', 'reservations'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.hidden', 'hidden'],
    ['CON', 'x-con'],
    ['nul.txt', 'x-nul.txt'],
    ['com1', 'x-com1'],
    ['console', 'console'],
    ['名前', 'unnamed'],
    ['a..b', 'a.b'],
    ['x'.repeat(80), 'x'.repeat(32)],
  ])('makes %s %s', (name, safe) => {
    expect(new SafeNames().give(name)).toBe(safe);
  });

  it('never gives the same name twice, whatever the case', () => {
    const names = new SafeNames(['attachments']);
    expect(['attachments', 'Order', 'order', 'ORDER', 'order-2', 'ördér'].map((name) => names.give(name))).toEqual([
      'attachments-2',
      'order',
      'order-2',
      'order-3',
      'order-2-2',
      'order-4',
    ]);
  });

  it('keeps to its alphabet for every name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 })), (given) => {
        const names = new SafeNames();
        const safe = given.map((name) => names.give(name));
        expect(new Set(safe).size).toBe(safe.length);
        for (const name of safe) expect(name).toMatch(/^[a-z0-9_][a-z0-9._-]{0,40}$/);
      }),
    );
  });
});
