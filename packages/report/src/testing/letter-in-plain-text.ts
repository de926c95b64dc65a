import type { Block, ReadableDocument, Text } from '../document/document.js';

/** A letter as somebody would read it aloud: for tests, which look at what it says. */
export function letterInPlainText({ title, blocks }: ReadableDocument): string {
  return [`# ${title}`, ...blocks.map(read)].join('\n\n');
}

function read(block: Block): string {
  switch (block.kind) {
    case 'section':
      return [`## ${block.title}`, ...block.blocks.map(read)].join('\n\n');
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'facts':
      return block.facts.map(({ term, value }) => `${term}: ${valueOf(value)}`).join('\n');
    case 'table':
      return [block.columns.map(({ title }) => title), ...block.rows.map((row) => row.map(plain))]
        .map((row) => row.join(' | '))
        .join('\n');
    case 'note':
      return [`[${block.title ?? ''}]`, ...block.blocks.map(read)].join('\n');
    case 'figure':
      return block.description;
    case 'lines':
      return block.lines.map(plain).join('\n');
  }
}

function plain(text: Text): string {
  return typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

function valueOf(value: Text | readonly Block[]): string {
  if (typeof value === 'string') return value;
  return value.map((part) => (typeof part === 'string' ? part : 'kind' in part ? read(part) : part.text)).join('');
}
