import type { RenderKey } from '../catalogue/render.en.js';
import { renderWords } from '../catalogue/render-words.js';
import { isBlocks } from '../document/check-document.js';
import type { Block, Facts, Figure, ReadableDocument } from '../document/document.js';
import { headOf, isLong, type Lines } from '../document/parts.js';
import type { Phrasebook } from '../language/phrasebook.js';
import { drawPicture } from '../picture/draw-picture.js';
import { NO_SIGN, Printable } from './print-fonts.js';
import type { PrintBlock, PrintDocument, PrintLines, PrintPicture } from './print-model.js';
import { PrintTables } from './print-tables.js';
import { PrintTexts } from './print-texts.js';

/** The document as the typesetter reads it: every text printable, tables cut after `cells` cells in all. */
export function printDocument(document: ReadableDocument, cells: number): PrintDocument {
  const words = renderWords(document.language);
  const printable = new Printable();
  const texts = new PrintTexts(printable);
  const printer = new BlockPrinter(words, texts, new PrintTables(words, texts, cells));
  const { head, rest } = headOf(document);
  const [year = 0, month = 0, day = 0] = document.date.split('-').map(Number);
  const said = {
    ...languageParts(document.language),
    title: texts.words(document.title),
    author: texts.words(document.author),
    date: { year, month, day },
    day: words.date(document.date),
    head: head.map((lines) => printer.lines(lines)),
    contents: isLong(document) ? words.say('contents') : null,
    blocks: printer.blocks(rest),
  };
  const count = printable.replaced;
  return { ...said, unprintable: count === 0 ? null : words.say('unprintable', { count, sign: NO_SIGN }) };
}

/** The typesetter knows languages of two or three letters and regions of two. */
function languageParts(language: string): { readonly lang: string; readonly region?: string } {
  const { language: lang, region } = new Intl.Locale(language);
  return { lang, ...(region?.length === 2 ? { region } : {}) };
}

class BlockPrinter {
  constructor(
    private readonly words: Phrasebook<RenderKey>,
    private readonly texts: PrintTexts,
    private readonly tables: PrintTables,
  ) {}

  blocks(blocks: readonly Block[]): readonly PrintBlock[] {
    return blocks.map((block) => this.#block(block));
  }

  lines({ align, lines }: Lines): PrintLines {
    return { kind: 'lines', align: align ?? 'start', lines: lines.map((line) => this.texts.text(line)) };
  }

  #block(block: Block): PrintBlock {
    switch (block.kind) {
      case 'section':
        return { ...block, title: this.texts.words(block.title), blocks: this.blocks(block.blocks) };
      case 'paragraph':
        return { kind: 'paragraph', text: this.texts.text(block.text) };
      case 'list':
        return { kind: 'list', ordered: block.ordered === true, items: block.items.map((item) => this.texts.text(item)) };
      case 'lines':
        return this.lines(block);
      case 'note':
        return this.#note(block);
      case 'facts':
        return this.#facts(block);
      case 'table':
        return this.tables.table(block);
      case 'figure':
        return this.#picture(block);
    }
  }

  #note({ tone, title, blocks }: Extract<Block, { kind: 'note' }>): PrintBlock {
    const label = tone === 'warning' ? this.words.say('important') : undefined;
    const head = [label, title].filter((part) => part !== undefined).join(' · ');
    return { kind: 'note', tone, blocks: this.blocks(blocks), ...(head === '' ? {} : { head: this.texts.words(head) }) };
  }

  #facts({ facts }: Facts): PrintBlock {
    return {
      kind: 'facts',
      terms: facts.map(({ term }) => this.texts.words(term)),
      values: facts.map(({ value }) => (isBlocks(value) ? { blocks: this.blocks(value) } : this.texts.text(value))),
    };
  }

  #picture({ caption, description, picture }: Figure): PrintPicture {
    const { width, height, shapes } = drawPicture(picture, 'wide', this.words);
    return {
      kind: 'figure',
      caption: this.texts.words(caption),
      alt: this.texts.words(description),
      width,
      height,
      shapes: shapes.map((shape) => (shape.kind === 'words' ? { ...shape, text: this.texts.words(shape.text) } : shape)),
    };
  }
}
