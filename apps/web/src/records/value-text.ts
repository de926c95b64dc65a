/** A piece of a text, and whether somebody else may be named in it. */
export interface TextPiece {
  readonly text: string;
  readonly isOther: boolean;
  /** Where it begins. */
  readonly start: number;
}

/** What stands in a field, as text: a text is itself, everything else as JSON writes it. */
export function textOf(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}

/** A text cut at the stretches of others, which are sorted and do not overlap. */
export function piecesOf(
  text: string,
  others: readonly { readonly start: number; readonly end: number }[],
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end } of others) {
    if (start > at) pieces.push({ text: text.slice(at, start), isOther: false, start: at });
    pieces.push({ text: text.slice(start, end), isOther: true, start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isOther: false, start: at });
  return pieces;
}
