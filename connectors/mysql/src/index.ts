import { defineConnector } from '@habeas/connector-sdk';
import { openSqlSession } from '@habeas/sql-engine';
import { mysqlConfigSchema } from './config.js';
import { mysqlManifest } from './manifest.js';
import { openMysql } from './open-mysql.js';

/** MySQL and MariaDB databases. */
export const mysql = defineConnector({
  manifest: mysqlManifest,
  config: mysqlConfigSchema,
  open: async (config, context) => {
    const database = await openMysql(config, context.signal);
    try {
      return await openSqlSession(database, context, config.limits);
    } catch (error) {
      await database.close();
      throw error;
    }
  },
});
