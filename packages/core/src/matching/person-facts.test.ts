import { describe, expect, it } from '@jest/globals';
import { matchOf, subjectOf } from '../testing/match-builder.js';
import { areTwoPeople, compareFacts, givenFacts, mergeFacts, NO_FACTS, type PersonFacts } from './person-facts.js';

const facts = (...on: string[]): PersonFacts => matchOf({ on }).facts;

describe('facts about a person', () => {
  it('make one name of all name fields of a record', () => {
    expect(facts('given:Ann', 'family:Martin', 'family:Dupont').names).toHaveLength(1);
  });

  it('keep each full name that the requester gives as a name of its own, and parts together', () => {
    const { identifiers } = subjectOf('email:a@example.org', 'name:Ann Martin', 'name:Ann Dupont', 'given:Ann', 'family:Durand');
    expect(givenFacts(identifiers).names).toHaveLength(3);
  });

  it('are each kept once', () => {
    const merged = mergeFacts([facts('given:Ann', 'birthDate:1980-03-05'), facts('given:ANN', 'birthDate:1980-03-05')]);
    expect([merged.names.length, merged.birthDates.length]).toEqual([1, 1]);
  });

  it('agree by the best pair, since a person has several names', () => {
    const known = mergeFacts([facts('given:Ann', 'family:Martin'), facts('given:Bob', 'family:Martin')]);
    expect(compareFacts(facts('name:Ann Martin', 'birthDate:1980-03-05'), known)).toEqual({
      name: 'strong',
      birthDate: 'unknown',
    });
  });
});

describe('areTwoPeople', () => {
  const ann = facts('given:Ann', 'family:Martin', 'birthDate:1980-03-05');

  it.each<[string, PersonFacts, boolean]>([
    ['another given name', facts('given:Bob', 'family:Martin'), true],
    ['another birth date', facts('given:Ann', 'family:Martin', 'birthDate:1955-11-21'), true],
    ['another family name', facts('given:Ann', 'family:Dupont'), false],
    ['a slip in the birth date', facts('birthDate:1980-05-03'), false],
    ['no facts', NO_FACTS, false],
  ])('with %s: %s', (_, other, expected) => {
    expect(areTwoPeople(ann, other, NO_FACTS)).toBe(expected);
    expect(areTwoPeople(other, ann, NO_FACTS)).toBe(expected);
  });

  it('does not part what both agree with the verified names and dates of the subject', () => {
    const accepted = givenFacts(
      subjectOf('email:a@example.org', 'name:Ann Martin', 'name:Nadja Martin', 'birthDate:1980-03-05', 'birthDate:1955-11-21')
        .identifiers,
    );
    expect(areTwoPeople(facts('name:Ann Martin'), facts('name:Nadja Martin'), accepted)).toBe(false);
    expect(areTwoPeople(facts('birthDate:1980-03-05'), facts('birthDate:1955-11-21'), accepted)).toBe(false);
    expect(areTwoPeople(facts('name:Ann Martin'), facts('name:Bob Martin'), accepted)).toBe(true);
  });

  it('takes a merely similar given name for another one where each record is a person', () => {
    const [a, b] = [facts('given:Christophe'), facts('given:Cristophe')];
    expect([areTwoPeople(a, b, NO_FACTS), areTwoPeople(a, b, NO_FACTS, true)]).toEqual([false, true]);
  });
});
