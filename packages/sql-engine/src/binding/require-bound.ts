import { ConnectorError, type Problem } from '@habeas/connector-sdk';
import type { BoundCollection, BoundMap } from './bound-map.js';

/** A collection that can be used. Throws what is wrong with it otherwise: `not-found`, `permission` or `contract`. */
export function requireBound({ collections }: BoundMap, name: string): BoundCollection {
  const collection = collections.get(name);
  if (collection?.state === 'bound') return collection;
  const [problem] = collection?.problems ?? [];
  throw errorOf(problem ?? { errorClass: 'contract', message: `The data map has no collection "${name}".` }, name);
}

/** A problem, as it is thrown. */
export function errorOf({ errorClass, message, remedy }: Problem, collection: string): ConnectorError {
  return new ConnectorError(errorClass, message, { collection, ...(remedy === undefined ? {} : { remedy }) });
}

/** An error of a source, as it is reported. */
export function problemFrom({ errorClass, message, remedy }: ConnectorError): Problem {
  return { errorClass, message, ...(remedy === undefined ? {} : { remedy }) };
}

/** An error of the database, which knows nothing of collections, as one of the collection that was read. */
export function namingCollection(error: unknown, collection: string): unknown {
  if (!(error instanceof ConnectorError) || error.collection !== undefined) return error;
  const { errorClass, message, remedy, retryAfterMs, cause } = error;
  return new ConnectorError(errorClass, message, {
    collection,
    ...(remedy === undefined ? {} : { remedy }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(cause === undefined ? {} : { cause }),
  });
}
