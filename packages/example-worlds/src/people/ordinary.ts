import type { Root } from '../world/source-builder.js';
import { type PersonOfInterest, truthOf } from '../world/truth.js';
import { byEmail } from './cast.js';
import type { Person } from './person.js';

/** Somebody of the crowd: one mailbox, and nothing that could be taken for anybody else's. */
export function ordinaryPerson({ id, given, family, email }: Person, roots: readonly Root[]): PersonOfInterest {
  return { id, name: `${given} ${family}`, shows: 'An ordinary person.', given: byEmail(email), truth: truthOf(roots) };
}
