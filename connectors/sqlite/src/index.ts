export { sqlite } from './sqlite.js';
export { sqliteConfigSchema } from './config.js';
export type { SqliteConfig } from './config.js';
export { openSqliteDatabase } from './sqlite-database.js';
