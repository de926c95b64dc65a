import { describe, expect, it } from '@jest/globals';
import { CarriageNotes } from './notes.js';

describe('CarriageNotes', () => {
  it('counts by field and kind, in the order in which they were first met', () => {
    const notes = new CarriageNotes();
    notes.add('note', 'too-large');
    notes.add('born', 'impossible-date');
    notes.add('note', 'too-large');
    expect(notes.list()).toEqual([
      { field: 'note', kind: 'too-large', count: 2 },
      { field: 'born', kind: 'impossible-date', count: 1 },
    ]);
  });
});
