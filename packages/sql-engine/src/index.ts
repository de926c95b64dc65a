export { abortedError } from './engine.js';
export { openSqlSession } from './open-sql-session.js';
export { Lease } from './pool/lease.js';
export type { LeaseOwner } from './pool/lease.js';
export { Turns } from './pool/turns.js';
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
