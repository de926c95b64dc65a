import type { Logger } from 'typeorm';

/** TypeORM would print statements with their values, and does so for some faults whatever it is told. Nothing is printed. */
export const silentLogger: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
