import { createHash } from 'node:crypto';
import { renderWords } from '../catalogue/render-words.js';
import { checkDocument } from '../document/check-document.js';
import type { ReadableDocument, Section } from '../document/document.js';
import { headOf, isLong, sectionsOf } from '../document/parts.js';
import { legible } from '../document/text.js';
import { HtmlBlocks, htmlLines } from './html-blocks.js';
import { htmlWords } from './html-text.js';
import { type Html, markup, trusted } from './markup.js';
import { PAGE_STYLE } from './page-style.js';

const STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');
/** What a page may load and do (CSP 3): nothing but its own style. For the header too, where one is served. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * A document as one page that opens anywhere, offline, without scripts, and to everybody: landmarks, headings, named tables,
 * pictures in words (WCAG 2.2 AA; PER-02, FMT-04, FMT-09). In chunks, for large tables. Throws {@link DocumentError}, before
 * the first chunk, where the document is at fault.
 */
export function* renderHtml(document: ReadableDocument): Generator<string> {
  checkDocument(document);
  for (const part of partsOf(document)) yield part.text;
}

function* partsOf(document: ReadableDocument): Generator<Html> {
  const words = renderWords(document.language);
  const { head, rest } = headOf(document);
  yield markup`<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${legible(document.title)}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#_content">${words.say('skip')}</a>
<header>
`;
  const signed = markup`<p class="date"><time datetime="${document.date}">${words.date(document.date)}</time></p>\n`;
  yield head.length > 0 ? markup`${head.map(htmlLines)}` : markup`<p class="author">${htmlWords(document.author)}</p>\n`;
  yield markup`<h1>${htmlWords(document.title)}</h1>\n${head.length > 0 ? markup`` : signed}</header>\n`;
  if (isLong(document)) yield markup`<nav aria-labelledby="_contents">\n<h2 id="_contents">${words.say('contents')}</h2>\n${htmlContents(sectionsOf(document.blocks))}</nav>\n`; // prettier-ignore
  yield markup`<main id="_content" tabindex="-1">\n`;
  yield* new HtmlBlocks(words).write(rest);
  yield markup`</main>\n</body>\n</html>\n`;
}

/** Sections and the sections in them. */
function htmlContents(sections: readonly Section[], depth = 1): Html {
  if (sections.length === 0 || depth > 2) return markup``;
  const items = sections.map(
    ({ id, title, blocks }) =>
      markup`<li><a href="#${id}">${htmlWords(title)}</a>${htmlContents(sectionsOf(blocks), depth + 1)}</li>\n`,
  );
  return markup`<ol>\n${items}</ol>\n`;
}
