import type { Finding, FoundIdentifier, JsonObject, Match, RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';

/** A row that holds, on re-check, what was searched. */
export interface Hit extends Finding {
  readonly collection: BoundCollection;
  readonly key: RecordKey;
  readonly data: JsonObject;
}

/**
 * A hit as it is reported. Where every identifier stood in a field about somebody else, the record only mentions the
 * person: the identifiers on it are another's and are not handed on.
 */
export function matchOf({ collection, key, data, evidence, thirdParty }: Hit, identifiers: readonly FoundIdentifier[]): Match {
  const found = { type: 'match', collection: collection.name, key, record: data, evidence } as const;
  return thirdParty ? { ...found, identifiers: [], standing: 'third-party' } : { ...found, identifiers, standing: 'subject' };
}
