import { describe, expect, it } from '@jest/globals';
import { SharedThings } from './shared-things.js';

describe('the shared things that a session keeps', () => {
  it('are told apart by their kind and their key', () => {
    const things = new SharedThings();
    things.keep('event', '1', { name: 'Fair' });
    things.keep('list', '1', 'gone');
    things.keep('event', '1', { name: 'Great fair' });
    expect([things.get('event', '1'), things.get('list', '1'), things.get('list', '2')]).toEqual([
      { name: 'Great fair' },
      'gone',
      undefined,
    ]);
  });

  it('are a thousand at most: the oldest leave', () => {
    const things = new SharedThings();
    for (let id = 0; id <= 1_000; id += 1) things.keep('event', String(id), {});
    expect([things.get('event', '0'), things.get('event', '1'), things.get('event', '1000')]).toEqual([undefined, {}, {}]);
  });

  it('come to four million characters at most, and one that is larger is not kept', () => {
    const things = new SharedThings();
    const large = { text: 'x'.repeat(1_500_000) };
    for (const id of ['1', '2', '3']) things.keep('event', id, large);
    expect(['1', '2', '3'].map((id) => things.get('event', id) === undefined)).toEqual([true, false, false]);
    things.keep('event', '4', { text: 'x'.repeat(5_000_000) });
    expect(['2', '3', '4'].map((id) => things.get('event', id))).toEqual([undefined, undefined, undefined]);
  });
});
