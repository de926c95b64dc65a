import { breakPoints } from '../document/break-points.js';
import type { Span, Text } from '../document/document.js';
import { isPathBeside } from '../document/href.js';
import { isAddressHidden } from '../document/link-words.js';
import { legible, spansOf } from '../document/text.js';
import type { Printable } from './print-fonts.js';
import type { PrintRun, PrintText } from './print-model.js';

const BREAK = '\u200b';
const LONGEST_ADDRESS = 40;

/** Texts as the typesetter reads them. */
export class PrintTexts {
  constructor(private readonly printable: Printable) {}

  /** Words without emphasis. */
  words(text: string): string {
    return this.printable.of(legible(text));
  }

  text(text: Text): PrintText {
    return this.#runs(text, (words) => words);
  }

  /** For a column of a width in signs: longer words may break. Only those: who copies a text copies the breaks too. */
  cell(text: Text, width: number): PrintText {
    return this.#runs(text, (words) => breakPoints(words, width).join(BREAK));
  }

  #runs(text: Text, shaped: (words: string) => string): PrintText {
    if (typeof text === 'string') return shaped(this.words(text));
    return spansOf(text).flatMap((span) => {
      const run = this.#run(span, shaped);
      if (span.href === undefined || !isAddressHidden(span.href, span.text)) return [run];
      return [
        run,
        { text: ' (' },
        { text: breakPoints(this.words(span.href), LONGEST_ADDRESS).join(BREAK), style: 'code' as const },
        { text: ')' },
      ];
    });
  }

  #run({ text, style, language, href }: Span, shaped: (words: string) => string): PrintRun {
    const lang = language === undefined ? undefined : new Intl.Locale(language).language;
    return {
      text: isolated(shaped(this.words(text)), style),
      ...(style === undefined ? {} : { style }),
      ...(lang === undefined ? {} : { lang }),
      ...(href === undefined ? {} : destination(href)),
    };
  }
}

/** A path beside the file is printed and not linked: a PDF is often opened where its neighbours are not. */
function destination(href: string): { readonly url?: string; readonly id?: string } {
  if (href.startsWith('#')) return { id: href.slice(1) };
  return isPathBeside(href) ? {} : { url: href };
}

/** Words of somebody else that run from right to left do not turn what stands around them. */
function isolated(words: string, style: Span['style']): string {
  if (style === undefined || !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words)) return words;
  return `\u2068${words}\u2069`;
}
