export { openSqlSession } from './open-sql-session.js';
export { sqlLimitsSchema } from './sql-connector.js';
export type { OpenSqlSession, SqlLimits } from './sql-connector.js';
export type {
  ColumnInfo,
  ForeignKeyInfo,
  IndexInfo,
  PlannedScan,
  ReadOnlyProof,
  SqlDatabase,
  SqlParam,
  SqlProduct,
  SqlRow,
  SqlValue,
  Statement,
  TableInfo,
} from './database.js';
