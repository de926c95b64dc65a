import { describe, expect, it } from '@jest/globals';
import { subjectOf } from '../testing/match-builder.js';
import { IdentifierBook } from './identifier-book.js';

describe('IdentifierBook', () => {
  it('gives each identifier out once, within its limit', () => {
    const book = new IdentifierBook(
      subjectOf('email:ann@example.org', 'phone:+33612345678', 'email:ann@example.test', 'name:Ann'),
      2,
    );
    expect(book.ask(1).map(({ value }) => value.reveal())).toEqual(['ann@example.org', '+33612345678']);
    expect(book.ask(2)).toEqual([]);
    expect(book.leftOutKinds()).toEqual(['email']);
    expect([...book.searchedKinds()]).toEqual(['email', 'phone']);
  });

  it('does not invent an id for what it does not know', () => {
    expect(() => new IdentifierBook(subjectOf('email:ann@example.org'), 2).idOf('["email","","bob@example.org"]')).toThrow(
      'not in the book',
    );
  });
});
