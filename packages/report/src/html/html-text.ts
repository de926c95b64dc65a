import { breakPoints } from '../document/break-points.js';
import type { Span, Text } from '../document/document.js';
import { isAddressHidden } from '../document/link-words.js';
import { legible, spansOf } from '../document/text.js';
import { type Html, markup } from './markup.js';

const LONGEST_WORD = 20;

/** A text with its emphasis, languages and links. Words of somebody else keep their own direction. */
export function htmlText(text: Text): Html {
  return markup`${spansOf(text).map(htmlSpan)}`;
}

/** Words without emphasis. Long ones may break, in narrow columns and on telephones. */
export function htmlWords(text: string): Html {
  const [first = '', ...more] = legible(text).split('\n').map(breakable);
  return markup`${first}${more.map((line) => markup`<br>${line}`)}`;
}

function breakable(line: string): Html {
  const [first = '', ...more] = breakPoints(line, LONGEST_WORD);
  return markup`${first}${more.map((piece) => markup`<wbr>${piece}`)}`;
}

function htmlSpan({ text, style, language, href }: Span): Html {
  const words = htmlWords(text);
  const lang = language === undefined ? markup`` : markup` lang="${language}"`;
  const styled = withStyle(words, style, lang);
  if (href === undefined) return styled;
  // On paper nobody can follow a link
  return markup`<a href="${href}"${isAddressHidden(href, text) ? markup` class="told"` : ''}>${styled}</a>`;
}

function withStyle(words: Html, style: Span['style'], lang: Html): Html {
  switch (style) {
    case 'strong':
      return markup`<strong${lang}>${words}</strong>`;
    case 'code':
      return markup`<code dir="auto"${lang}>${words}</code>`;
    case 'quote':
      return markup`<q dir="auto"${lang}>${words}</q>`;
    case 'mark':
      return markup`<mark${lang}>${words}</mark>`;
    case undefined:
      return lang.text === '' ? words : markup`<bdi${lang}>${words}</bdi>`;
  }
}
