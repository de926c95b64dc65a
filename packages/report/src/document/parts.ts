import type { Block, ReadableDocument, Section } from './document.js';

/** Lines that stay lines. */
export type Lines = Extract<Block, { kind: 'lines' }>;

/** The head of a letter, which stands above the title, and the rest. A document that does not begin with lines has none. */
export function headOf({ blocks }: ReadableDocument): { readonly head: readonly Lines[]; readonly rest: readonly Block[] } {
  const end = blocks.findIndex(({ kind }) => kind !== 'lines');
  const count = end === -1 ? blocks.length : end;
  return { head: blocks.slice(0, count).filter(isLines), rest: blocks.slice(count) };
}

/** Sections among blocks. */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  return blocks.filter((block) => block.kind === 'section');
}

/** Whether a table of contents helps. */
export function isLong({ blocks }: ReadableDocument): boolean {
  return sectionsOf(blocks).length > 2;
}

function isLines(block: Block): block is Lines {
  return block.kind === 'lines';
}
