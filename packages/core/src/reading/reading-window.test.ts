import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadingWindow, type WindowedReader } from './reading-window.js';

function readersOf(sources: readonly string[]): { readers: WindowedReader[]; started: number[] } {
  const started: number[] = [];
  const readers = sources.map((id, index) => ({ source: { id }, start: () => void started.push(index) }));
  return { readers, started };
}

/** Readers that have read everything when they are told so. */
function readingReaders(sources: readonly string[]): { readers: WindowedReader[]; read: ((weight: number) => void)[] } {
  const read: ((weight: number) => void)[] = [];
  const readers = sources.map((id) => ({ source: { id }, start: (onRead: (weight: number) => void) => void read.push(onRead) }));
  return { readers, read };
}

describe('ReadingWindow', () => {
  it('starts readers in consumption order, within the limits of each source and of all', () => {
    const { readers, started } = readersOf(['a', 'a', 'a', 'b', 'b', 'c']);
    const window = new ReadingWindow(readers, { total: 4, weight: 10, ofSource: (source) => (source === 'a' ? 2 : 1) });
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
    const { readers, read } = readingReaders(['a', 'a', 'a', 'a']);
    const window = new ReadingWindow(readers, { total: 3, weight: 10, ofSource: () => 1 });
    window.advance();
    expect(read).toHaveLength(1);
    read[0]!(11);
    read[1]!(11);
    expect(read).toHaveLength(3);
    read[2]!(11);
    expect(read).toHaveLength(3);
    window.release(readers[0]!);
    expect(read).toHaveLength(4);
  });

  it('gives the place of a reader that has read little to the next, as far as the weight of all such readers goes', () => {
    const { readers, read } = readingReaders(['a', 'b', 'c', 'd', 'e']);
    const window = new ReadingWindow(readers, { total: 1, weight: 10, ofSource: () => 1 });
    window.advance();
    read[0]!(6);
    expect(read).toHaveLength(2);
    read[1]!(6);
    expect(read).toHaveLength(2);
    window.release(readers[0]!);
    expect(read).toHaveLength(2);
    window.release(readers[1]!);
    expect(read).toHaveLength(3);
    read[2]!(10);
    expect(read).toHaveLength(4);
  });

  it('has always started the reader that its consumer waits for', () => {
    const sources = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(sources, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), (all, total, ofSource) => {
        const { readers, started } = readersOf(all);
        const window = new ReadingWindow(readers, { total, weight: 0, ofSource: () => ofSource });
        window.advance();
        for (const [index, reader] of readers.entries()) {
          expect(started).toContain(index);
          expect(started.length - index).toBeLessThanOrEqual(total);
          window.release(reader);
        }
      }),
    );
  });

  it('has done so too where readers have read everything before, in whatever order and whatever it weighs', () => {
    const source = fc.record({ id: fc.constantFrom('a', 'b', 'c'), weight: fc.integer({ min: 0, max: 12 }) });
    const limits = fc.record({ total: fc.integer({ min: 1, max: 5 }), ofSource: fc.integer({ min: 1, max: 3 }) });
    const choices = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(fc.array(source, { maxLength: 25 }), limits, choices, (all, { total, ofSource }, choice) => {
        const started = new Set<number>();
        const untold: (() => void)[] = [];
        const readers = all.map(({ id, weight }, index) => ({
          source: { id },
          start: (onRead: (weight: number) => void) => {
            started.add(index);
            untold.push(() => {
              onRead(weight);
            });
          },
        }));
        const window = new ReadingWindow(readers, { total, weight: 20, ofSource: () => ofSource });
        window.advance();
        for (const [index, reader] of readers.entries()) {
          for (let count = choice.next().value % 4; count > 0 && untold.length > 0; count -= 1) {
            for (const tell of untold.splice(choice.next().value % untold.length, 1)) tell();
          }
          expect(started).toContain(index);
          window.release(reader);
        }
      }),
    );
  });
});
