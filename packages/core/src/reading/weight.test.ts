import { describe, expect, it } from '@jest/globals';
import type { JsonObject, SourceRecord } from '@habeas/connector-sdk';
import { weightOfFile, weightOfRecords } from './weight.js';

const record = (data: JsonObject): SourceRecord => ({ key: [1], data, via: [] });

describe('the weight of what waits', () => {
  it('is that of texts, however deep they lie, and of their number', () => {
    const long = 'x'.repeat(1_000);
    const flat = weightOfRecords([record({ note: long })]);
    expect(flat).toBeGreaterThan(1_000);
    expect(flat).toBeLessThan(1_100);
    expect(weightOfRecords([record({ notes: [{ text: long }, { text: long }, null, 7, true] })])).toBeGreaterThan(2_000);
    expect(weightOfRecords([record({ note: long }), record({ note: long })])).toBe(2 * flat);
  });

  it('is not worked out where a source delivers many records at once: they count as more than may wait', () => {
    const many = Array.from({ length: 100 }, () => record({}));
    expect(weightOfRecords(many)).toBeGreaterThan(1e12);
    expect(weightOfRecords(many.slice(1))).toBeLessThan(10_000);
  });

  it('is that of a file’s bytes, as far as they are known', () => {
    const file = { id: 'f', key: [1], field: 'scan', open: () => record as never };
    expect(weightOfFile({ ...file, bytes: 5_000 }) - weightOfFile(file)).toBe(5_000);
    expect(weightOfFile(file)).toBeGreaterThan(0);
  });
});
