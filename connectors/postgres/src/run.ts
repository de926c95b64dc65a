import type { SqlParam } from '@habeas/sql-engine';
import type { CustomTypesConfig, PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import { typeParsers } from './values/type-parsers.js';

/** A row as the parsers left it. */
export type ParsedRow = Record<string, unknown>;

const TEXT = 25;
const TEXTS = 1009;
const METADATA = typeParsers([{ oid: TEXTS, element: TEXT, delimiter: ',' }]);

/** Runs statements without values, separated by semicolons, and waits for their end. */
export async function run(client: PoolClient, sql: string): Promise<void> {
  await client.query(sql);
}

/** Reads a small result of metadata: texts, arrays of texts, booleans, and numbers that are safe as doubles. */
export async function ask(client: PoolClient, text: string, params: readonly unknown[] = []): Promise<readonly ParsedRow[]> {
  const { rows } = await client.query<ParsedRow>({ text, values: [...params], types: METADATA });
  return rows;
}

/** Starts a statement whose rows are fetched as they are wanted. Values reach the server apart from the text. */
export function openCursor(
  client: PoolClient,
  statement: { readonly text: string; readonly params: readonly SqlParam[] },
  types: CustomTypesConfig,
): Cursor {
  return client.query(new Cursor(statement.text, [...statement.params], { types }));
}
