import type { GivenIdentifier } from '../world/truth.js';
import { fictionalPhone, type Person } from './person.js';

/** Telephones of the cast start here: the crowd's stay below. */
const FIRST_CAST_PHONE = 9000;

/** Somebody of the cast. `number` makes their telephone, so it is another one for everybody who shall have their own. */
export function person(number: number, name: readonly [given: string, family: string], birthDate: string, email: string): Person {
  const [given, family] = name;
  const phone = fictionalPhone(FIRST_CAST_PHONE + number);
  return { id: `cast${number}`, given, family, birthDate, email, phone, language: 'fr', country: 'FR' };
}

/** The one identifier that most people give. */
export function byEmail(value: string): readonly GivenIdentifier[] {
  return [{ kind: 'email', value }];
}
