import { fictionalPhone, type Person } from '../../people/person.js';
import type { GivenIdentifier } from '../../world/truth.js';
import { EventPlatform } from '../event-platform.js';
import { Hostel } from '../hostel.js';
import { MemberDatabase } from '../member-database.js';
import { NewsletterTool } from '../newsletter-tool.js';

/** The four systems of the demo world while their rows are made. */
export interface DemoSystems {
  readonly membership: MemberDatabase;
  readonly events: EventPlatform;
  readonly newsletter: NewsletterTool;
  readonly hostel: Hostel;
}

/** Four systems with nobody in them. */
export function createSystems(): DemoSystems {
  return {
    membership: new MemberDatabase(),
    events: new EventPlatform(),
    newsletter: new NewsletterTool(),
    hostel: new Hostel(),
  };
}

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
