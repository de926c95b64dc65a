import type { Span, Text } from '../document/document.js';
import { isAddressHidden } from '../document/link-words.js';
import { legible, spansOf } from '../document/text.js';

/** Quotation marks by language. */
const QUOTES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['en', ['“', '”']],
  ['fr', ['«\u00a0', '\u00a0»']],
]);

/** A text without its shape: what is quoted stands in quotation marks, what was put in place of something in brackets. */
export function plainText(text: Text, language: string): string {
  return spansOf(text)
    .map((span) => plainSpan(span, language))
    .join('');
}

function plainSpan({ text, style, href }: Span, language: string): string {
  const words = shaped(legible(text), style, language);
  return href !== undefined && isAddressHidden(href, text) ? `${words} <${href}>` : words;
}

function shaped(words: string, style: Span['style'], language: string): string {
  if (style === 'quote') return (QUOTES.get(language) ?? ['"', '"']).join(words);
  return style === 'mark' && !/^\[[^[\]]*\]$/u.test(words) ? `[${words}]` : words;
}
