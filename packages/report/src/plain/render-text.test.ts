import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDocument } from '../../test/any-document.js';
import { sampleDocument } from '../../test/sample-document.js';
import { textsIn } from '../../test/texts-in.js';
import type { Block, ReadableDocument } from '../document/document.js';
import { legible } from '../document/text.js';
import { renderText } from './render-text.js';
import { wrap } from './wrap.js';

const documentOf = (blocks: readonly Block[], language = 'en'): ReadableDocument => ({
  language,
  title: 'Your request',
  author: 'Example',
  date: '2026-04-05',
  blocks,
});
const written = (block: Block, language?: string): string =>
  renderText(documentOf([{ kind: 'paragraph', text: 'x' }, block], language)).split('\nx\n\n')[1] ?? '';

const LINKED = ['<https://example.org/x?a=1&b=2>', '<data/x.csv>'];

/** Without the ends and the margins of lines, and what quotations and replacements are set off with. */
const solid = (text: string): string => text.replace(/[\s|<>[\]“”«»]/gu, '');

describe('plain text', () => {
  it('says every text of the document, in their order (PER-02)', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = solid(LINKED.reduce((written, address) => written.replaceAll(address, ''), renderText(document)));
        for (const each of textsIn(document)) expect(text).toContain(solid(legible(each)));
      }),
    );
  });

  it('has lines of 72 signs and no spaces at their ends', () => {
    const lines = renderText(sampleDocument('fr', 3)).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it('keeps words that are longer than a line whole, so that addresses can be copied', () => {
    const address = `https://example.org/${'x'.repeat(80)}`;
    expect(wrap(`see ${address} there`, 20)).toBe(`see\n${address}\nthere`);
    expect(wrap('aaa bbb\u00a0ccc', 7)).toBe('aaa\nbbb\u00a0ccc');
    expect(wrap('👩‍💻 👩‍💻', 3, '- ', '  ')).toBe('- 👩‍💻\n  👩‍💻');
  });

  it('begins with its title, who says it and when; a letter with its head', () => {
    expect(renderText(documentOf([]))).toBe('Your request\n============\n\nExample\n5 April 2026\n');
    expect(renderText(documentOf([{ kind: 'lines', lines: ['Ada', 'Lyon'] }]))).toBe('Ada\nLyon\n\nYour request\n============\n');
  });

  it('writes tables as lists, each value with the name of its column', () => {
    const table: Block = {
      kind: 'table',
      caption: 'Stays',
      isNamed: true,
      columns: [{ title: 'Stay' }, { title: 'Nights', note: 'in all' }],
      rows: [
        ['S-1', '2'],
        ['S-2', '3'],
      ],
      more: [{ text: 'more', href: 'data/stays.csv' }],
    };
    expect(written(table)).toBe(
      'Stays\n\n- Stay: S-1\n  Nights (in all): 2\n\n- Stay: S-2\n  Nights (in all): 3\n\nmore <data/stays.csv>\n',
    );
    const french: Block = { kind: 'table', caption: 'Stays', columns: [{ title: 'Stay' }], rows: [['S-1']] };
    expect(written(french, 'fr')).toBe('Stays\n\n- Stay\u00a0: S-1\n');
    expect(written({ ...table, rows: [] })).toBe('Stays\n\n  Stay · Nights (in all)\n\nmore <data/stays.csv>\n');
  });

  it('sets notes, lists and facts off', () => {
    const list: Block = { kind: 'list', ordered: true, items: ['one', 'two'] };
    expect(written({ kind: 'note', tone: 'warning', title: 'Late', blocks: [list] })).toBe(
      '| IMPORTANT · Late\n|\n| 1. one\n| 2. two\n',
    );
    expect(written({ kind: 'note', tone: 'info', blocks: [list] })).toBe('| 1. one\n| 2. two\n');
    const facts = [
      { term: 'Who', value: 'Ada' },
      { term: 'What', value: [list] },
    ];
    expect(written({ kind: 'facts', facts })).toBe('Who\n  Ada\nWhat\n  1. one\n  2. two\n');
  });

  it('tells quotations and replacements by signs, in the way of the language', () => {
    const text = [
      { text: 'Hi', style: 'quote' },
      ' ',
      { text: 'a name', style: 'mark' },
      ' ',
      { text: '[a name]', style: 'mark' },
    ] as const;
    expect(written({ kind: 'paragraph', text })).toBe('“Hi” [a name] [a name]\n');
    expect(written({ kind: 'paragraph', text }, 'fr')).toBe('«\u00a0Hi\u00a0» [a name] [a name]\n');
  });

  it('says pictures in words', () => {
    const text = renderText(sampleDocument('en'));
    expect(text).toContain(
      'Who receives which of your data\n  Contact data goes to the mailing service and the town; bookings go to\n  the',
    );
  });
});
