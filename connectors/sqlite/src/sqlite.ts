import { resolve } from 'node:path';
import { defineConnector } from '@habeas/connector-sdk';
import { openSqlSession } from '@habeas/sql-engine';
import { sqliteConfigSchema, type SqliteConfig } from './config.js';
import { manifest } from './manifest.js';
import { openSqliteDatabase } from './sqlite-database.js';

/** SQLite files, read through a data map. */
export const sqlite = defineConnector<SqliteConfig>({
  manifest,
  config: sqliteConfigSchema,
  async open({ file, busyTimeoutMs, limits }, context) {
    const path = resolve(context.baseDirectory ?? '.', file);
    const database = openSqliteDatabase({ path, busyTimeoutMs, signal: context.signal });
    try {
      return await openSqlSession(database, context, limits);
    } catch (error) {
      await database.close();
      throw error;
    }
  },
});
