import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Secret, toIdentifier } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { dataKey, flipped } from '../../test/making.js';
import { BlindIndexKey } from './blind-index.js';
import { openField, sealField, type FieldPlace } from './sealed-field.js';

const PLACE: FieldPlace = { table: 'request', column: 'contact', row: 'r1' };
const seal = (text: string, place = PLACE): string => sealField(dataKey(), place, new Secret(text));
const refuses = (field: string, code: string, place = PLACE): void => {
  expect(() => openField(dataKey(), place, field)).toThrow(expect.objectContaining({ code }));
};

describe('a sealed field', () => {
  it('opens to any text that was sealed, in its place', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, text, (content, table, column, row) => {
        const place = { table, column, row };
        expect(openField(dataKey(), place, seal(content, place)).reveal()).toBe(content);
      }),
    );
  });

  it('opens in no other place, not even one whose parts make the same text', () => {
    const part = fc.string({ maxLength: 3 });
    const place = fc.record({ table: part, column: part, row: part });
    fc.assert(
      fc.property(place, place, (there, here) => {
        fc.pre(there.table !== here.table || there.column !== here.column || there.row !== here.row);
        refuses(seal('a', there), 'field-forged', here);
      }),
    );
    refuses(seal('a', { table: 'ab', column: 'c', row: 'd' }), 'field-forged', { table: 'a', column: 'bc', row: 'd' });
  });

  it('is never the same twice, and shows neither text nor key', () => {
    const [first, second] = [seal('ada@example.org'), seal('ada@example.org')];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^v1\.[\w-]{11}\.[\w-]{16}\.[\w-]{42}$/);
    expect(first).toContain(`.${dataKey().id}.`);
  });

  it('is refused with any single bit of nonce, text or tag turned over', () => {
    const [version, id, nonce = '', sealed = ''] = seal('ada@example.org').split('.');
    const both = [Buffer.from(nonce, 'base64url'), Buffer.from(sealed, 'base64url')] as const;
    both.forEach((bytes, which) => {
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const parts = both.map((each, at) => (at === which ? flipped(bytes, bit) : each).toString('base64url'));
        refuses([version, id, ...parts].join('.'), 'field-forged');
      }
    });
  });

  it('is refused with any character changed, the unused bits of the last one included', () => {
    const field = seal('abcd');
    for (let at = 0; at < field.length; at += 1) {
      for (const character of ['A', 'B', '_', '.', ' ', '=', '+', '\n']) {
        if (field[at] === character) continue;
        const changed = field.slice(0, at) + character + field.slice(at + 1);
        expect(() => openField(dataKey(), PLACE, changed)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^field-(?:format|key|forged)$/) }),
        );
      }
    }
  });

  it('is refused cut or lengthened to any length', () => {
    const field = seal('ada');
    for (let end = 0; end < field.length; end += 1) {
      expect(() => openField(dataKey(), PLACE, field.slice(0, end))).toThrow();
    }
    for (const tail of ['A', 'AA', 'AAAA', '.', '.AA', '=']) expect(() => openField(dataKey(), PLACE, field + tail)).toThrow();
  });

  it('names the fault where another key sealed it, and where it is none', () => {
    const other = sealField(dataKey(8), PLACE, new Secret('a'));
    refuses(other, 'field-key');
    refuses('ada@example.org', 'field-format');
    refuses('', 'field-format');
  });

  it('refuses to seal what UTF-8 cannot carry, in a text or in a place', () => {
    for (const seals of [() => seal('a\ud800'), () => seal('a', { ...PLACE, row: '\udfff' })]) {
      expect(seals).toThrow(expect.objectContaining({ code: 'text' }));
    }
  });

  it('comes back as a secret that does not print', () => {
    expect(inspect(openField(dataKey(), PLACE, seal('ada@example.org')))).toBe('[secret]');
  });
});

describe('a blind index', () => {
  const keyFor = (controller: string): BlindIndexKey => new BlindIndexKey(Buffer.alloc(32, 5), controller);
  const email = (text: string): NonNullable<ReturnType<typeof toIdentifier>> => toIdentifier('email', text)!;

  it('has one entry for every spelling of an identifier', () => {
    expect(keyFor('c1').entryOf(email(' ADA@Example.ORG '))).toBe(keyFor('c1').entryOf(email('ada@example.org')));
  });

  it('has different entries for different controllers, kinds, namespaces and values', () => {
    const id = (namespace: string, value: string): NonNullable<ReturnType<typeof toIdentifier>> =>
      toIdentifier('id', value, { namespace })!;
    const identifiers = [
      email('ada@example.org'),
      email('bob@example.org'),
      toIdentifier('name', 'ada@example.org')!,
      id('shop', '4711'),
      id('sho', 'p4711'),
      id('crm', '4711'),
    ];
    const entries = ['c1', 'c2'].flatMap((controller) => identifiers.map((each) => keyFor(controller).entryOf(each)));
    expect(new Set(entries).size).toBe(entries.length);
    for (const entry of entries) expect(entry).toMatch(/^[\w-]{43}$/);
  });

  it('has a key that does not print', () => {
    expect(`${inspect(keyFor('c1'), { showHidden: true })}${JSON.stringify(keyFor('c1'))}`).toBe('BlindIndexKey {}{}');
  });
});
