import { describe, expect, it } from '@jest/globals';
import { Substitutes } from './substitutes.js';

describe('what stands in the place of what was real', () => {
  it('is the same for the same address, however it is written, and tells letter case and tags', () => {
    const made = new Substitutes(undefined);
    expect(made.email('ann@real.test')).toBe('person.1@example.org');
    expect(made.email('Ann@Real.test')).toBe('Person.1@example.org');
    expect(made.email('bob@real.test')).toBe('person.2@example.org');
    expect(made.email('ann+news@real.test')).toBe('person.1+tag.3@example.org');
    expect(made.email('Ann <ann@real.test>, bob@real.test')).toBe('person.1@example.org; person.2@example.org');
    expect(made.email('no address')).toMatch(/^[a-z]{2} [a-z]{7}$/u);
  });

  it('is a number of a range that nobody has, the same however the number is written', () => {
    const made = new Substitutes('FR');
    expect(made.phone('06 12 34 56 78')).toBe('+33199000001');
    expect(made.phone('+33612345678')).toBe('+33199000001');
    expect(made.phone('none')).toMatch(/^[a-z]{4}$/u);
  });

  it('is a text of the same shape, and another one for each', () => {
    const made = new Substitutes(undefined);
    const text = made.shape('Ab-12_ü!');
    expect(text).toMatch(/^[A-Z][a-z]-\d\d_[a-z]x$/u);
    expect(made.shape('Ab-12_ü!')).toBe(text);
    const digits = Array.from({ length: 10 }, (_, digit) => made.shape(String(digit)));
    expect(new Set(digits).size).toBe(10);
    expect(digits.filter((each, digit) => each === String(digit))).toEqual([]);
    expect([made.shape(''), made.shape('x'.repeat(300))]).toEqual(['', 'text 12']);
  });

  it('is a number of as many digits, which is the same as its text', () => {
    const made = new Substitutes(undefined);
    expect(String(made.number(4711))).toBe(made.shape('4711'));
    expect(String(made.number(-12.5))).toMatch(/^-[1-9]\d\.\d$/u);
    expect(made.number(1e21)).toBe(1);
  });

  it('is an address that leads to the same end', () => {
    const made = new Substitutes(undefined);
    expect(made.shape('https://real.test/people/4711/?token=abc')).toBe(`https://example.org/${made.shape('4711')}`);
    expect(made.shape('https://real.test/people/%E0%A4%A')).toMatch(/^https:\/\/example\.org\/x/u);
    expect(made.shape('https://real.test')).toBe('https://example.org/');
    expect(made.next('https://real.test/a?page=2', new URL('https://vendor.example.org/v1/'))).toMatch(
      /^https:\/\/vendor\.example\.org\/v1\/next\/\d+$/u,
    );
  });

  it('is nothing at all for a text that a person wrote, and for what only stands in the place of a date', () => {
    const made = new Substitutes(undefined);
    expect(made.freeText('Call me')).toBe('text 1');
    expect(['2026-01-05', '2026-01-05T08:00:00.000Z', '08:15'].map((each) => made.date(each, false))).not.toContain(null);
    expect(['9999-99-99', 'today', '33612345678', 33612345678].map((each) => made.date(each, false))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([made.date(1767600000, true), made.date('x', true)]).toEqual([1767600000, null]);
  });
});
