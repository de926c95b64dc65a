import { describe, expect, it } from '@jest/globals';
import type { SqlRow, Statement } from '@habeas/sql-engine';
import mysql2 from 'mysql2';
import { readTables } from './catalog/tables.js';
import type { Connections } from './connections.js';
import { proveReadOnly } from './read-only-proof.js';
import { scansIn } from './scans.js';
import { parseVersion } from './server-version.js';
import { valueConverter } from './values.js';

const VERSION = parseVersion('8.4.2');

/** Connections that answer statements from a list, as a MySQL 8 does. */
function answering(answers: Readonly<Record<string, readonly SqlRow[]>>): Connections {
  const connection = {
    query: (sql: string, done: (error: Error | null, rows: readonly SqlRow[]) => void) => {
      const answer = answers[sql];
      done(answer === undefined ? new Error(`unexpected: ${sql}`) : null, answer ?? []);
    },
  };
  const lease = { connection, guard: <T>(work: Promise<T>) => work, discard: () => Promise.resolve() };
  return { lease: () => Promise.resolve(lease) } as unknown as Connections;
}

describe('MySQL 8', () => {
  it('tells of indexes on expressions, and of none that it does not use', async () => {
    const asked: string[] = [];
    const ask = ({ text }: Statement): Promise<readonly SqlRow[]> => {
      asked.push(text);
      if (text.includes('STATISTICS')) {
        return Promise.resolve([
          { s: 'shop', t: 'member', name: 'by_lower', nonUnique: 1, col: null, expression: 'lower(`email`)' },
        ]);
      }
      if (!text.includes('.TABLES')) return Promise.resolve([]);
      return Promise.resolve([{ s: 'shop', t: 'member', kind: Buffer.from('BASE TABLE'), estimate: '7' }]);
    };
    const [table] = await readTables(ask, VERSION, ['shop']);
    expect(table).toMatchObject({ kind: 'table', rowEstimate: 7, indexes: [{ parts: [{ expression: 'lower(`email`)' }] }] });
    expect(asked.find((text) => text.includes('STATISTICS'))).toMatch(/EXPRESSION AS expression[^]*IS_VISIBLE = 'YES'/);
    expect(asked.some((text) => text.includes('CHECK_CONSTRAINTS'))).toBe(false);
  });

  it('parses its JSON without losing digits', () => {
    const column = { name: 'j', columnType: mysql2.Types.JSON, characterSet: 63, encoding: 'binary', decimals: 0 };
    const convert = valueConverter([column], 'text');
    expect(convert({ j: '{"n":12345678901234567890}' })).toEqual({ j: { n: '12345678901234567890' } });
    expect(convert({ j: null })).toEqual({ j: null });
  });

  it('is asked for the rights of all its roles at once', async () => {
    const connections = answering({
      'SHOW GRANTS': [{ a: 'GRANT USAGE ON *.* TO `r`@`%`' }, { a: 'GRANT `app`@`%`,`ops`@`%` TO `r`@`%`' }],
      'SHOW GRANTS FOR CURRENT_USER() USING `app`@`%`, `ops`@`%`': [{ a: 'GRANT INSERT ON `shop`.* TO `r`@`%`' }],
      'SELECT @@session.transaction_read_only AS isOn': [{ isOn: 0 }],
    });
    expect(await proveReadOnly(connections, VERSION)).toEqual({ level: 'no', excess: ['INSERT on shop.*'] });
  });

  it('names the table behind an alias in its plans, and no result of a part of the statement', () => {
    const plan = [
      { table: 't0', type: 'ALL', rows: '12' },
      { table: 't1', type: 'index', rows: '5' },
      { table: 't2', type: 'ref', rows: '3' },
      { table: '<derived2>', type: 'ALL', rows: '9' },
      { table: null, type: null, rows: null },
      { table: 'plain', type: 'ALL', rows: null },
    ];
    const text = 'SELECT 1 FROM `shop`.`odd ``name` AS `t0` JOIN `order` `t1` JOIN `x` AS `t2`';
    expect(scansIn(plan, text)).toEqual([
      { table: 'odd `name', rows: 12 },
      { table: 'order', rows: 5 },
      { table: 'plain', rows: 0 },
    ]);
  });
});
