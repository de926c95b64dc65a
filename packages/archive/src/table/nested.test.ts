import { afterAll, describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { itemsOf } from '../../test/making.js';
import { Scratch } from '../output/spool.js';
import { ChildTable } from './child-table.js';
import type { Cell } from './column.js';
import { flatten } from './flatten.js';
import { hasShape, JsonShape } from './json-shape.js';

const scratch = new Scratch();
afterAll(() => scratch.dispose());

async function unfold(
  values: readonly (JsonObject | readonly JsonValue[])[],
): Promise<{ names: string[]; types: string[]; rows: Cell[][] }> {
  const table = new ChildTable(scratch);
  values.forEach((value, index) => {
    table.take(String(index + 1), value);
  });
  await table.flush();
  const shape = table.shape();
  const rows = (await itemsOf(table.batches())).map((item) => {
    const row: Cell[] = [];
    shape.fill(item, row);
    return row;
  });
  return { names: shape.columns.map(({ name }) => name), types: shape.columns.map(({ type }) => type), rows };
}

describe('ChildTable', () => {
  it('has a row for each element of a list, with its record and its place', async () => {
    expect(await unfold([[{ a: 1 }, { a: 2, b: 'x' }], [{ b: 'y' }]])).toEqual({
      names: ['_record', '_n', 'a', 'b'],
      types: ['string', 'integer', 'integer', 'string'],
      rows: [
        ['1', 1, 1, undefined],
        ['1', 2, 2, 'x'],
        ['2', 1, undefined, 'y'],
      ],
    });
  });

  it('has one row for an object, and columns for what lies deeper', async () => {
    expect(await unfold([{ a: { b: { c: 1.5 } }, d: [1, 2], e: {} }])).toEqual({
      names: ['_record', '_n', 'a.b.c', 'd', 'e'],
      types: ['string', 'integer', 'number', 'json', 'json'],
      rows: [['1', 1, 1.5, [1, 2], {}]],
    });
  });

  it('has a column for elements that are no objects, and none for an empty list', async () => {
    expect(await unfold([['a', 'b'], []])).toEqual({
      names: ['_record', '_n', '_value'],
      types: ['string', 'integer', 'string'],
      rows: [
        ['1', 1, 'a'],
        ['1', 2, 'b'],
      ],
    });
  });

  it('keeps values of different types apart, as JSON text', async () => {
    expect((await unfold([[{ a: 5 }, { a: '5' }, { a: null }]])).types[2]).toBe('json');
    expect((await unfold([[{ a: 5 }, { a: 0.5 }]])).types[2]).toBe('number');
    expect((await unfold([[{ a: true }]])).types[2]).toBe('boolean');
    expect((await unfold([[{ a: null }]])).types[2]).toBe('string');
  });

  it('gives its own columns other names where the data has these', async () => {
    expect((await unfold([{ _record: 1, _n: 2, __n: 3 }])).names).toEqual(['__record', '___n', '_record', '_n', '__n']);
  });

  it('puts what is beyond the 200th column together', async () => {
    const wide = Object.fromEntries(Array.from({ length: 203 }, (_, index) => [`k${index}`, index]));
    const { names, rows } = await unfold([wide, { k0: 1 }]);
    expect(names).toHaveLength(203);
    expect(names.at(-1)).toBe('_rest');
    expect(rows.map((row) => row.at(-1))).toEqual([{ k200: 200, k201: 201, k202: 202 }, undefined]);
  });
});

describe('flatten', () => {
  it('never gives two leaves the same path', () => {
    expect([...flatten({ 'a.b': 1, a: { b: 2 }, '': 3, '\\': 4 })]).toEqual([
      ['a\\.b', 1],
      ['a.b', 2],
      ['\\', 3],
      ['\\\\', 4],
    ]);
  });

  it('stops at the fifth level', () => {
    expect([...flatten({ a: { b: { c: { d: { e: { f: 1 } } } } } })]).toEqual([['a.b.c.d.e', { f: 1 }]]);
  });
});

describe('JsonShape', () => {
  it('describes every value it has seen', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (values) => {
        const shape = new JsonShape();
        for (const value of values as JsonValue[]) shape.see(value);
        const schema = shape.schema();
        expect((values as JsonValue[]).every((value) => hasShape(value, schema))).toBe(true);
      }),
    );
  });

  it('tells what it has not seen', () => {
    const shape = new JsonShape();
    shape.see({ a: [1, 2.5], b: { c: 'x' } });
    const schema = shape.schema();
    expect(schema).toEqual({
      type: ['null', 'object'],
      properties: {
        a: { type: ['array', 'null'], items: { type: ['integer', 'null', 'number'] } },
        b: { type: ['null', 'object'], properties: { c: { type: ['null', 'string'] } } },
      },
    });
    expect([{ a: ['x'] }, { b: { c: 1 } }, [], 'text'].map((value) => hasShape(value, schema))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([{ z: 1 }, { a: [] }, null, undefined].map((value) => hasShape(value, schema))).toEqual([true, true, true, true]);
  });

  it('stays small, however wide and deep the values are', () => {
    const shape = new JsonShape();
    for (let index = 0; index < 500; index += 1) shape.see({ [`k${index}`]: index });
    let deep: JsonValue = 1;
    for (let level = 0; level < 50; level += 1) deep = [deep];
    shape.see(deep);
    expect(Object.keys(shape.schema().properties ?? {})).toHaveLength(200);
    expect(JSON.stringify(shape.schema()).match(/items/g)).toHaveLength(7);
  });
});
