import { saysNothing } from '../template/normalise.js';
import type { Held } from '../workbook/workbook.js';

const BULLET = /^[-–—•·*]\s+/u;
const YES = /^(?:oui|x|✓|✔)$/iu;

/** The lines of a cell that say something, without the signs of a list. */
export function linesOf(held: Held | undefined): readonly string[] {
  const lines = (held?.text ?? '').split('\n').map((line) => line.trim().replace(BULLET, ''));
  return lines.filter((line) => !saysNothing(line));
}

/** Like {@link linesOf}; a cell that only says yes stands for the label of its row. */
export function titlesOf(held: Held | undefined, label: string): readonly string[] {
  return linesOf(held).map((line) => (YES.test(line) ? label : line));
}
