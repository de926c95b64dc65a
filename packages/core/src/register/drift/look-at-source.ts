import {
  ConnectorError,
  type DataMap,
  type DescribedCollection,
  InvalidInputError,
  type Problem,
  type Session,
} from '@habeas/connector-sdk';
import { type ComparedSource, declaredByMap, declaredBySession } from './compared-source.js';

/** A source that can be looked at. */
export interface LookableSource {
  readonly id: string;
  /** What declares its collections, where its connector needs that. */
  readonly map?: DataMap;
  /** Opens a session; may throw what connectors throw. */
  readonly open: () => Promise<Session>;
}

/**
 * Looks at what a source really has, without reading anybody's data. A source that cannot be reached, and one that its data map does
 * not fit at all, comes with the problem; any other fault is thrown.
 */
export async function lookAtSource({ id, map, open }: LookableSource): Promise<ComparedSource> {
  const declared = { id, collections: map === undefined ? [] : declaredByMap(map), leftOut: Object.keys(map?.unmapped ?? {}) };
  try {
    const session = await open();
    try {
      const { collections: health } = await session.check();
      const described = await describedBy(session);
      return {
        ...declared,
        ...(map === undefined ? { collections: declaredBySession(session.collections) } : {}),
        found: { health, ...(described === undefined ? {} : { described }) },
      };
    } finally {
      await session.close();
    }
  } catch (error) {
    return { ...declared, found: { problem: problemOf(error) } };
  }
}

async function describedBy(session: Session): Promise<readonly DescribedCollection[] | undefined> {
  if (session.describe === undefined) return undefined;
  const described: DescribedCollection[] = [];
  for await (const collection of session.describe()) described.push(collection);
  return described;
}

function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInputError) return { errorClass: 'contract', message: error.message, remedy: 'Mend the data map.' };
  if (!(error instanceof ConnectorError)) throw error;
  const { errorClass, message, remedy } = error;
  return { errorClass, message, ...(remedy === undefined ? {} : { remedy }) };
}
