import { describe, expect, it } from '@jest/globals';
import { placesOfMutations, waysIn } from './intakes.js';

describe('the places at which something can be written into the house', () => {
  it('are found in whatever a mutation takes, however deep; choices, numbers and ids are none', () => {
    const schema = `
      scalar LocalDate
      enum Kind { one two }
      input Inner { why: String, on: LocalDate!, kind: Kind, count: Int }
      input Outer { texts: [String!]!, inner: [Inner!] }
      type Query { nothing: String }
      type Mutation { note(id: ID!, noted: Outer!, isSure: Boolean): String, say(words: String!): String }
    `;
    expect(placesOfMutations(schema)).toEqual(['note.noted.texts', 'note.noted.inner.why', 'note.noted.inner.on', 'say.words']);
  });

  it('are found in the routes as they are written', () => {
    expect(waysIn()).toEqual(expect.arrayContaining(['ask.routes.ts post /', 'follow.routes.ts done /answer']));
  });
});
