const SIGNS = new Intl.Segmenter();

const LONGEST_PIECE = 24;
const LEAST_PIECE = 4;

/**
 * A text cut where a narrow column may break it: inside words of more than `longest` signs, after the signs that addresses and
 * paths are made of, and now and then where there are none. The pieces put together are the text.
 */
export function breakPoints(text: string, longest: number): readonly string[] {
  const most = Math.max(LEAST_PIECE, Math.min(LONGEST_PIECE, Math.floor(longest * 0.8)));
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.split(/(?<=\s)/u)) {
    const [first = '', ...more] = word.trimEnd().length > longest ? cut(word, most) : [word];
    piece += first;
    for (const next of more) {
      pieces.push(piece);
      piece = next;
    }
  }
  return [...pieces, piece];
}

function cut(word: string, most: number): readonly string[] {
  return word.split(/(?<=[@._\-/+&=?,;:])(?=\w)/u).flatMap((piece) => (piece.length > most ? chop(piece, most) : [piece]));
}

function chop(piece: string, most: number): readonly string[] {
  const signs = Array.from(SIGNS.segment(piece), ({ segment }) => segment);
  const parts = Math.ceil(signs.length / most);
  return Array.from({ length: parts }, (_, part) => signs.slice(part * most, (part + 1) * most).join(''));
}
