import { resolve } from 'node:path';
import { defineConnector } from '@habeas/connector-sdk';
import { sqliteDatabaseOf } from '@habeas/connector-sqlite';
import { openSqlSession } from '@habeas/sql-engine';
import { filesConfigSchema, type FilesConfig } from './config.js';
import { loadTables } from './load/load-tables.js';
import { manifest } from './manifest.js';
import { tablesOf } from './table-files.js';

/** A folder of exported files, read through a data map: they are loaded into SQLite, and searched as a database is. */
export const files = defineConnector<FilesConfig>({
  manifest,
  config: filesConfigSchema,
  async open(config, context) {
    const { signal, dataMap, baseDirectory = '.' } = context;
    const tables = await tablesOf(config, resolve(baseDirectory, config.folder));
    const driver = await loadTables(tables, dataMap?.map, { signal, maxBytes: config.maxBytes });
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
