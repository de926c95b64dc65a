import { defineConnector, type SessionContext } from '@habeas/connector-sdk';
import { sqliteDatabaseOf } from '@habeas/connector-sqlite';
import { openSqlSession } from '@habeas/sql-engine';
import type SqliteDriver from 'better-sqlite3';
import { filesConfigSchema, type FilesConfig } from './config.js';
import { loadTables } from './load/load-tables.js';
import { manifest } from './manifest.js';
import { openPlace } from './places/open-place.js';
import { tablesOf } from './table-files.js';

/** A folder of exported files, on this machine or an SFTP server, read through a data map: they are loaded into SQLite, and searched as a database is. */
export const files = defineConnector<FilesConfig>({
  manifest,
  config: filesConfigSchema,
  async open(config, context) {
    const { signal } = context;
    const driver = await load(config, context);
    // What is written to is a copy: the files themselves are only ever opened for reading.
    const database = sqliteDatabaseOf(driver, { signal, proof: () => 'session' });
    try {
      return await openSqlSession(database, context, config.limits);
    } catch (error) {
      await database.close();
      throw error;
    }
  },
});

/** Whatever is open or on this machine for the loading is gone after it. */
async function load(config: FilesConfig, context: SessionContext): Promise<SqliteDriver.Database> {
  const place = await openPlace(config, context);
  try {
    const tables = await tablesOf(config, place);
    return await loadTables(tables, context.dataMap?.map, { signal: context.signal, maxBytes: config.maxBytes });
  } finally {
    await place.close();
  }
}
