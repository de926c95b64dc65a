import { recordId } from '@habeas/connector-sdk';
import { ALWAYS, sql, type Sql } from '../dialect/sql.js';
import { statementOf, type Engine } from '../engine.js';
import { Aliases } from '../read/aliases.js';
import { chunks } from '../read/chunks.js';
import { hasKey, joinDown, keyNames, tableSql, type Membership, type Writing } from '../read/membership.js';
import { keyPart } from '../value/key-codec.js';
import type { Hit } from './hit.js';
import { ownerChains, type OwnerChain } from './owner-chains.js';
import { selectRows } from './select-rows.js';

/**
 * Leads hits in fields that identify their row's owner up to the owners, each with the evidence that led there. A row
 * that nobody owns is itself the match.
 */
export async function findOwners(hits: readonly Hit[], engine: Engine): Promise<readonly Hit[]> {
  const [first] = hits;
  if (first === undefined) return [];
  const owners = new Map<string, Hit>();
  const orphans = new Map(hits.map((hit) => [recordId(hit.key), hit]));
  for (const chain of ownerChains(first.collection, engine.map)) {
    for (const part of chunks(hits)) {
      for (const { hit, owner } of await climb(chain, part, engine)) {
        orphans.delete(recordId(hit.key));
        const id = JSON.stringify([chain.owner.name, recordId(owner.key)]);
        owners.set(id, withEvidence(owners.get(id) ?? owner, hit));
      }
    }
  }
  return [...owners.values(), ...orphans.values()];
}

function withEvidence(owner: Hit, { evidence, thirdParty }: Hit): Hit {
  return { ...owner, evidence: [...owner.evidence, ...evidence], thirdParty: owner.thirdParty && thirdParty };
}

async function climb(chain: OwnerChain, hits: readonly Hit[], engine: Engine): Promise<readonly { hit: Hit; owner: Hit }[]> {
  const writing: Writing = { map: engine.map, dialect: engine.dialect, aliases: new Aliases() };
  const { top, bottom } = chainJoins(chain, writing);
  const childKey = chain.from.key.map(({ column }) => engine.dialect.name(bottom.target, column.name));
  const extra = childKey.map((value, index) => ({ alias: `~k${index}`, value }));
  const rows = selectRows(chain.owner, top, engine, extra);
  const keys = hits.map(({ key }) => key);
  const where = hasKey(childKey, chain.from.key, keys, engine.dialect);
  const statement = statementOf(sql`SELECT ${rows.list} FROM ${bottom.from} WHERE ${where}`, engine, chain.owner.name);
  await engine.guard.admit(statement, writing.aliases, chain.from.name);
  const byId = new Map(hits.map((hit) => [recordId(hit.key), hit]));
  return (await engine.database.query(statement)).flatMap((row) => {
    const hit = byId.get(recordId(extra.map(({ alias }) => keyPart(row[alias] ?? null) ?? '')));
    const record = rows.record(row);
    if (hit === undefined || record === undefined) return [];
    return [{ hit, owner: { collection: chain.owner, ...record, evidence: [], thirdParty: true } }];
  });
}

/** The tables of a chain, joined from the owner down to the rows that identify it. */
export function chainJoins(
  { references, owner }: OwnerChain,
  writing: Writing,
): { readonly top: string; readonly bottom: Membership } {
  const top = writing.aliases.of(owner.table, keyNames(owner));
  const from: Sql = sql`${tableSql(owner.table, writing.dialect)} AS ${writing.dialect.name(top)}`;
  const start: Membership = { walks: [], from, where: ALWAYS, target: top, root: sql`0` };
  const bottom = [...references].reverse().reduce((reached, reference) => joinDown(reached, [reference], writing), start);
  return { top, bottom };
}
