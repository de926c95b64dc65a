import type { Block, Facts, Figure, ReadableDocument, Section, Table, Text } from './document.js';
import { DocumentError } from './document-error.js';
import { isHref } from './href.js';
import { spansOf } from './text.js';

const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/iu;
const DEEPEST = 3;

/**
 * What every renderer counts on, said before anything is written: ids that are unique, links that lead nowhere dangerous,
 * rows as wide as their head, sections where they may stand. Throws {@link DocumentError}.
 */
export function checkDocument(document: ReadableDocument): void {
  const checker = new Checker(document);
  checker.check();
}

class Checker {
  readonly #ids = new Set<string>();

  constructor(private readonly document: ReadableDocument) {}

  check(): void {
    const { language, title, date, blocks } = this.document;
    demand(LANGUAGE.test(language), 'language', 'a language is a BCP 47 tag');
    demand(title.trim() !== '', 'title', 'a document has a title');
    demand(/^\d{4}-\d{2}-\d{2}$/u.test(date), 'date', 'a date is YYYY-MM-DD');
    this.#collect(blocks, 'blocks');
    this.#blocks(blocks, 'blocks', 0);
  }

  /** The ids first: a link may lead to a section further down. */
  #collect(blocks: readonly Block[], place: string): void {
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'section') continue;
      const here = `${place}[${index}]`;
      demand(/^[a-z0-9][a-z0-9-]*$/u.test(block.id), here, 'an id is lower-case letters, digits and hyphens');
      demand(!this.#ids.has(block.id), here, 'the id of a section is unique');
      this.#ids.add(block.id);
      this.#collect(block.blocks, `${here}.blocks`);
    }
  }

  /** `depth`: how many sections these blocks stand in; absent where no section may stand. */
  #blocks(blocks: readonly Block[], place: string, depth?: number): void {
    for (const [index, block] of blocks.entries()) this.#block(block, `${place}[${index}]`, depth);
  }

  #block(block: Block, place: string, depth: number | undefined): void {
    switch (block.kind) {
      case 'section':
        this.#section(block, place, depth);
        return;
      case 'paragraph':
        this.#text(block.text, `${place}.text`);
        return;
      case 'list':
        this.#texts(block.items, `${place}.items`);
        return;
      case 'lines':
        this.#texts(block.lines, `${place}.lines`);
        return;
      case 'note':
        this.#blocks(block.blocks, `${place}.blocks`);
        return;
      case 'facts':
        this.#facts(block, place);
        return;
      case 'table':
        this.#table(block, place);
        return;
      case 'figure':
        checkFigure(block, place);
    }
  }

  #section({ title, blocks }: Section, place: string, depth: number | undefined): void {
    demand(depth !== undefined, place, 'a section stands in the document or in a section');
    demand((depth ?? 0) < DEEPEST, place, `sections stand ${DEEPEST} deep at most`);
    demand(title.trim() !== '', place, 'a section has a title');
    this.#blocks(blocks, `${place}.blocks`, (depth ?? 0) + 1);
  }

  #facts({ facts }: Facts, place: string): void {
    for (const [index, { value }] of facts.entries()) {
      const here = `${place}.facts[${index}].value`;
      if (isBlocks(value)) this.#blocks(value, here);
      else this.#text(value, here);
    }
  }

  #table({ columns, rows, more, caption }: Table, place: string): void {
    demand(columns.length > 0, place, 'a table has columns');
    demand(caption.trim() !== '', place, 'a table has a caption');
    for (const [index, row] of rows.entries()) {
      demand(row.length === columns.length, `${place}.rows[${index}]`, 'a row has as many cells as the table has columns');
      this.#texts(row, `${place}.rows[${index}]`);
    }
    if (more !== undefined) this.#text(more, `${place}.more`);
  }

  #texts(texts: readonly Text[], place: string): void {
    for (const [index, text] of texts.entries()) this.#text(text, `${place}[${index}]`);
  }

  #text(text: Text, place: string): void {
    for (const { href, language, text: words } of spansOf(text)) {
      demand(language === undefined || LANGUAGE.test(language), place, 'a language is a BCP 47 tag');
      if (href === undefined) continue;
      demand(words.trim() !== '', place, 'a link has words');
      const rule = 'a link is https:, mailto:, tel:, a path beside the document, or # and the id of a section';
      demand(href.startsWith('#') ? this.#ids.has(href.slice(1)) : isHref(href), place, rule);
    }
  }
}

function checkFigure({ picture, description, caption }: Figure, place: string): void {
  demand(description.trim() !== '' && caption.trim() !== '', place, 'a picture has a caption and a description');
  if (picture.kind !== 'flow') return;
  const [from, to] = [picture.from, picture.to].map((side) => new Set(side.map(({ id }) => id)));
  const known = picture.arrows.every((arrow) => from?.has(arrow.from) === true && to?.has(arrow.to) === true);
  demand(known, place, 'an arrow leads from one side of its picture to the other');
}

/** Whether what is said of a fact is more than a text. An empty list is a text without words. */
export function isBlocks(value: Text | readonly Block[]): value is readonly Block[] {
  const [first] = typeof value === 'string' ? [] : value;
  return typeof first === 'object' && 'kind' in first;
}

function demand(holds: boolean, place: string, rule: string): void {
  if (!holds) throw new DocumentError(place, rule);
}
