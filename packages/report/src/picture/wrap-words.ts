import { legible } from '../document/text.js';

const SIGNS = new Intl.Segmenter();

const LATIN = 0.6;
const WIDE = 1.05;

/** Breaks a label into lines of at most a width, by a cautious guess of how wide its signs are; a long word is cut. */
export function wrapWords(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = legible(text).split(/\s+/u).filter((word) => word !== ''); // prettier-ignore
  for (const piece of words.flatMap((word) => cut(word, width, size))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** How wide a line is at most. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x2e80 ? LATIN : WIDE) * size, 0);
}

function cut(word: string, width: number, size: number): readonly string[] {
  if (widthOf(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of SIGNS.segment(word)) {
    if (piece !== '' && widthOf(piece + segment, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
