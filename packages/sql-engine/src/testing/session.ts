import {
  parseDataMap,
  toIdentifier,
  type Identifier,
  type IdentifierKind,
  type Item,
  type Located,
  type Match,
  type ReadRequest,
  type Session,
} from '@habeas/connector-sdk';
import type { SqlDatabase } from '../database.js';
import { openSqlSession } from '../open-sql-session.js';
import { sqlLimitsSchema, type SqlLimits } from '../sql-connector.js';

/** A session over a database, with a data map as text. */
export function session(
  database: SqlDatabase,
  dataMap: string | undefined,
  { signal = new AbortController().signal, ...limits }: Partial<SqlLimits> & { readonly signal?: AbortSignal } = {},
): Promise<Session> {
  const file = dataMap === undefined ? {} : { dataMap: parseDataMap(dataMap, 'shop.map.yaml') };
  return openSqlSession(database, { source: 'shop', ...file, phoneRegion: 'FR', signal }, sqlLimitsSchema.parse(limits));
}

/** An identifier, which has to be one. */
export function identifier(kind: IdentifierKind, text: string, namespace?: string): Identifier {
  const found = toIdentifier(kind, text, { phoneRegion: 'FR', ...(namespace === undefined ? {} : { namespace }) });
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

/** Everything a search finds. */
export async function located(from: Session, ...identifiers: readonly Identifier[]): Promise<readonly (Match | Located)[]> {
  const items: (Match | Located)[] = [];
  for await (const item of from.locate({ identifiers })) items.push(item);
  return items;
}

/** Everything a read delivers. */
export async function delivered(
  from: Session,
  collection: string,
  roots: ReadRequest['roots'],
  more: Partial<ReadRequest> = {},
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of from.read({ collection, roots, want: 'records', ...more })) items.push(item);
  return items;
}
