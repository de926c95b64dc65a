import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadingWindow, type WindowedReader } from './reading-window.js';

function readersOf(sources: readonly string[]): { readers: WindowedReader[]; started: number[] } {
  const started: number[] = [];
  const readers = sources.map((id, index) => ({ source: { id }, start: () => void started.push(index) }));
  return { readers, started };
}

describe('ReadingWindow', () => {
  it('starts readers in consumption order, within the limits of each source and of all', () => {
    const { readers, started } = readersOf(['a', 'a', 'a', 'b', 'b', 'c']);
    const window = new ReadingWindow(readers, { total: 4, ofSource: (source) => (source === 'a' ? 2 : 1) });
    window.advance();
    expect(started).toEqual([0, 1, 3, 5]);
    window.release(readers[0]!);
    expect(started).toEqual([0, 1, 3, 5, 2]);
    window.release(readers[1]!);
    expect(started).toEqual([0, 1, 3, 5, 2]);
    window.release(readers[3]!);
    expect(started).toEqual([0, 1, 3, 5, 2, 4]);
  });

  it('gives the place of a reader that has read everything to the next of its source, within the limit of all', () => {
    const read: (() => void)[] = [];
    const readers = ['a', 'a', 'a', 'a'].map((id) => ({ source: { id }, start: (onRead: () => void) => void read.push(onRead) }));
    const window = new ReadingWindow(readers, { total: 3, ofSource: () => 1 });
    window.advance();
    expect(read).toHaveLength(1);
    read[0]!();
    read[1]!();
    expect(read).toHaveLength(3);
    read[2]!();
    expect(read).toHaveLength(3);
    window.release(readers[0]!);
    expect(read).toHaveLength(4);
  });

  it('has always started the reader that its consumer waits for', () => {
    const sources = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(sources, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), (all, total, ofSource) => {
        const { readers, started } = readersOf(all);
        const window = new ReadingWindow(readers, { total, ofSource: () => ofSource });
        window.advance();
        for (const [index, reader] of readers.entries()) {
          expect(started).toContain(index);
          expect(started.length - index).toBeLessThanOrEqual(total);
          window.release(reader);
        }
      }),
    );
  });
});
