import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Block, ReadableDocument, Table, Text } from '../document/document.js';
import { columnWidths } from './column-widths.js';
import { charactersOf } from './glyphs.js';
import { printDocument } from './print-document.js';
import { fontFiles } from './print-fonts.js';

const documentOf = (blocks: readonly Block[]): ReadableDocument => ({
  language: 'en',
  title: 'Title',
  author: 'Example',
  date: '2026-04-05',
  blocks,
});
const printed = (blocks: readonly Block[], cells = 100): readonly unknown[] => printDocument(documentOf(blocks), cells).blocks;
const table = (rows: readonly (readonly Text[])[]): Table => ({
  kind: 'table',
  caption: 'Rows',
  columns: [{ title: 'a' }, { title: 'b' }],
  rows,
  more: 'The rest is elsewhere.',
});

describe('a document in print', () => {
  it('cuts tables after so many cells in all, and says so', () => {
    const rows = Array.from({ length: 4 }, (_, index) => [String(index), 'x']);
    const blocks = printed([table(rows), table(rows)], 10);
    expect(blocks).toMatchObject([
      { more: ['The rest is elsewhere.'] },
      { more: [expect.any(String), 'The rest is elsewhere.'] },
    ]);
    expect(blocks[1]).toMatchObject({
      rows: [{ cells: ['0', 'x'] }],
      more: [
        '3 more rows are not printed here. The same document as a web page (HTML) shows them all.',
        'The rest is elsewhere.',
      ],
    });
  });

  it('lets pages end inside of rows that may be longer than a page only', () => {
    const rows = [['a', 'short'], ['b', 'long '.repeat(300)], ['c', '\n'.repeat(30)]]; // prettier-ignore
    expect(printed([table(rows)])).toMatchObject([{ rows: [{ breaks: false }, { breaks: true }, { breaks: true }] }]);
  });

  it('lets long words break where a column is narrower, and nowhere else', () => {
    const word = 'ada.lovelace@mail.customers.example.org';
    const text = { kind: 'paragraph', text: word } as const;
    expect(printed([table([['a', word]]), text])).toMatchObject([{ rows: [{ cells: ['a', word] }] }, { text: word }]);
    const wide = Array.from({ length: 5 }, () => word);
    const crowded: Table = { ...table([wide]), columns: wide.map((_, index) => ({ title: String(index) })) };
    expect(printed([crowded])).toMatchObject([{ rows: [{ cells: wide.map(() => word.replace(/(?<=[@.])/gu, '\u200b')) }] }]);
  });

  it('prints addresses that words hide, and isolates quotations that run from right to left', () => {
    const text: Text = [
      { text: 'CNIL', href: 'https://www.cnil.fr/' },
      { text: 'محمد', style: 'quote', language: 'ar' },
    ];
    expect(printed([{ kind: 'paragraph', text }])).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'CNIL', url: 'https://www.cnil.fr/' },
          { text: ' (' },
          { text: 'https://www.cnil.fr/', style: 'code' },
          { text: ')' },
          { text: '\u2068محمد\u2069', style: 'quote', lang: 'ar' },
        ],
      },
    ]);
  });

  it('names a region that the typesetter knows, and leaves out one that it does not', () => {
    const of = (language: string): unknown => printDocument({ ...documentOf([]), language }, 1);
    expect(of('fr-BE')).toMatchObject({ lang: 'fr', region: 'BE' });
    expect(of('en-150')).not.toHaveProperty('region');
  });
});

describe('columns', () => {
  it('are as wide as their texts where there is room', () => {
    expect(columnWidths(['a', 'number of nights'], [['x'.repeat(20), '1']])).toEqual([25.4, 10.7]);
  });

  it('share what the narrow ones leave where there is not', () => {
    const [narrow, wide, wider] = columnWidths(['a', 'b', 'c'], [['x', 'x'.repeat(100), 'x'.repeat(400)]]);
    expect(narrow).toBe(8.6);
    expect((wide ?? 0) + (wider ?? 0)).toBeCloseTo(108 - 8.6);
    expect((wider ?? 0) / (wide ?? 1)).toBeCloseTo(Math.sqrt(451 / 115), 1);
  });

  it('go by nine of ten cells, and give letter-by-letter values more room', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => [index % 19 === 0 ? 'x'.repeat(60) : 'xxxxxxxxxx']);
    expect(columnWidths(['a'], rows)).toEqual([14.2]);
    expect(columnWidths(['a'], [[[{ text: 'x'.repeat(20), style: 'code' }]]])).toEqual([32.1]);
    expect(columnWidths(['a'], [])).toEqual([8.6]);
  });
});

describe('the fonts', () => {
  it('have the letters of Europe, Greek, Cyrillic, Hebrew and Arabic, and say that they have no Chinese ones', () => {
    const [text = '', , mono = ''] = fontFiles();
    const characters = charactersOf(text);
    for (const char of 'aéœŁșßðΩжשع€—«\ufffd\u200b\u200d\u202f') expect(characters.has(char.codePointAt(0) ?? 0)).toBe(true);
    expect(characters.has('王'.codePointAt(0) ?? 0)).toBe(false);
    expect(charactersOf(mono).size).toBeGreaterThan(3_000);
  });

  it('are refused where they are none', () => {
    expect(() => charactersOf(fileURLToPath(import.meta.url))).toThrow('A font has no cmap table.');
  });
});
