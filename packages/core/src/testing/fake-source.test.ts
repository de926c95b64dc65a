import { describe, expect, it } from '@jest/globals';
import { ASSOCIATION } from './association.js';
import { fakeSource } from './fake-source.js';

describe('fakeSource', () => {
  it('is in good health', async () => {
    const session = await fakeSource(ASSOCIATION).open(new AbortController().signal);
    expect((await session.check()).collections.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  });

  it('delivers nothing of a collection that is not in its script', async () => {
    const session = await fakeSource(ASSOCIATION).open(new AbortController().signal);
    const items = [];
    for await (const item of session.read({ collection: 'nothing', roots: [], want: 'files' })) items.push(item);
    expect(items).toEqual([{ type: 'done', outcome: 'empty', count: 0, notes: [] }]);
  });
});
