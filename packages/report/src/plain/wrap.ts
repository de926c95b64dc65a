const SIGNS = new Intl.Segmenter();

/**
 * Breaks lines at spaces, after so many signs at most; words that are longer stay whole, so that addresses can be copied. The
 * first line begins with one mark, the others with another: `- ` and two spaces, for a list.
 */
export function wrap(text: string, width: number, first = '', others = first): string {
  let mark = first;
  const wrapped = text.split('\n').map((line) => {
    const lines = wrapLine(line, width - mark.length).map((each, index) => (index === 0 ? mark : others) + each);
    mark = others;
    return lines;
  });
  return wrapped
    .flat()
    .map((line) => line.trimEnd())
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/[ \t]+/u)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && lengthOf(longer) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

/** Signs, as people count them. */
export function lengthOf(text: string): number {
  return /^[\u0020-\u02ff\u2010-\u2027\u202f]*$/u.test(text) ? text.length : Array.from(SIGNS.segment(text)).length;
}
