import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { charactersOf } from './glyphs.js';

/** What stands in place of a character that the fonts have no sign for. */
export const NO_SIGN = '\ufffd';

const FILES = ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold', 'DejaVuSansMono', 'DejaVuSansMono-Bold'];
/** Every text may stand in either: in bold, or not. */
const FOR_TEXT = FILES.slice(0, 2);

let printable: ReadonlySet<number> | undefined;

/** The fonts that every PDF is set in: only these, so that it is the same on every machine. */
export function fontFiles(): readonly string[] {
  return FILES.map(fontFile);
}

/** Replaces characters that the fonts have no sign for, and tells how many there were. */
export class Printable {
  replaced = 0;

  of(text: string): string {
    printable ??= commonTo(FOR_TEXT.map((file) => charactersOf(fontFile(file))));
    const signs = printable;
    return text.replace(/[^\n\t\u0020-\u017f]/gu, (char) => {
      if (signs.has(char.codePointAt(0) ?? 0)) return char;
      this.replaced += 1;
      return NO_SIGN;
    });
  }
}

function fontFile(name: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  return join(folder, 'ttf', `${name}.ttf`);
}

function commonTo([first = new Set(), ...more]: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set([...first].filter((each) => more.every((set) => set.has(each))));
}
