import { describe, expect, it } from '@jest/globals';
import type { Via } from '@habeas/connector-sdk';
import { MATCH } from '../../test/fake-findings.js';
import { ViaNames } from './via.js';

const ROOT = { collection: 'customer', recordId: '7' };
const recordWith = (...via: Via[]) => ({ key: [1], data: {}, via });

function names(): ViaNames {
  const via = new ViaNames([
    MATCH,
    { ...MATCH, id: 'm2', recordId: '8' },
    { ...MATCH, id: 'm3', recordId: '9', decision: 'queued' },
    { ...MATCH, id: 'm4', source: 'crm' },
  ]);
  via.enter('shop');
  return via;
}

describe('ViaNames', () => {
  it('names the match, and the path walked from it', () => {
    const via = names();
    expect(via.of(recordWith({ root: ROOT, path: [] }))).toBe('m1');
    expect(via.of(recordWith({ root: ROOT, path: ['order.customer', 'line.order'] }))).toBe('m1/p1');
    expect(via.of(recordWith({ root: { ...ROOT, recordId: '8' }, path: ['order.customer'] }, { root: ROOT, path: [] }))).toBe(
      'm2/p2 m1',
    );
    expect(via.of(recordWith({ root: ROOT, path: ['order.customer', 'line.order'] }))).toBe('m1/p1');
    expect(via.paths).toEqual([
      { id: 'p1', source: 'shop', steps: ['order.customer', 'line.order'] },
      { id: 'p2', source: 'shop', steps: ['order.customer'] },
    ]);
  });

  it('keeps sources apart', () => {
    const via = names();
    const shared = { root: ROOT, path: ['order.customer'] };
    expect(via.of(recordWith(shared))).toBe('m1/p1');
    via.enter('crm');
    expect(via.of(recordWith(shared))).toBe('m4/p2');
  });

  it('gives equal names to ways that are equal but not the same object, however many there are', () => {
    const via = names();
    const all = Array.from({ length: 10_000 }, () => via.of(recordWith({ root: { ...ROOT }, path: ['order.customer'] })));
    expect(new Set(all)).toEqual(new Set(['m1/p1']));
  });

  it.each([
    ['no way at all', recordWith()],
    ['a record that is no match', recordWith({ root: { ...ROOT, recordId: '99' }, path: [] })],
    ['a match that waits for a decision', recordWith({ root: { ...ROOT, recordId: '9' }, path: [] })],
  ])('refuses a record reached by %s, without repeating its id', (_, record) => {
    expect(() => names().of(record)).toThrow(expect.objectContaining({ name: 'ArchiveError', code: 'findings' }));
    expect(() => names().of(record)).toThrow(/^(?!.*9)/);
  });
});
