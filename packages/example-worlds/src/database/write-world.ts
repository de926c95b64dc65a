import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import type { CellValue, TableRow } from '../world/source-builder.js';
import { copyInto } from './postgres-copy.js';
import { createTableSql, quoteName, type Product, type TableDesign } from './table-design.js';
import { writeSqlite } from './write-sqlite.js';

const ROWS_PER_INSERT = 2_000;

/** An empty database that a world is written to: its own URL, or the path of a SQLite file. */
export interface WorldTarget {
  readonly product: Product;
  readonly url: string;
}

/** Creates the tables and fills them. Rejects with the product's error; rows without a design are an error too. */
export async function writeWorld(
  { product, url }: WorldTarget,
  designs: readonly TableDesign[],
  tables: ReadonlyMap<string, readonly TableRow[]>,
): Promise<void> {
  for (const name of tables.keys())
    if (!designs.some((design) => design.name === name)) throw new TypeError(`no design for the table ${name}`);
  const schema = designs.flatMap((design) => createTableSql(design, product));
  if (product === 'sqlite') writeSqlite(url, schema.join(';\n'), tables);
  else if (product === 'mariadb') await writeMariadb(url, schema, tables);
  else await writePostgres(url, schema, tables);
}

async function writeMariadb(
  url: string,
  schema: readonly string[],
  tables: ReadonlyMap<string, readonly TableRow[]>,
): Promise<void> {
  const connection = await createConnection({ uri: url, charset: 'utf8mb4' });
  try {
    for (const statement of schema) await connection.query(statement);
    for (const [table, rows] of tables)
      for (const { columns, values } of batches(rows)) {
        const names = columns.map((name) => quoteName(name, 'mariadb')).join(', ');
        await connection.query(`INSERT INTO ${quoteName(table, 'mariadb')} (${names}) VALUES ?`, [values]);
      }
  } finally {
    await connection.end();
  }
}

async function writePostgres(
  url: string,
  schema: readonly string[],
  tables: ReadonlyMap<string, readonly TableRow[]>,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of schema) await client.query(statement);
    for (const [table, rows] of tables)
      for (const { columns, values } of batches(rows)) {
        const names = columns.map((name) => quoteName(name, 'postgres')).join(', ');
        const lines = values.map((row) => `${row.map(copyText).join('\t')}\n`).join('');
        await copyInto(client, `COPY ${quoteName(table, 'postgres')} (${names}) FROM STDIN`, lines);
      }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

interface Batch {
  readonly columns: readonly string[];
  readonly values: readonly (readonly CellValue[])[];
}

/** Rows of the same columns, a few thousand at a time. */
function* batches(rows: readonly TableRow[]): Generator<Batch> {
  const byShape = new Map<string, TableRow[]>();
  for (const row of rows) {
    const shape = JSON.stringify(Object.keys(row));
    const group = byShape.get(shape);
    if (group === undefined) byShape.set(shape, [row]);
    else group.push(row);
  }
  for (const [shape, group] of byShape)
    for (let start = 0; start < group.length; start += ROWS_PER_INSERT)
      yield {
        columns: JSON.parse(shape) as string[],
        values: group.slice(start, start + ROWS_PER_INSERT).map((row) => Object.values(row)),
      };
}

/** A value in the text format of COPY. */
function copyText(value: CellValue): string {
  if (value === null) return '\\N';
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return String(value).replace(/[\\\t\n\r]/gu, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
