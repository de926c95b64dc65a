import { compareIdentifiers, type Evidence, type Identifier, toIdentifiers } from '@habeas/connector-sdk';
import { identifierKey } from '../subject/identifier-key.js';

/** Where an identifier stands: in a field that identifies the record's person, in text somebody wrote, or in somebody else's data. */
export type Place = 'identifier' | 'free-text' | 'third-party';

/** Evidence that holds on our own check. */
export interface CheckedEvidence {
  /** See `identifierKey`. */
  readonly key: string;
  readonly identifier: Identifier;
  readonly field: string;
  readonly how: Evidence['how'];
  readonly place: Place;
}

/** What the check of one piece of evidence depends on. */
export interface RecheckContext {
  /** What was asked for, by `identifierKey`. */
  readonly asked: ReadonlyMap<string, Identifier>;
  /** The region the source's national phone numbers are read in. */
  readonly phoneRegion: string | undefined;
  readonly place: Place;
}

/**
 * The evidence as it holds on our own check, or `undefined` where it does not: an identifier nobody asked for, or a found
 * value that is another one. The connector's own word for how it matched is not believed.
 */
export function recheckEvidence(evidence: Evidence, context: RecheckContext): CheckedEvidence | undefined {
  const key = identifierKey(evidence.identifier);
  const asked = context.asked.get(key);
  if (asked === undefined) return undefined;
  const how = howFound(asked, evidence.found.reveal(), context.phoneRegion);
  return how === undefined ? undefined : { key, identifier: asked, field: evidence.field, how, place: context.place };
}

function howFound(asked: Identifier, text: string, phoneRegion: string | undefined): Evidence['how'] | undefined {
  const found = toIdentifiers(asked.kind, text, {
    ...(asked.namespace === undefined ? {} : { namespace: asked.namespace }),
    ...(phoneRegion === undefined ? {} : { phoneRegion }),
  });
  const likeness = found.map((identifier) => compareIdentifiers(asked, identifier));
  if (likeness.includes('same')) return textLikeness(asked.value.reveal(), text.trim());
  return likeness.includes('folded') ? 'folded' : undefined;
}

function textLikeness(asked: string, found: string): Evidence['how'] {
  if (asked === found) return 'equal';
  return asked.toLowerCase() === found.toLowerCase() ? 'equal-fold' : 'normalised';
}
