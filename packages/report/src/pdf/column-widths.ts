import type { Text } from '../document/document.js';
import { spansOf, wordsOf } from '../document/text.js';

/** Signs of ordinary text that stand beside each other in a line of a table. */
const LINE = 108;
/** Some signs are wider than others. */
const SPARE = 1.12;
const BESIDE = 3;
const LEAST = 5;
const SAMPLE = 200;
const CODE = 1.3;

/**
 * How wide columns are, in signs: as wide as their ordinary texts where there is room for all. Where there is none, the
 * narrow ones stay, and the others share what is left.
 */
export function columnWidths(heads: readonly string[], rows: readonly (readonly Text[])[]): readonly number[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, index) => index % step === 0);
  return shared(heads.map((head, column) => need(head, sample.map((row) => row[column] ?? '')))); // prettier-ignore
}

/** The longest word of the head, or what nine of ten cells need. */
function need(head: string, cells: readonly Text[]): number {
  const lengths = cells.map(longestLine).sort((one, other) => one - other);
  const ordinary = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  const word = Math.max(...head.split(/\s/u).map(({ length }) => length)) * 1.15;
  return Math.max(LEAST, word, ordinary) * SPARE + BESIDE;
}

function longestLine(text: Text): number {
  const words = wordsOf(text);
  const code = spansOf(text).filter(({ style }) => style === 'code');
  const extra = (wordsOf(code).length * (CODE - 1)) / words.split('\n').length;
  return Math.max(...words.split('\n').map(({ length }) => length)) + extra;
}

/** The longest word, in signs, that a column of a width has room for. */
export function wordIn(width: number): number {
  return Math.floor((width - BESIDE) / SPARE + 0.1);
}

function shared(needs: readonly number[]): readonly number[] {
  let [room, left] = [LINE, needs.length];
  const widths = new Map<number, number>();
  for (const [column, wanted] of [...needs.entries()].sort(([, one], [, other]) => one - other)) {
    if (wanted > room / left) break;
    widths.set(column, wanted);
    room -= wanted;
    left -= 1;
  }
  const roots = needs.map((wanted, column) => (widths.has(column) ? 0 : Math.sqrt(wanted)));
  const all = roots.reduce((sum, root) => sum + root, 0);
  return needs.map((_, column) => Math.round((widths.get(column) ?? ((roots[column] ?? 0) / all) * room) * 10) / 10);
}
