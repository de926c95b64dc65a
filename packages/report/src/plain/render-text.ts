import type { RenderKey } from '../catalogue/render.en.js';
import { primaryLanguage, renderWords } from '../catalogue/render-words.js';
import { checkDocument, isBlocks } from '../document/check-document.js';
import type { Block, Facts, ReadableDocument, Section, Table, Text } from '../document/document.js';
import { headOf, type Lines } from '../document/parts.js';
import { legible } from '../document/text.js';
import type { Phrasebook } from '../language/phrasebook.js';
import { plainText } from './plain-text.js';
import { lengthOf, wrap } from './wrap.js';

const WIDTH = 72;
const UNDERLINES = ['=', '-', '·', ''];

/**
 * A document as plain text, for e-mail and for who reads nothing else: lines of 72 signs, tables as lists, pictures in their
 * words (PER-02). Nothing is left out. Throws {@link DocumentError} where the document is at fault.
 */
export function renderText(document: ReadableDocument): string {
  checkDocument(document);
  const words = renderWords(document.language);
  const writer = new TextWriter(words, primaryLanguage(document.language));
  const { head, rest } = headOf(document);
  const signed = head.length > 0 ? [] : [[legible(document.author), words.date(document.date)].join('\n')];
  return [...writer.blocks(head), heading(document.title, 0), ...signed, ...writer.blocks(rest)].join('\n\n') + '\n';
}

class TextWriter {
  constructor(
    private readonly words: Phrasebook<RenderKey>,
    private readonly language: string,
  ) {}

  /** `depth`: how many headings these blocks stand below. */
  blocks(blocks: readonly Block[], depth = 1, width = WIDTH): readonly string[] {
    return blocks.map((block) => this.#block(block, depth, width));
  }

  #block(block: Block, depth: number, width: number): string {
    switch (block.kind) {
      case 'section':
        return this.#section(block, depth);
      case 'paragraph':
        return wrap(this.#text(block.text), width);
      case 'list':
        return this.#list(block.items, block.ordered === true, width);
      case 'lines':
        return this.#lines(block, width);
      case 'note':
        return this.#note(block, width);
      case 'facts':
        return this.#facts(block, width);
      case 'table':
        return this.#table(block, width);
      case 'figure':
        return `${wrap(legible(block.caption), width)}\n${wrap(legible(block.description), width, '  ')}`;
    }
  }

  #section({ title, blocks }: Section, depth: number): string {
    return ['\n' + heading(title, depth), ...this.blocks(blocks, depth + 1)].join('\n\n');
  }

  #list(items: readonly Text[], isOrdered: boolean, width: number): string {
    const mark = (index: number): string => (isOrdered ? `${index + 1}. ` : '- ');
    return items.map((item, index) => wrap(this.#text(item), width, mark(index), ' '.repeat(mark(index).length))).join('\n');
  }

  #lines({ lines }: Lines, width: number): string {
    return lines.map((line) => wrap(this.#text(line), width)).join('\n');
  }

  #note({ tone, title, blocks }: Extract<Block, { kind: 'note' }>, width: number): string {
    const label = tone === 'warning' ? this.words.say('important').toLocaleUpperCase(this.language) : undefined;
    const head = [label, title].filter((part) => part !== undefined).map(legible);
    const said = this.blocks(blocks, 1, width - 2);
    return quoted([...(head.length === 0 ? [] : [wrap(head.join(' · '), width - 2)]), ...said].join('\n\n'));
  }

  #facts({ facts }: Facts, width: number): string {
    return facts
      .map(({ term, value }) => {
        const said = isBlocks(value) ? this.blocks(value, 1, width - 2).join('\n\n') : wrap(this.#text(value), width - 2);
        return `${wrap(legible(term), width)}\n${indented(said)}`;
      })
      .join('\n');
  }

  #table({ caption, columns, rows, more }: Table, width: number): string {
    const names = columns.map(({ title, note }) => legible(note === undefined ? title : `${title} (${note})`));
    const items = rows.map((row) => {
      const cells = row.map((cell, index) => this.words.say('pair', { name: names[index] ?? '', value: this.#text(cell) }));
      return cells.map((cell, index) => wrap(cell, width, index === 0 ? '- ' : '  ', '    ')).join('\n');
    });
    if (rows.length === 0) items.push(wrap(names.join(' · '), width, '  '));
    const end = more === undefined ? [] : [wrap(this.#text(more), width)];
    return [wrap(legible(caption), width), ...items, ...end].join('\n\n');
  }

  #text(text: Text): string {
    return plainText(text, this.language);
  }
}

function heading(title: string, depth: number): string {
  const words = wrap(legible(title), WIDTH);
  const underline = UNDERLINES[depth] ?? '';
  const length = Math.max(...words.split('\n').map(lengthOf));
  return underline === '' ? words : `${words}\n${underline.repeat(length)}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gmu, '  ');
}

function quoted(text: string): string {
  return text.replace(/^/gmu, '| ').replace(/ +$/gmu, '');
}
