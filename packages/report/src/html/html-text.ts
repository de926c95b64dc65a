import type { Span, Text } from '../document/document.js';
import { legible, spansOf } from '../document/text.js';
import { type Html, markup } from './markup.js';

/** A text with its emphasis, languages and links. Words of somebody else keep their own direction. */
export function htmlText(text: Text): Html {
  return markup`${spansOf(text).map(htmlSpan)}`;
}

/** Words without emphasis. */
export function htmlWords(text: string): Html {
  const [first = '', ...more] = legible(text).split('\n');
  return markup`${first}${more.map((line) => markup`<br>${line}`)}`;
}

function htmlSpan({ text, style, language, href }: Span): Html {
  const words = htmlWords(text);
  const lang = language === undefined ? markup`` : markup` lang="${language}"`;
  const styled = withStyle(words, style, lang);
  if (href === undefined) return styled;
  // On paper nobody can follow a link: its address is printed unless the words are the address.
  const hidden = /^(#|mailto:|tel:)/iu.test(href) || text.includes(href.replace(/^https:\/\//iu, '').replace(/\/$/u, ''));
  return markup`<a href="${href}"${hidden ? '' : markup` class="told"`}>${styled}</a>`;
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
