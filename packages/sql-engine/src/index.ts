export { abortedError } from './engine.js';
export { openSqlSession } from './open-sql-session.js';
export type { Lease } from './pool/lease.js';
export { Leases } from './pool/leases.js';
export type { ConnectionDriver, Killing, LeaseBounds } from './pool/leases.js';
export { retold } from './retold.js';
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
