import { defineConnector } from '@habeas/connector-sdk';
import { openSqlSession } from '@habeas/sql-engine';
import { postgresConfigSchema } from './config.js';
import { postgresManifest } from './manifest.js';
import { openPostgres } from './open-postgres.js';

/** PostgreSQL databases. */
export const postgres = defineConnector({
  manifest: postgresManifest,
  config: postgresConfigSchema,
  open: async (config, context) => {
    const database = await openPostgres(config, context.signal);
    try {
      return await openSqlSession(database, context, config.limits);
    } catch (error) {
      await database.close();
      throw error;
    }
  },
});
