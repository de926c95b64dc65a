import { describe, expect, it } from '@jest/globals';
import { typedCode, typedReference } from './typed-code.js';

describe('a code as people type and paste it', () => {
  it.each([
    ['grouped by spaces that do not break', ' 4821\u00a00937\u202f'],
    ['grouped by dashes and points', '48-21\u201309\u201437. '],
    ['with letters that look like digits', '482lO9 37'],
    ['with what is not seen', '\u200b4821\u2066\ufeff0937\u2069'],
    ['full-width, as of an input method', '４８２１０９３７'],
    ['in Arabic digits', '٤٨٢١٠٩٣٧'],
    ['in Persian digits', '۴۸۲۱۰۹۳۷'],
    ['in Devanagari', '४८२१०९३७'],
    ['in Bengali', '৪৮২১০৯৩৭'],
  ])('is the one that was meant: %s', (_how, text) => {
    expect(typedCode(text)).toBe('48210937');
  });

  it('is made of nothing else: other letters stay, and fit no code', () => {
    expect(typedCode('4821 O93B')).toBe('4821093b');
    expect(typedCode('')).toBe('');
  });
});

describe('a reference as people type and paste it', () => {
  it.each(['2026-0042', ' 2026\u20130042 ', '2026 \u2011 0042', '２０２６－００４２', '\u202d2026-0042\u202c', '٢٠٢٦-٠٠٤٢'])(
    'is the one that was meant: %j',
    (text) => {
      expect(typedReference(text)).toBe('2026-0042');
    },
  );

  it('keeps what it does not know', () => {
    expect(typedReference('2026/0042')).toBe('2026/0042');
  });
});
