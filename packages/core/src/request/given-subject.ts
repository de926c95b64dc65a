import { Secret } from '@habeas/connector-sdk';
import { createSubject, type GivenIdentifier, type Subject } from '../subject/subject.js';
import type { GivenText } from './data-request.js';

/** The subject as the search takes it: only what is proved is searched for. */
export function subjectOf(identifiers: readonly GivenText[], phoneRegion: string | undefined): Subject {
  const given = identifiers.map(({ kind, value, namespace, part, provedBy }): GivenIdentifier => ({
    kind,
    value: new Secret(value),
    verified: provedBy !== undefined,
    ...(namespace === undefined ? {} : { namespace }),
    ...(part === undefined ? {} : { part }),
  }));
  return createSubject(given, phoneRegion === undefined ? {} : { phoneRegion });
}
