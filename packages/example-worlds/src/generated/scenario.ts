import type { Person } from '../people/person.js';
import type { Root } from '../world/source-builder.js';
import { type GivenIdentifier, type PersonOfInterest, truthOf } from '../world/truth.js';
import type { GeneratedSystems } from './generated-systems.js';

/** What becomes of a few people: which records they get, and what a search for each of them has to find. */
export interface Scenario {
  readonly id: string;
  /** What can go wrong here. */
  readonly shows: string;
  /** How many people one case takes. */
  readonly people: number;
  /** How many cases there are in a world of 10,000 people; other sizes have their share. */
  readonly casesPer10000: number;
  play(systems: GeneratedSystems, people: readonly Person[]): readonly Expected[];
}

/** A scenario from its description and what happens in it. */
export function scenario(description: Omit<Scenario, 'play'>, play: Scenario['play']): Scenario {
  return { ...description, play };
}

/** One search and its truth. */
export interface Expected {
  readonly person: Person;
  readonly given?: readonly GivenIdentifier[];
  readonly included: readonly Root[];
  readonly queued?: readonly Root[];
}

/** The search that an expectation stands for. */
export function toPersonOfInterest({ id, shows }: Scenario, { person, given, included, queued }: Expected): PersonOfInterest {
  return {
    id: `${id}/${person.id}`,
    name: `${person.given} ${person.family}`,
    shows,
    given: given ?? [{ kind: 'email', value: person.email }],
    truth: truthOf(included, queued),
  };
}

/** The people of one case. Throws where the case was given fewer than it takes. */
export function one(people: readonly Person[]): Person {
  const [person] = people;
  if (person === undefined) throw new RangeError('this case takes one person');
  return person;
}

/** See {@link one}. */
export function two(people: readonly Person[]): readonly [Person, Person] {
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new RangeError('this case takes two people');
  return [first, second];
}

/** First name and surname in one text, as forms with one field have it. */
export function fullName({ given, family }: Person): string {
  return `${given} ${family}`;
}

/** Another mailbox of the same person. */
export function secondAddress({ id }: Person, domain = 'private.test'): string {
  return `${id}@${domain}`;
}
