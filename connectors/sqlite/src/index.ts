export { sqlite } from './sqlite.js';
export { sqliteConfigSchema } from './config.js';
export type { SqliteConfig } from './config.js';
export { openSqliteDatabase, sqliteDatabaseOf } from './sqlite-database.js';
