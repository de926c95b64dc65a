import type { SqlProduct } from '../database.js';
import type { Dialect } from './dialect.js';
import { mariadb, mysql } from './mysql.js';
import { postgres } from './postgres.js';
import { sqlite } from './sqlite.js';

const DIALECTS: Readonly<Record<SqlProduct, Dialect>> = { mysql, mariadb, postgres, sqlite };

/** How a product's SQL is written. */
export function dialectOf(product: SqlProduct): Dialect {
  return DIALECTS[product];
}
