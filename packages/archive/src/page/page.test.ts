import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foreign, markup } from './html.js';

describe('markup', () => {
  it('escapes every text, in content and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: page } = markup`<a title="${text}">${text}</a>${foreign(text)}`;
        expect(page.match(/[<>"]/g)).toHaveLength(
          '<a title="">'.match(/[<>"]/g)!.length + '</a><bdi></bdi>'.match(/[<>"]/g)!.length,
        );
      }),
    );
  });

  it('puts numbers, pieces of HTML and lists together', () => {
    expect(markup`${5}${markup`<b>${'&'}</b>`}${[markup`<i></i>`, markup`<u></u>`]}`.text).toBe('5<b>&amp;</b><i></i><u></u>');
  });
});

describe('foreign', () => {
  it('shows characters that hide or turn text', () => {
    expect(foreign('a\u202eb\u0000\ufeff\ud800é😀').text).toBe('<bdi>a[U+202E]b[U+0000][U+FEFF][U+D800]é😀</bdi>');
  });
});
