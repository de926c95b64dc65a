const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', œ: 'oe', æ: 'ae', đ: 'd' };

/** A name as people write it, and as they spell it in an address. */
export interface Spelling {
  readonly written: string;
  readonly ascii: string;
}

/** Latin names, separated by spaces: the spelling in an address is the name without its marks. `~` stands for a space within a name. */
export function spell(names: string): readonly Spelling[] {
  return names.split(' ').map((name) => {
    const written = name.replaceAll('~', ' ');
    return { written, ascii: toAscii(written) };
  });
}

/** Names in other scripts, each with its spelling in an address: `Анна=anna Борис=boris`. */
export function pair(names: string): readonly Spelling[] {
  return names.split(' ').map((name) => {
    const [written = '', ascii = ''] = name.split('=');
    return { written, ascii };
  });
}

/** A Latin name as it is spelled in an address: lower case, no marks, hyphens for spaces, no apostrophes. */
export function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[ßøłœæđ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/gu, '-');
}
