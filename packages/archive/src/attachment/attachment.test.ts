import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IdTally } from './id-tally.js';
import { sniff } from './sniff.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('sniff', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'jpg', true],
    ['\x89PNG\r\n\x1a\n....', 'png', true],
    ['GIF89a', 'gif', true],
    ['RIFF\x01\x02\x03\x04WEBPVP8 ', 'webp', true],
    ['RIFF\x01\x02\x03\x04WAVEfmt ', 'wav', false],
    ['\0\0\0\x20ftypavif', 'avif', true],
    ['\0\0\0\x20ftypheic', 'heic', true],
    ['\0\0\0\x20ftypisom', 'mp4', true],
    ['%PDF-1.7', 'pdf', false],
    ['PK\x03\x04..[Content_Types].xml..word/document.xml', 'docx', true],
    ['PK\x03\x04..xl/workbook.xml', 'xlsx', true],
    ['PK\x03\x04..ppt/slides', 'pptx', true],
    ['PK\x03\x04..anything', 'zip', true],
    ['plain text\r\n\twith \xc3\xa9', 'txt', false],
    ['<html><script>alert(1)</script>', 'txt', false],
    ['<svg onload="x()">', 'txt', false],
    ['#!/bin/sh', 'txt', false],
    ['MZ\x90\0', 'bin', false],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'bin', false],
    ['\xff\xfe', 'bin', false],
    ['a\0b', 'bin', false],
    ['', 'bin', false],
  ])('takes %j for %s', (head, extension, packed) => {
    expect(sniff(bytes(head))).toMatchObject({ extension, packed });
  });

  it('forgives a character that the end of the head cuts off', () => {
    expect(sniff(Buffer.from('été').subarray(0, 4)).extension).toBe('txt');
  });

  it('gives only extensions that are safe in a name', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (head) => {
        expect(sniff(head).extension).toMatch(/^[a-z0-9]{2,4}$/);
      }),
    );
  });
});

describe('IdTally', () => {
  const id = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 32, maxLength: 32 });
  const tallyOf = (ids: readonly string[]): IdTally => {
    const tally = new IdTally();
    for (const each of ids) tally.add(each);
    return tally;
  };

  it('is equal for the same ids in any order, and not for others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1 }), id, (ids, other) => {
        const tally = tallyOf(ids);
        expect(tally.equals(tallyOf([...ids].reverse()))).toBe(true);
        expect(tally.equals(tallyOf(ids.slice(1)))).toBe(false);
        if (!ids.includes(other)) expect(tally.equals(tallyOf([...ids.slice(1), other]))).toBe(false);
        expect(tally.count).toBe(ids.length);
      }),
    );
  });
});
