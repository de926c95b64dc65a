const LONGEST_PIECE = 24;

/**
 * A text cut where a narrow column may break it: inside words of more than `longest` signs, after the signs that addresses and paths are
 * made of, and now and then where there are none. The pieces put together are the text.
 */
export function breakPoints(text: string, longest: number): readonly string[] {
  return text.split(/(?<=\s)/u).reduce<string[]>((pieces, word) => {
    const [first = '', ...more] = word.trimEnd().length > longest ? cut(word) : [word];
    return [...pieces.slice(0, -1), (pieces.at(-1) ?? '') + first, ...more];
  }, []);
}

function cut(word: string): readonly string[] {
  return word.split(/(?<=[@._\-/+&=?,;:])(?=\w)/u).flatMap((piece) => (piece.length > LONGEST_PIECE ? chop(piece) : [piece]));
}

function chop(piece: string): readonly string[] {
  const signs = Array.from(new Intl.Segmenter().segment(piece), ({ segment }) => segment);
  const parts = Math.ceil(signs.length / LONGEST_PIECE);
  return Array.from({ length: parts }, (_, part) => signs.slice(part * LONGEST_PIECE, (part + 1) * LONGEST_PIECE).join(''));
}
