import { describe, expect, it } from '@jest/globals';
import { sampleDocument } from '../../test/sample-document.js';
import { checkDocument } from './check-document.js';
import type { Block, ReadableDocument } from './document.js';
import { DocumentError } from './document-error.js';

const documentOf = (blocks: readonly Block[], more: Partial<ReadableDocument> = {}): ReadableDocument => ({
  language: 'en',
  title: 'Title',
  author: 'Somebody',
  date: '2026-04-05',
  blocks,
  ...more,
});
const section = (id: string, blocks: readonly Block[] = [], title = 'Section'): Block => ({ kind: 'section', id, title, blocks });
const check = (blocks: readonly Block[], more?: Partial<ReadableDocument>) => () => {
  checkDocument(documentOf(blocks, more));
};

describe('a document', () => {
  it('is fine with every kind of block in its place', () => {
    checkDocument(sampleDocument('en'));
    checkDocument(sampleDocument('fr'));
  });

  it('has a title, a language and a date', () => {
    expect(check([], { title: ' ' })).toThrow('The document is at fault at title: a document has a title.');
    expect(check([], { language: '"><script>' })).toThrow('at language');
    expect(check([], { date: '2026-4-5' })).toThrow('at date');
  });

  it('has sections with titles and ids of their own, three deep, and in nothing but sections', () => {
    expect(check([section('a'), section('b', [section('a')])])).toThrow('at blocks[1].blocks[0]: the id of a section is unique');
    expect(check([section('A b')])).toThrow('an id is lower-case letters, digits and hyphens');
    expect(check([section('a', [], '')])).toThrow('a section has a title');
    expect(check([section('a', [section('b', [section('c')])])])).not.toThrow();
    expect(check([section('a', [section('b', [section('c', [section('d')])])])])).toThrow('sections stand 3 deep at most');
    expect(check([{ kind: 'note', tone: 'info', blocks: [section('a')] }])).toThrow(
      'at blocks[0].blocks[0]: a section stands in',
    );
    expect(check([{ kind: 'facts', facts: [{ term: 't', value: [section('a')] }] }])).toThrow('at blocks[0].facts[0].value[0]');
  });

  it('has rows as wide as their table, and names for tables and pictures', () => {
    const table = { kind: 'table', caption: 'c', columns: [{ title: 'a' }, { title: 'b' }] } as const;
    expect(check([{ ...table, rows: [['1', '2'], ['1']] }])).toThrow('at blocks[0].rows[1]: a row has as many cells');
    expect(check([{ ...table, caption: '', rows: [] }])).toThrow('a table has a caption');
    expect(check([{ ...table, columns: [], rows: [] }])).toThrow('a table has columns');
    const timeline = { kind: 'timeline', today: '2026-04-05', bars: [] } as const;
    expect(check([{ kind: 'figure', caption: 'c', description: '', picture: timeline }])).toThrow('a caption and a description');
    const flow = { kind: 'flow', from: [{ id: 'a', label: 'a' }], to: [], arrows: [{ from: 'a', to: 'z' }] } as const;
    expect(check([{ kind: 'figure', caption: 'c', description: 'd', picture: flow }])).toThrow('an arrow leads from one side');
  });

  it('has links to its own sections and to nowhere dangerous, wherever they stand, and says where one is not, never what it is', () => {
    const linked = (href: string): Block => ({ kind: 'lines', lines: ['', [{ text: 'x', href }]] });
    expect(check([linked('#later'), section('later')])).not.toThrow();
    for (const href of ['#nowhere', 'javascript:secret()', 'http://example.org/']) {
      expect(check([linked(href)])).toThrow('The document is at fault at blocks[0].lines[1]: a link is https:, mailto:, tel:');
    }
    expect(check([{ kind: 'paragraph', text: [{ text: ' ', href: '#a' }] }, section('a')])).toThrow('a link has words');
    const places: readonly Block[] = [
      { kind: 'paragraph', text: [{ text: 'x', href: 'data:x' }] },
      { kind: 'list', items: [[{ text: 'x', href: 'data:x' }]] },
      { kind: 'facts', facts: [{ term: 't', value: [{ text: 'x', href: 'data:x' }] }] },
      { kind: 'table', caption: 'c', columns: [{ title: 'a' }], rows: [[[{ text: 'x', href: 'data:x' }]]] },
      { kind: 'table', caption: 'c', columns: [{ title: 'a' }], rows: [], more: [{ text: 'x', href: 'data:x' }] },
    ];
    for (const place of places) expect(check([place])).toThrow(DocumentError);
    expect(check([{ kind: 'paragraph', text: [{ text: 'x', language: 'e"n' }] }])).toThrow('a language is a BCP 47 tag');
  });
});
