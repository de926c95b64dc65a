import { describe, expect, it } from '@jest/globals';
import { place, SourceBuilder } from './source-builder.js';
import { recordText, truthOf } from './truth.js';

const PERSON = place('person', ['id']);
const VISIT = place('visit', ['person', 'day'], 't_visit');

describe('SourceBuilder', () => {
  it('keeps the rows of each table in the order they were made', () => {
    const source = new SourceBuilder('crm');
    source.root(PERSON, { id: 2 });
    source.shared('town', { name: 'Lyon' });
    source.root(PERSON, { id: 1 });
    expect([...source.tables]).toEqual([
      ['person', [{ id: 2 }, { id: 1 }]],
      ['town', [{ name: 'Lyon' }]],
    ]);
  });

  it('names a record by its key, also one of several columns or beyond 2^53', () => {
    const source = new SourceBuilder('crm');
    const root = source.root(PERSON, { id: 9_007_199_254_740_993n });
    source.owned(root, VISIT, { person: 7, day: '2024-02-29' });
    expect(root).toMatchObject({ source: 'crm', collection: 'person', recordId: '9007199254740993' });
    expect(root.owned).toEqual([{ source: 'crm', collection: 'visit', recordId: '["7","2024-02-29"]' }]);
    expect(source.tables.get('t_visit')).toEqual([{ person: 7, day: '2024-02-29' }]);
  });

  it('counts each series on its own', () => {
    const source = new SourceBuilder('crm');
    expect([source.next('a'), source.next('a'), source.next('b')]).toEqual([1, 2, 1]);
  });
});

describe('truthOf', () => {
  it('includes with a root what hangs from it, a row of two roots once, and queues roots alone', () => {
    const source = new SourceBuilder('crm');
    const [a, b, c] = [1, 2, 3].map((id) => source.root(PERSON, { id }));
    source.owned([a!, b!], VISIT, { person: 1, day: 'x' });
    source.owned(c!, VISIT, { person: 3, day: 'x' });
    const truth = truthOf([a!, b!], [c!]);
    expect(truth.included.map(recordText)).toEqual(['crm person 1', 'crm person 2', 'crm visit ["1","x"]']);
    expect(truth.queued.map(recordText)).toEqual(['crm person 3']);
  });
});
