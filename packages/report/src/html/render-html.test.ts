import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDocument } from '../../test/any-document.js';
import { attribute, parsePage } from '../../test/parsed-page.js';
import { sampleDocument } from '../../test/sample-document.js';
import { textsIn } from '../../test/texts-in.js';
import type { Block, ReadableDocument } from '../document/document.js';
import { legible } from '../document/text.js';
import { renderHtml } from './render-html.js';

const page = (document: ReadableDocument): string => [...renderHtml(document)].join('');
const letter = (blocks: readonly Block[]): ReadableDocument => ({ ...sampleDocument('en'), title: 'Your request', blocks });

describe('a page', () => {
  it('is well-formed and shows every text as it stands, whatever signs are in it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { errors, elements, text } = parsePage(page(document));
        expect(errors).toEqual([]);
        for (const each of textsIn(document)) expect(text).toContain(legible(each));
        expect(elements.map(({ tagName }) => tagName)).not.toContain('script');
        expect(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => /^(on|style|src)/u.test(name)))).toEqual([]);
        const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it('loads nothing, runs nothing, and has no style but its own (FMT-09)', () => {
    const { elements } = parsePage(page(sampleDocument('en')));
    const [style] = elements.filter(({ tagName }) => tagName === 'style');
    const [css] = style?.childNodes ?? [];
    const hash = createHash('sha256')
      .update(css !== undefined && 'value' in css ? css.value : '')
      .digest('base64');
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(elements.map(({ tagName }) => tagName)).not.toEqual(expect.arrayContaining(['link', 'img', 'iframe', 'form']));
    expect(css !== undefined && 'value' in css ? css.value : 'url(').not.toMatch(/url\(|@import/u);
  });

  it('has a language, a title, landmarks, and headings without a gap (PER-02)', () => {
    const { elements } = parsePage(page(sampleDocument('fr')));
    const names = elements.map(({ tagName }) => tagName);
    const [html] = elements;
    expect(html && attribute(html, 'lang')).toBe('fr');
    for (const one of ['header', 'nav', 'main', 'h1']) expect(names.filter((name) => name === one)).toHaveLength(1);
    const levels = names.filter((name) => /^h\d$/u.test(name)).map((name) => Number(name[1]));
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(levels).toContain(4);
  });

  it('names its tables, their heads and their rows', () => {
    const html = page(sampleDocument('en', 1));
    expect(html).toContain(
      '<div class="wide" role="group" tabindex="0" aria-labelledby="_table2">\n<table>\n<caption id="_table2">Purposes and their grounds</caption>',
    );
    expect(html).toContain('<th scope="col">Ground <small>Art. 6(1)</small></th><th scope="col" class="end">Records</th>');
    expect(html).toContain('<tr><th scope="row">Accounts</th><td>legal obligation (c)</td><td class="end">16</td></tr>');
    expect(html).toContain('<p class="more">Attachments are in <a href="files/index.html" class="told">files/</a>.</p>');
  });

  it('tells pictures in words, for two sizes of screens', () => {
    const html = page(sampleDocument('en'));
    expect(html.match(/<svg class="(wide|narrow)" role="img" aria-labelledby="\S+t" aria-describedby="\S+d"/gu)).toHaveLength(4);
    expect(html.match(/<title id="\S+">Who receives which of your data<\/title>/gu)).toHaveLength(2);
    expect(html).toContain('should have been erased in June 2025.</desc>');
  });

  it('shows what was put in place of something, and words of others in their language', () => {
    const html = page(sampleDocument('fr', 2));
    expect(html).toContain('<mark>nom d’un autre hôte</mark>');
    expect(html).toContain('<q dir="auto" lang="en">Can I come a day earlier?<br>Thank you!</q>');
  });

  it('has contents where it has more than two sections', () => {
    const sections = ['a', 'b'].map((id): Block => ({ kind: 'section', id, title: id, blocks: [] }));
    expect(page(letter(sections))).not.toContain('<nav');
    expect(page(letter([...sections, { kind: 'section', id: 'c', title: 'c', blocks: [] }]))).toContain('<a href="#c">c</a>');
  });

  it('begins with the head of a letter, where the document does', () => {
    const html = page(
      letter([
        { kind: 'lines', lines: ['Ada', 'Lyon'] },
        { kind: 'paragraph', text: 'Dear Ada' },
      ]),
    );
    expect(html).toContain('<header>\n<p class="lines">Ada<br>Lyon</p>\n<h1>Your request</h1>\n</header>');
    expect(html).not.toContain('Example Hostels Association');
    expect(page(letter([]))).toContain('<p class="author">Example Hostels Association</p>\n<h1>');
  });

  it('comes in chunks, and not at all where the document is at fault', () => {
    const chunks = [...renderHtml(sampleDocument('en', 1_000))];
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(50_000);
    const faulty = renderHtml(letter([{ kind: 'paragraph', text: [{ text: 'x', href: 'javascript:x' }] }]));
    expect(() => faulty.next()).toThrow('at blocks[0].text');
    expect(() => renderHtml({ ...sampleDocument('en'), language: 'de' }).next()).toThrow('documents are rendered in en and fr');
  });
});
