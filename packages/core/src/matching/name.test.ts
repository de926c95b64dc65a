import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareNames, type NameLevel, type NamePart, personName, type PersonName } from './name.js';

/** `Ann/Martin` given and family name, `Ann/` a given name only, `/Martin` a family name only, `Ann Martin` a full name. */
function name(text: string): PersonName {
  const [first = '', last] = text.split('/');
  const parts: readonly NamePart[] =
    last === undefined
      ? [{ part: 'full', text: first }]
      : [
          { part: 'given', text: first },
          { part: 'family', text: last },
        ];
  const found = personName(parts);
  if (found === undefined) throw new Error('no name');
  return found;
}

describe('compareNames', () => {
  it.each<[string, string, NameLevel]>([
    // the same person, written alike or not
    ['Ann/Martin', 'Ann/Martin', 'strong'],
    ['Ann/Martin', 'ANN/MARTIN', 'strong'],
    ['Zoé/Lefèvre', 'Zoe/Lefevre', 'strong'],
    ['Ann/Martin', 'Ann Martin', 'strong'],
    ['Ann Martin', 'Martin, Ann', 'strong'],
    ['Ann/Martin', 'Martin Ann', 'strong'],
    ['Ann/Martin', 'Martin/Ann', 'strong'],
    ['Ann Mary Martin', 'Ann Martin', 'strong'],
    ['Ann Mary/Martin', 'Mary/Martin', 'strong'],
    ['Jean/de La Tour', 'Jean/Latour', 'weak'],
    ['Jean/de La Tour', 'Jean/Tour', 'strong'],
    ['Mme Ann Martin', 'Ann Martin', 'strong'],
    ["Jean d'Alembert", 'Jean Alembert', 'strong'],
    ['Siobhán/O’Connor', 'Siobhan/Connor', 'strong'],
    ['Ann/Martin-Dupont', 'Ann/Dupont', 'strong'],
    ['Ann/Martin', 'Ann Martin Dupont', 'strong'],
    // the given name agrees, the rest does not or is not known
    ['Ann/Martin', 'Ann/Dupont', 'weak'],
    ['Ann/Martin', 'Ann Dupont', 'weak'],
    ['Ann/', 'Ann/Martin', 'weak'],
    ['Ann', 'Ann Martin', 'weak'],
    ['A./Martin', 'Ann/Martin', 'weak'],
    ['A. Martin', 'Ann Martin', 'weak'],
    ['Bob/Martin', 'Robert/Martin', 'weak'],
    ['Kate Martin', 'Catherine Martin', 'weak'],
    // perhaps misspelt
    ['Christophe/Martin', 'Cristophe/Martin', 'similar'],
    ['Catherine Martin', 'Cathrine Martin', 'similar'],
    // clearly somebody else
    ['Ann/Martin', 'Bob/Martin', 'different'],
    ['Ann/Martin', 'Bob Martin', 'different'],
    ['Ann Martin', 'Bob Martin', 'different'],
    ['Ann Martin', 'Bob/Martin', 'different'],
    ['A./Martin', 'Bob/Martin', 'different'],
    ['Ann Martin', 'Bob Dupont', 'different'],
    ['Jean-Paul/Martin', 'Jean-Marie/Martin', 'different'],
    ['Paul/Martin', 'Paula/Martin', 'different'],
    ['Julie/Martin', 'Julien/Martin', 'different'],
    ['Louis/Martin', 'Louise/Martin', 'different'],
    // two full names of which nobody knows the parts, and which share one word: doubtful, thus for a human
    ['Ann Martin', 'Ann Dupont', 'different'],
    // nothing to compare
    ['/Martin', 'Ann/Martin', 'unknown'],
    ['/Martin', '/Dupont', 'unknown'],
    ['Martin', 'Ann/Martin', 'unknown'],
    ['/Martin', 'Ann Martin', 'unknown'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compareNames(name(a), name(b))).toBe(level);
    expect(compareNames(name(b), name(a))).toBe(level);
  });

  it('says the same in both directions, and never that a name differs from itself', () => {
    const words = fc.array(fc.constantFrom('ann', 'anne', 'bob', 'robert', 'a', 'martin', 'de', 'marten', 'jean', 'paul'), {
      maxLength: 3,
    });
    const anyName = fc.record({ given: words, family: words, full: words });
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        expect(compareNames(a, b) === 'different').toBe(compareNames(b, a) === 'different');
        expect(compareNames(a, a)).not.toBe('different');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('personName', () => {
  it('is nothing where the texts hold no word', () => {
    expect(personName([{ part: 'given', text: ' - ' }])).toBeUndefined();
  });

  it('keeps a particle where nothing else is left', () => {
    expect(personName([{ part: 'family', text: 'De' }])?.family).toEqual(['de']);
    expect(personName([{ part: 'full', text: 'Do Kim' }])?.full).toEqual(['do', 'kim']);
  });
});
