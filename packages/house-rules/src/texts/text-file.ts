/** A tracked file's text. Paths use `/` and count from the house's root. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A rule about texts: what is wrong with a file, each fault with its line. */
export type TextRule = (file: TextFile) => readonly string[];

/** A fault for each match of a global pattern, unless `fault` finds nothing wrong with it. */
export function eachMatch(
  { path, text }: TextFile,
  pattern: RegExp,
  fault: (match: RegExpMatchArray) => string | undefined,
): readonly string[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(pattern)].flatMap((match) => {
      const what = fault(match);
      return what === undefined ? [] : [`${path}:${String(index + 1)} ${what}`];
    }),
  );
}
