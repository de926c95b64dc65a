import { createHash } from 'node:crypto';

/** The region that national phone numbers of the worlds are read in. */
export const REGION = 'FR';

/** Somebody in a world. */
export interface Person {
  readonly email: string;
  readonly phone: string;
  readonly given: string;
  readonly family: string;
  /** A text that vendors who let their customers choose an id could hold. */
  readonly id: string;
  /** MD5 of the address in lower case, which some vendors key by. */
  readonly md5: string;
  /** How many records each collection holds of them where they are told to; 1 otherwise. */
  readonly records: number;
}

/** What is said of a person; the rest is made from it. */
type Sketch = Pick<Person, 'email'> & Partial<Person>;

let persons = 0;

/** A person who shares nothing with anybody. */
export function person(sketch: Sketch): Person {
  persons += 1;
  const number = String(persons).padStart(6, '0');
  return {
    phone: `+33612${number}`,
    given: `Given${number}`,
    family: `Family${number}`,
    id: `P-${number}`,
    md5: createHash('md5').update(sketch.email.toLowerCase()).digest('hex'),
    records: 1,
    ...sketch,
  };
}

/** Whom most checks search. */
export const ANN = person({ email: 'ann@example.org', id: 'A-1' });
/** Another person, who has two records where others have one. */
export const TWIN = person({ email: 'twin@example.org', records: 2 });
/** Nobody holds anything of them. */
export const ABSENT = person({ email: 'absent@example.org' });

/** Those who share nothing with {@link ANN} but letters: a search for her may find none of them. */
export const NEAR_MISSES: readonly Person[] = [
  person({ email: 'an@example.org', id: 'A-' }),
  person({ email: 'joann@example.org', id: 'AA-1' }),
  person({ email: 'ann@example.com', id: 'a-1' }),
  person({ email: 'ann@example.org.test', id: 'A-11' }),
  person({ email: 'ann.b@example.org', id: 'A-1 ' + 'B' }),
];

/** Who stands in every shared thing, and may never be shown with a record that refers to it. */
export const BYSTANDER = 'organiser.of.all@example.org';

/** The same mailbox by a wider key: a candidate, and never more. */
export const PLUS_TAG = person({ email: 'ann+news@example.org', id: 'A-1+news' });

/** People whose addresses and ids are written with what languages of queries use as signs. */
export const ODD_PEOPLE: readonly Person[] = [
  person({ email: "o'brien@example.org", id: "'; DROP TABLE person; --" }),
  person({ email: 'a%b@example.org', id: '100%' }),
  person({ email: 'ann_b@example.org', id: 'a_b' }),
  person({ email: 'annxb@example.org', id: 'axb' }),
  person({ email: 'plus+tag@example.org', id: 'a+b c' }),
  person({ email: 'back`tick&x=1@example.org', id: '"quoted"' }),
  person({ email: 'a$1{b}@example.org', id: '(a) OR (b)' }),
  person({ email: '1=1--@example.org', id: 'C:\\new' }),
  person({ email: 'what?#/x@example.org', id: 'a/b?c#d' }),
  person({ email: 'star*|~^!@example.org', id: '*' }),
  person({ email: 'zoë@example.org', id: 'É9' }),
  person({ email: 'unicode@xn--socit-esab.example', id: '😀' }),
];

/** How {@link ODD_PEOPLE}'s addresses may be typed too, by the address in the source. */
export const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['unicode@xn--socit-esab.example', 'Unicode@Société.example'],
  ["o'brien@example.org", "O'Brien@EXAMPLE.org"],
]);

/** Others, who are only there to be many. */
export function crowd(size: number): readonly Person[] {
  return Array.from({ length: size }, (_, index) => person({ email: `crowd.${index}@example.org` }));
}
