import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakPoints } from './break-points.js';
import { isAddressHidden } from './link-words.js';
import { legible, spansOf, wordsOf } from './text.js';

describe('a text', () => {
  it('is a run of parts, or one', () => {
    expect(spansOf('a')).toEqual([{ text: 'a' }]);
    expect(wordsOf(['a', { text: 'b', style: 'strong' }, 'c'])).toBe('abc');
  });

  it('shows characters that hide or turn text, and keeps those that languages are written with', () => {
    expect(legible('a\u202eb\u0000\ufeff\ud800é😀\ufffe')).toBe('a[U+202E]b[U+0000][U+FEFF][U+D800]é😀[U+FFFE]');
    expect(legible('نمی\u200cخواهم 👩\u200d💻 \u200f\u00a0\u202f\t')).toBe('نمی\u200cخواهم 👩\u200d💻 \u200f\u00a0\u202f\t');
  });

  it('has one kind of line end', () => {
    expect(legible('a\r\nb\rc\nd\u2028e\u2029f')).toBe('a\nb\nc\nd\ne\nf');
  });
});

describe('a long word', () => {
  it('may break after the signs of addresses, or now and then', () => {
    expect(breakPoints('to ada.lovelace@mail.example.org now', 16)).toEqual([
      'to ada.',
      'lovelace@',
      'mail.',
      'example.',
      'org now',
    ]);
    expect(breakPoints('x'.repeat(50), 40).map(({ length }) => length)).toEqual([24, 24, 2]);
    expect(breakPoints('x'.repeat(30), 15).map(({ length }) => length)).toEqual([12, 12, 6]);
    expect(breakPoints('short words only', 16)).toEqual(['short words only']);
  });

  it('stays itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, longest) => {
        expect(breakPoints(text, longest).join('')).toBe(text);
      }),
    );
  });
});

describe('the address of a link', () => {
  it('is hidden where neither its words nor its scheme tell it', () => {
    expect(isAddressHidden('https://www.cnil.fr/', 'CNIL')).toBe(true);
    expect(isAddressHidden('https://www.cnil.fr/', 'see www.cnil.fr')).toBe(false);
    expect(isAddressHidden('data/x.csv', 'the table')).toBe(true);
    expect(['#why', 'tel:+33', 'mailto:a@example.org'].map((href) => isAddressHidden(href, 'here'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
