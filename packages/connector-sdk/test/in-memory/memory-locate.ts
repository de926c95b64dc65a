import {
  compareIdentifiers,
  ConnectorError,
  Secret,
  toIdentifiers,
  type CanonicalOptions,
  type Evidence,
  type FoundIdentifier,
  type Identifier,
  type Located,
  type Match,
} from '../../src/index.js';
import type { Row } from './memory-database.js';
import { refersTo } from './memory-map.js';
import type { MemoryRows } from './memory-rows.js';

/** Searches one collection by reading all of it and comparing canonical forms. */
export async function* locateIn(
  rows: MemoryRows,
  collection: string,
  identifiers: readonly Identifier[],
): AsyncIterable<Match | Located> {
  const lookups = rows.map.lookups(collection);
  let found = 0;
  try {
    for await (const row of rows.of(collection)) {
      const match = await matchOf(rows, collection, row, identifiers);
      if (match === undefined) continue;
      found += 1;
      yield match;
    }
    yield { type: 'located', collection, outcome: found > 0 ? 'complete' : 'empty', lookups, dropped: 0 };
  } catch (fault) {
    if (!(fault instanceof ConnectorError) || fault.errorClass === 'aborted') throw fault;
    const outcome = fault.errorClass === 'permission' ? 'denied' : 'failed';
    const problem = { errorClass: fault.errorClass, message: fault.message };
    yield { type: 'located', collection, outcome, lookups, dropped: 0, problem };
  }
}

async function matchOf(
  rows: MemoryRows,
  collection: string,
  row: Row,
  wanted: readonly Identifier[],
): Promise<Match | undefined> {
  const held = [...identifiersOn(rows, collection, row, 'self'), ...(await identifiersBelow(rows, collection, row))];
  const evidence = held.flatMap((found) => evidenceOf(found, wanted));
  if (evidence.length === 0) return undefined;
  const mentions = evidence.every(({ field }) => isAboutOthers(rows, field));
  return {
    type: 'match',
    collection,
    key: rows.map.keyOf(collection, row),
    record: rows.values(collection, row).data,
    evidence,
    identifiers: held,
    standing: mentions ? 'third-party' : 'subject',
  };
}

function isAboutOthers({ map }: MemoryRows, field: string): boolean {
  const [collection = '', name = ''] = field.split('.');
  return map.collection(collection).fields[name]?.thirdParty === true;
}

function identifiersOn(rows: MemoryRows, collection: string, row: Row, of: 'self' | 'owner'): readonly FoundIdentifier[] {
  return rows.map.fields(collection).flatMap((field) => {
    const spec = field.spec?.identifier;
    const value = row.get(field.column) ?? null;
    if (spec?.of !== of || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const part = 'part' in spec && spec.part !== undefined ? { part: spec.part } : {};
    return toIdentifiers(spec.kind, String(value), canonicalOptions(rows, spec)).map((identifier) => ({
      identifier: { ...identifier, value: new Secret(String(value)) },
      field: `${collection}.${field.name}`,
      ...part,
    }));
  });
}

async function identifiersBelow(rows: MemoryRows, collection: string, row: Row): Promise<readonly FoundIdentifier[]> {
  const found: FoundIdentifier[] = [];
  for (const child of rows.map.children(collection)) {
    const fields = Object.values(rows.map.collection(child.collection).fields);
    if (!fields.some(({ identifier }) => identifier?.of === 'owner')) continue;
    for await (const below of rows.of(child.collection)) {
      if (refersTo(below, child.on, row)) found.push(...identifiersOn(rows, child.collection, below, 'owner'));
    }
  }
  return found;
}

function canonicalOptions({ options: { phoneRegion } }: MemoryRows, spec: object): CanonicalOptions {
  const namespace = 'namespace' in spec && typeof spec.namespace === 'string' ? { namespace: spec.namespace } : {};
  return { ...(phoneRegion === undefined ? {} : { phoneRegion }), ...namespace };
}

function evidenceOf({ identifier, field }: FoundIdentifier, wanted: readonly Identifier[]): readonly Evidence[] {
  return wanted.flatMap((searched) => {
    const verdict = ['name', 'birthDate'].includes(searched.kind) ? 'different' : compareIdentifiers(identifier, searched);
    if (verdict === 'different') return [];
    const how = verdict === 'folded' ? verdict : nearness(identifier.value.reveal(), searched.value.reveal());
    return [{ identifier: searched, field, found: identifier.value, how }];
  });
}

function nearness(found: string, searched: string): Evidence['how'] {
  if (found === searched) return 'equal';
  return found.toLowerCase() === searched.toLowerCase() ? 'equal-fold' : 'normalised';
}
