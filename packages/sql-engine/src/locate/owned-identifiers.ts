import { ownIdentifiers, recordId, type FoundIdentifier } from '@habeas/connector-sdk';
import { join, sql, verbatim } from '../dialect/sql.js';
import { statementOf, type Engine } from '../engine.js';
import { Aliases } from '../read/aliases.js';
import { hasKey, type Writing } from '../read/membership.js';
import { keyPart } from '../value/key-codec.js';
import { chainJoins } from './find-owners.js';
import type { Hit } from './hit.js';
import { chainsTo, type OwnerChain } from './owner-chains.js';
import { selectRows } from './select-rows.js';
import { identifierFields } from './identifier-fields.js';

/** Identifiers that rows below add to one match, at most. A person with more is no person. */
const MOST_PER_MATCH = 200;

/** All identifiers of hits in one collection: on the rows themselves, and on owned rows that identify their owner. */
export async function identifiersOf(hits: readonly Hit[], engine: Engine): Promise<readonly (readonly FoundIdentifier[])[]> {
  const [first] = hits;
  if (first === undefined) return [];
  const fields = identifierFields(first.collection.fields);
  const below = new Map<string, FoundIdentifier[]>(hits.map(({ key }) => [recordId(key), []]));
  for (const chain of chainsTo(first.collection, engine.map)) await addFromBelow(chain, hits, below, engine);
  return hits.map(({ collection, key, data }) => [
    ...ownIdentifiers(collection.name, fields, data, engine.phoneRegion),
    ...(below.get(recordId(key)) ?? []).slice(0, MOST_PER_MATCH),
  ]);
}

async function addFromBelow(
  chain: OwnerChain,
  hits: readonly Hit[],
  below: ReadonlyMap<string, FoundIdentifier[]>,
  engine: Engine,
): Promise<void> {
  const { dialect } = engine;
  const writing: Writing = { map: engine.map, dialect, aliases: new Aliases() };
  const { top, bottom } = chainJoins(chain, writing);
  const ownerKey = chain.owner.key.map(({ column }) => dialect.name(top, column.name));
  const extra = ownerKey.map((value, index) => ({ alias: `~k${index}`, value }));
  const rows = selectRows(chain.from, bottom.target, engine, extra);
  const keys = hits.map(({ key }) => key);
  const order = [...ownerKey, ...chain.from.key.map(({ column }) => dialect.name(bottom.target, column.name))];
  const most = verbatim(String(MOST_PER_MATCH * hits.length));
  const query = sql`SELECT ${rows.list} FROM ${bottom.from} WHERE ${hasKey(ownerKey, chain.owner.key, keys, dialect)} ORDER BY ${join(order, ', ')} LIMIT ${most}`;
  const statement = statementOf(query, engine, chain.from.name);
  await engine.guard.admit(statement, writing.aliases, chain.from.name);
  const fields = identifierFields(chain.from.fields).filter(({ identifier }) => identifier.of === 'owner');
  for await (const batch of engine.database.stream(statement)) {
    for (const row of batch) {
      const owner = recordId(extra.map(({ alias }) => keyPart(row[alias] ?? null) ?? ''));
      const record = rows.record(row);
      if (record !== undefined)
        below.get(owner)?.push(...ownIdentifiers(chain.from.name, fields, record.data, engine.phoneRegion));
    }
  }
}
