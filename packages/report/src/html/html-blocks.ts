import type { RenderKey } from '../catalogue/render.en.js';
import { isBlocks } from '../document/check-document.js';
import type { Block, Facts, Figure, Section, Table, TableColumn, Text } from '../document/document.js';
import type { Phrasebook } from '../language/phrasebook.js';
import { drawPicture } from '../picture/draw-picture.js';
import { htmlText, htmlWords } from './html-text.js';
import { type Html, markup, trusted } from './markup.js';
import { svgPicture } from './svg.js';

const ROWS_PER_CHUNK = 100;

/** Writes blocks one after the other, and numbers what needs a name. Ids of its own begin with `_`, which no section's does. */
export class HtmlBlocks {
  #named = 0;

  constructor(private readonly words: Phrasebook<RenderKey>) {}

  /** `level`: of the headings of sections among them. */
  *write(blocks: readonly Block[], level = 2): Generator<Html> {
    for (const block of blocks) yield* this.#block(block, level);
  }

  *#block(block: Block, level: number): Generator<Html> {
    switch (block.kind) {
      case 'section':
        yield* this.#section(block, level);
        return;
      case 'paragraph':
        yield markup`<p>${htmlText(block.text)}</p>\n`;
        return;
      case 'list':
        yield htmlList(block.items, block.ordered === true ? 'ol' : 'ul');
        return;
      case 'lines':
        yield htmlLines(block);
        return;
      case 'note':
        yield* this.#note(block);
        return;
      case 'facts':
        yield* this.#facts(block);
        return;
      case 'table':
        yield* this.#table(block);
        return;
      case 'figure':
        yield this.#figure(block);
    }
  }

  *#section({ id, title, blocks }: Section, level: number): Generator<Html> {
    const tag = trusted(`h${level}`);
    yield markup`<section id="${id}">\n<${tag}>${htmlWords(title)}</${tag}>\n`;
    yield* this.write(blocks, level + 1);
    yield markup`</section>\n`;
  }

  *#note({ tone, title, blocks }: Extract<Block, { kind: 'note' }>): Generator<Html> {
    const label = tone === 'warning' ? this.words.say('important') : undefined;
    const said = [label, title].filter((part) => part !== undefined).map((part, index) => markup`${index === 0 ? '' : ' · '}${htmlWords(part)}`); // prettier-ignore
    const id = this.#name('note');
    const head = said.length === 0 ? markup`` : markup`<p class="head" id="${id}">${said}</p>\n`;
    const named = said.length === 0 ? markup`` : markup` aria-labelledby="${id}"`;
    yield markup`<div class="note ${tone}" role="note"${named}>\n${head}`;
    yield* this.write(blocks);
    yield markup`</div>\n`;
  }

  *#facts({ facts }: Facts): Generator<Html> {
    yield markup`<dl>\n`;
    for (const { term, value } of facts) {
      yield markup`<div><dt>${htmlWords(term)}</dt><dd>`;
      if (isBlocks(value)) yield* this.write(value);
      else yield htmlText(value);
      yield markup`</dd></div>\n`;
    }
    yield markup`</dl>\n`;
  }

  *#table({ caption, columns, rows, isNamed, more }: Table): Generator<Html> {
    const id = this.#name('table');
    yield markup`<div class="wide" role="group" tabindex="0" aria-labelledby="${id}">\n<table>\n<caption id="${id}">${htmlWords(caption)}</caption>\n`;
    yield markup`<thead><tr>${columns.map(htmlColumn)}</tr></thead>\n<tbody>\n`;
    for (let start = 0; start < rows.length; start += ROWS_PER_CHUNK) {
      const chunk = rows.slice(start, start + ROWS_PER_CHUNK);
      yield markup`${chunk.map((row) => htmlRow(row, columns, isNamed === true))}`;
    }
    yield markup`</tbody>\n</table>\n</div>\n`;
    if (more !== undefined) yield markup`<p class="more">${htmlText(more)}</p>\n`;
  }

  #figure({ caption, description, picture }: Figure): Html {
    const drawn = (['wide', 'narrow'] as const).map((shape) =>
      svgPicture(drawPicture(picture, shape, this.words), { shape, id: this.#name('figure'), caption, description }),
    );
    return markup`<figure>\n${drawn}<figcaption>${htmlWords(caption)}</figcaption>\n</figure>\n`;
  }

  #name(kind: string): string {
    this.#named += 1;
    return `_${kind}${this.#named}`;
  }
}

/** Lines that stay lines. */
export function htmlLines({ lines, align }: Extract<Block, { kind: 'lines' }>): Html {
  const said = lines.map((line, index) => markup`${index === 0 ? trusted('') : trusted('<br>')}${htmlText(line)}`);
  return markup`<p class="lines${align === 'end' ? ' end' : ''}">${said}</p>\n`;
}

function htmlList(items: readonly Text[], tag: 'ol' | 'ul'): Html {
  return markup`<${trusted(tag)}>\n${items.map((item) => markup`<li>${htmlText(item)}</li>\n`)}</${trusted(tag)}>\n`;
}

function htmlColumn({ title, note, align }: TableColumn): Html {
  const small = note === undefined ? markup`` : markup` <small>${htmlWords(note)}</small>`;
  return markup`<th scope="col"${ended(align)}>${htmlWords(title)}${small}</th>`;
}

function htmlRow(row: readonly Text[], columns: readonly TableColumn[], isNamed: boolean): Html {
  const cells = row.map((cell, index) =>
    isNamed && index === 0
      ? markup`<th scope="row"${ended(columns[index]?.align)}>${htmlText(cell)}</th>`
      : markup`<td${ended(columns[index]?.align)}>${htmlText(cell)}</td>`,
  );
  return markup`<tr>${cells}</tr>\n`;
}

function ended(align: TableColumn['align']): Html {
  return align === 'end' ? markup` class="end"` : markup``;
}
