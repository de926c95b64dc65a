import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifierKey } from '../subject/identifier-key.js';
import { identifierOf, matchOf, type MatchSketch, subjectOf } from '../testing/match-builder.js';
import { givenFacts, NO_FACTS, type PersonFacts } from './person-facts.js';
import { identifiersOfSeveralPeople } from './several-people.js';

const ADDRESS = 'email:martin@example.org';

function isAmbiguous(sketches: readonly MatchSketch[], accepted: PersonFacts = NO_FACTS): boolean {
  const matches = sketches.map((sketch, index) => matchOf({ record: String(index), ...sketch }));
  const found = identifiersOfSeveralPeople(matches, { accepted, recordsPerIdentifier: 5 });
  return found.has(identifierKey(identifierOf(ADDRESS)));
}

const same = (count: number, sketch: MatchSketch): readonly MatchSketch[] => Array.from({ length: count }, () => sketch);

describe('the fan-out guard', () => {
  it.each<[string, readonly MatchSketch[], boolean]>([
    ['one record', [{ by: [ADDRESS], on: ['given:Ann'] }], false],
    ['two records of one name', same(2, { by: [ADDRESS], on: ['given:Ann'] }), false],
    [
      'two given names in one collection',
      [
        { by: [ADDRESS], on: ['given:Ann'] },
        { by: [ADDRESS], on: ['given:Bob'] },
      ],
      true,
    ],
    [
      'two birth dates in one collection',
      [
        { by: [ADDRESS], on: ['birthDate:1980-03-05'] },
        { by: [ADDRESS], on: ['birthDate:1955-11-21'] },
      ],
      true,
    ],
    [
      'two names, one record found by something else',
      [{ by: [ADDRESS], on: ['given:Ann'] }, { on: [ADDRESS, 'given:Bob'] }],
      true,
    ],
    [
      'two names in two collections',
      [
        { by: [ADDRESS], on: ['given:Ann'] },
        { collection: 'order', by: [ADDRESS], on: ['given:Bob'] },
      ],
      false,
    ],
    [
      'two names in two sources',
      [
        { by: [ADDRESS], on: ['given:Ann'] },
        { source: 'shop', by: [ADDRESS], on: ['given:Bob'] },
      ],
      false,
    ],
    [
      'one of them found by the folded key',
      [
        { by: [ADDRESS], on: ['given:Ann'] },
        { by: [`~${ADDRESS}`], on: ['given:Bob'] },
      ],
      false,
    ],
    [
      'one of them only mentions it',
      [
        { by: [ADDRESS], on: ['given:Ann'] },
        { by: [ADDRESS], place: 'third-party', on: ['given:Bob'] },
      ],
      false,
    ],
    ['many nameless records', same(40, { by: [ADDRESS] }), false],
    ['as many person records as one person has', same(5, { by: [ADDRESS], isPersonRecord: true }), false],
    ['more person records than one person has', same(6, { by: [ADDRESS], isPersonRecord: true }), true],
    [
      'more person records than one person has, of one name',
      same(9, { by: [ADDRESS], isPersonRecord: true, on: ['name:Ann Martin'] }),
      false,
    ],
    [
      'more person records than one person has, of one birth date',
      same(9, { by: [ADDRESS], isPersonRecord: true, on: ['birthDate:1980-03-05'] }),
      false,
    ],
    [
      'a misspelt given name',
      [
        { by: [ADDRESS], on: ['given:Christophe'] },
        { by: [ADDRESS], on: ['given:Cristophe'] },
      ],
      false,
    ],
    [
      'a similar given name among person records',
      [
        { by: [ADDRESS], isPersonRecord: true, on: ['given:Christophe'] },
        { by: [ADDRESS], isPersonRecord: true, on: ['given:Cristophe'] },
      ],
      true,
    ],
    [
      'more spellings than anybody has',
      Array.from({ length: 51 }, (_, index) => ({ by: [ADDRESS], on: [`family:Name${String(index)}`] })),
      true,
    ],
  ])('%s: %s', (_, sketches, expected) => {
    expect(isAmbiguous(sketches)).toBe(expected);
  });

  it('knows the subject’s own two names', () => {
    const accepted = givenFacts(subjectOf(ADDRESS, 'name:Ann Martin', 'name:Nadja Martin').identifiers);
    const records = [
      { by: [ADDRESS], on: ['name:Ann Martin'] },
      { by: [ADDRESS], on: ['name:Nadja Martin'] },
    ];
    expect([isAmbiguous(records), isAmbiguous(records, accepted)]).toEqual([true, false]);
  });

  it('does not depend on the order of the matches', () => {
    const sketch = fc.record({
      by: fc.subarray([ADDRESS, 'phone:+33612345678'], { minLength: 1 }),
      on: fc.subarray(['given:Ann', 'given:Bob', 'birthDate:1980-03-05', 'birthDate:1955-11-21'], { maxLength: 2 }),
      collection: fc.constantFrom('person', 'order'),
    });
    const sketches = fc
      .array(sketch, { maxLength: 6 })
      .map((all) => all.map((each, index) => ({ ...each, record: String(index) })));
    fc.assert(
      fc.property(
        sketches.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([a, b]) => {
          const guard = (all: readonly MatchSketch[]): readonly string[] =>
            [...identifiersOfSeveralPeople(all.map(matchOf), { accepted: NO_FACTS, recordsPerIdentifier: 5 })].sort();
          expect(guard(a)).toEqual(guard(b));
        },
      ),
    );
  });
});
