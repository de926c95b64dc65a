import { describe, expect, it } from '@jest/globals';
import { SHOP } from '../../test/data-map/shop.js';
import { parseDataMap } from './parse-data-map.js';

describe('parseDataMap', () => {
  it('reads a map with comments, short forms and defaults', () => {
    const { map, file } = parseDataMap(SHOP, 'shop.yaml');
    expect(file).toBe('shop.yaml');
    expect(map.title).toEqual({ en: 'A shop' });
    expect(map.collections['customer']?.fields['email']).toMatchObject({
      identifier: { kind: 'email', of: 'self' },
      secret: false,
      title: { en: 'E-mail', fr: 'Courriel' },
    });
    expect(map.collections['customer']?.fields['note']).toMatchObject({ freeText: false });
    expect(map.collections['order']).toMatchObject({ personal: 'subject', gaps: [], fields: {} });
  });

  it('reads what codes mean, each in English or by language (FMT-02)', () => {
    const codes = "{ A: active, L: { en: left, fr: parti }, '0': { de: unbekannt } }";
    const { map } = parseDataMap(SHOP.replace('note:', `note: { codes: ${codes} }`), 'shop.yaml');
    expect(map.collections['customer']?.fields['note']?.codes).toEqual({
      A: { en: 'active' },
      L: { en: 'left', fr: 'parti' },
      '0': { de: 'unbekannt' },
    });
  });

  it('finds nothing under a name that JavaScript objects have anyway', () => {
    const { map } = parseDataMap(SHOP, 'shop.yaml');
    expect(map.collections['constructor']).toBeUndefined();
    expect('toString' in (map.collections['order']?.fields ?? {})).toBe(false);
    expect(map.unmapped['__proto__']).toBeUndefined();
  });

  it('takes collections and fields that are called like parts of objects', () => {
    const text = 'dataMap: 1\ncollections: { constructor: { fields: { toString: { identifier: email } } } }';
    expect(Object.keys(parseDataMap(text, 'a.yaml').map.collections)).toEqual(['constructor']);
  });

  it('gives a later fault the line of the nearest thing that exists', () => {
    const { faultAt } = parseDataMap(SHOP, 'shop.yaml');
    expect(faultAt(['collections', 'customer', 'fields', 'emial', 'type'], 'gone', 'mend it')).toEqual({
      file: 'shop.yaml',
      line: 7,
      column: 5,
      path: 'collections.customer.fields.emial.type',
      what: 'gone',
      remedy: 'mend it',
    });
    expect(faultAt(['collections', 'order', 'references', 'shop', 'show', 1], 'gone')).toMatchObject({ line: 16, column: 72 });
    expect(faultAt(['collections', 'order', 'references', 'shop', 'show', 9], 'gone')).toMatchObject({ line: 16, column: 59 });
    expect(faultAt(['nowhere'], 'gone')).toMatchObject({ line: 1, column: 1 });
    expect(faultAt(['collections', 'customer', 'key', 'id'], 'gone')).toMatchObject({ line: 6, column: 5 });
  });

  it('follows aliases to the line', () => {
    const { faultAt } = parseDataMap(
      'dataMap: 1\ncollections:\n  a: &a\n    fields: { id: { identifier: email } }\n  b: *a\n',
      'a.yaml',
    );
    expect(faultAt(['collections', 'b', 'fields', 'id'], 'gone')).toMatchObject({ line: 4, column: 15 });
  });
});
