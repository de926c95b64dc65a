import { describe, expect, it } from '@jest/globals';
import { centralHeader, dataDescriptor, dosTime, endOfDirectory, type ZipEntryFacts } from './zip-headers.js';

describe('the headers', () => {
  const facts: ZipEntryFacts = {
    name: Buffer.from('a'),
    flags: 8,
    method: 8,
    time: { time: 0, date: 33 },
    crc: 1,
    compressed: 5,
    size: 6,
    offset: 7,
  };

  it.each([{ size: 2 ** 32 - 1 }, { compressed: 2 ** 33 }, { offset: 2 ** 32 }])(
    'use 64 bit fields where %o needs them',
    (more) => {
      const wide = { ...facts, ...more };
      const header = centralHeader(wide);
      const extra = header.subarray(47);
      expect(header.readUInt16LE(6)).toBe(45);
      expect([24, 20, 42].map((at) => header.readUInt32LE(at))).toEqual([0xffffffff, 0xffffffff, 0xffffffff]);
      expect([4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)))).toEqual([wide.size, wide.compressed, wide.offset]);
      expect(dataDescriptor(wide)).toHaveLength(more.offset === undefined ? 24 : 16);
    },
  );

  it('use none where they are not needed', () => {
    expect(centralHeader(facts)).toHaveLength(47);
    expect(dataDescriptor(facts)).toHaveLength(16);
    expect(endOfDirectory(65_534, 5, 5)).toHaveLength(22);
    expect(endOfDirectory(65_535, 5, 5)).toHaveLength(98);
    expect(endOfDirectory(1, 2 ** 32 - 1, 5)).toHaveLength(98);
  });

  it('clamp times that ZIP does not know', () => {
    expect(dosTime(new Date('1970-01-01T00:00:00Z'))).toEqual({ time: 0, date: 33 });
    expect(dosTime(new Date('2200-01-01T00:00:00Z'))).toEqual({ time: 0xbf7d, date: 0xff9f });
    expect(dosTime(new Date('2024-05-01T10:20:31Z'))).toEqual({
      time: (10 << 11) | (20 << 5) | 15,
      date: (44 << 9) | (5 << 5) | 1,
    });
  });
});
