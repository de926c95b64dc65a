import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { geometryToGeoJson } from './geometry.js';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('a geometry', () => {
  it.each([
    ['little-endian', '00000000 01 01000000 000000000000f83f 0000000000000040', { type: 'Point', coordinates: [1.5, 2] }],
    ['big-endian', '00000000 00 00000001 3ff8000000000000 4000000000000000', { type: 'Point', coordinates: [1.5, 2] }],
    [
      'with a reference system',
      'e6100000 01 01000000 000000000000f03f 0000000000000000',
      { type: 'Point', coordinates: [1, 0], srid: 4326 },
    ],
    ['an empty collection', '00000000 01 07000000 00000000', { type: 'GeometryCollection', geometries: [] }],
    [
      'a line in several',
      '00000000 01 05000000 01000000 01 02000000 01000000 0000000000000000 0000000000000000',
      { type: 'MultiLineString', coordinates: [[[0, 0]]] },
    ],
    [
      'several points',
      '00000000 01 04000000 01000000 01 01000000 000000000000f03f 0000000000000000',
      { type: 'MultiPoint', coordinates: [[1, 0]] },
    ],
    [
      'a polygon',
      '00000000 01 03000000 01000000 01000000 0000000000000000 000000000000f03f',
      { type: 'Polygon', coordinates: [[[0, 1]]] },
    ],
  ])('becomes GeoJSON: %s', (_what, bytes, expected) => {
    expect(geometryToGeoJson(hex(bytes))).toEqual(expected);
  });

  it.each([
    ['of a type nobody knows', '00000000 01 63000000'],
    ['cut short', '00000000 01 01000000 0000'],
    ['longer than its bytes', '00000000 01 02000000 ffffffff'],
    ['without any bytes', ''],
  ])('is given up, not guessed at, when it is %s', (_what, bytes) => {
    expect(geometryToGeoJson(hex(bytes))).toBeUndefined();
  });

  it('never ends in a fault, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        geometryToGeoJson(Buffer.from(bytes));
      }),
    );
  });
});
