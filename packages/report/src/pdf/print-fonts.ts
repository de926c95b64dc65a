import { createRequire } from 'node:module';
import { charactersOf } from './glyphs.js';

const require = createRequire(import.meta.url);

/** What stands in place of a character that the fonts have no sign for. */
export const NO_SIGN = '\ufffd';

const FILES = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'),
];
/** Every text may stand in either: in bold, or not. */
const FOR_TEXT = FILES.slice(0, 2);

let printable: ReadonlySet<number> | undefined;

/** The fonts that every PDF is set in: only these, so that it is the same on every machine. */
export function fontFiles(): readonly string[] {
  return FILES;
}

/** Replaces characters that the fonts have no sign for, and tells how many there were. */
export class Printable {
  replaced = 0;

  of(text: string): string {
    printable ??= commonTo(FOR_TEXT.map(charactersOf));
    const signs = printable;
    return text.replace(/[^\n\t\u0020-\u017f]/gu, (char) => {
      if (signs.has(char.codePointAt(0) ?? 0)) return char;
      this.replaced += 1;
      return NO_SIGN;
    });
  }
}

function commonTo([first = new Set(), ...more]: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set([...first].filter((each) => more.every((set) => set.has(each))));
}
