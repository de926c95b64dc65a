import { describe, expect, it } from '@jest/globals';
import { allow, kept, nothingAllowed, placeIn } from './allowed.js';

describe('what may be kept of a reply', () => {
  it('is nothing where nothing is allowed', () => {
    expect([null, 'Ann', 7, { name: 'Ann' }, ['Ann']].map((each) => kept(each, nothingAllowed()))).toEqual([
      null,
      null,
      null,
      null,
      [null],
    ]);
  });

  it('is made anew of what stands at allowed places, in lists too, and the first word on a place stands', () => {
    const allowed = nothingAllowed();
    allow(allowed, 'results[].to.0.id', () => 'made up');
    allow(allowed, 'results[].to.id', () => 'said again');
    const body = { results: [{ to: [{ id: 7, name: 'Ann' }], of: 'Ann' }, 'Ann'], by: 'Ann' };
    expect(kept(body, allowed)).toEqual({ results: [{ to: [{ id: 'made up' }] }, null] });
  });

  it('is a word where the presence of something has a meaning', () => {
    const allowed = nothingAllowed();
    placeIn(allowed, 'errors').isPresence = true;
    expect(kept({ errors: [{ message: 'Ann' }] }, allowed)).toEqual({ errors: ['present'] });
  });
});
