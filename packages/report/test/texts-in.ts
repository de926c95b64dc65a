import { isBlocks } from '../src/document/check-document.js';
import type { Block, ReadableDocument, Table } from '../src/document/document.js';
import { wordsOf } from '../src/document/text.js';

/** Every text of a document as a whole, where it stands in one piece; the words inside pictures, which are broken into lines, not. */
export function textsIn({ title, author, blocks }: ReadableDocument): readonly string[] {
  return [title, ...(blocks[0]?.kind === 'lines' ? [] : [author]), ...blocks.flatMap(textsOf)];
}

/** See {@link textsIn}; of one block. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'section':
      return [block.title, ...block.blocks.flatMap(textsOf)];
    case 'paragraph':
      return [wordsOf(block.text)];
    case 'list':
      return block.items.map(wordsOf);
    case 'lines':
      return block.lines.map(wordsOf);
    case 'note':
      return [block.title ?? '', ...block.blocks.flatMap(textsOf)];
    case 'facts':
      return block.facts.flatMap(({ term, value }) => [term, ...(isBlocks(value) ? value.flatMap(textsOf) : [wordsOf(value)])]);
    case 'table':
      return textsOfTable(block);
    case 'figure':
      return [block.caption, block.description];
  }
}

function textsOfTable({ caption, columns, rows, more }: Table): readonly string[] {
  const heads = columns.flatMap(({ title, note }) => [title, note ?? '']);
  return [caption, ...heads, ...rows.flatMap((row) => row.map(wordsOf)), wordsOf(more ?? '')];
}
