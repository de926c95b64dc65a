import mysql2, { type Connection, type FieldPacket } from 'mysql2';
import type { SqlParam, Statement } from '@habeas/sql-engine';

// A getter that loads the driver's module anew each time it is asked
const { TypedParameter } = mysql2;

/** A row before its values were made faithful. */
export type RawRow = Record<string, unknown>;

/** Runs a statement without values and waits for its end; for settings and metadata. */
export function run(connection: Connection, sql: string): Promise<readonly RawRow[]> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error, result) => {
      if (error === null) resolve(Array.isArray(result) ? (result as RawRow[]) : []);
      else reject(error);
    });
  });
}

/** Runs a statement with values, prepared by the server, and waits for its end. */
export function runPrepared(connection: Connection, { text, params }: Statement): Promise<readonly RawRow[]> {
  return new Promise((resolve, reject) => {
    connection.execute(text, params.map(toDriverValue), (error, result) => {
      if (error === null) resolve(Array.isArray(result) ? (result as RawRow[]) : []);
      else reject(error);
    });
  });
}

/** What the driver sends: whole numbers as integers (it would make doubles of them), bytes as its own kind of bytes. */
export function toDriverValue(value: SqlParam): string | number | Buffer | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return TypedParameter.BIGINT(value) as unknown as number;
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/** A command that the driver is running, as events. */
export interface RunningCommand {
  on(event: 'fields', listener: (fields: FieldPacket[]) => void): this;
  on(event: 'result', listener: (row: RawRow) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'end', listener: () => void): this;
}
