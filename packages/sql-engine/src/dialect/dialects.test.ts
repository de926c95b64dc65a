import { describe, expect, it } from '@jest/globals';
import type { SqlProduct } from '../database.js';
import { column, table } from '../testing/index.js';
import { dialectOf } from './dialect-of.js';
import type { Dialect } from './dialect.js';
import { toStatement, verbatim, type Sql } from './sql.js';

const PRODUCTS: readonly SqlProduct[] = ['mysql', 'mariadb', 'postgres', 'sqlite'];
const print = (dialect: Dialect, piece: Sql): string => toStatement(piece, (position) => dialect.placeholder(position)).text;
const each = (write: (dialect: Dialect) => Sql): Record<string, string> =>
  Object.fromEntries(PRODUCTS.map((product) => [product, print(dialectOf(product), write(dialectOf(product)))]));

const text = column('name', 'varchar(255)');
const latin = column('name', 'varchar(255)', { collation: { name: 'latin1_general_cs', caseSensitive: true } });
const number = column('id', 'int');
const uuid = column('id', 'uuid', { type: 'string' });

describe('dialects', () => {
  it('quote names, doubling the quote itself', () => {
    expect(each((dialect) => dialect.name('my "odd" `table`', 'a'))).toEqual({
      mysql: '`my "odd" ``table```.`a`',
      mariadb: '`my "odd" ``table```.`a`',
      postgres: '"my ""odd"" `table`"."a"',
      sqlite: '"my ""odd"" `table`"."a"',
    });
  });

  it('compare integers as integers of any size', () => {
    expect(each((dialect) => dialect.integer('18446744073709551615'))).toEqual({
      mysql: 'CAST(? AS UNSIGNED)',
      mariadb: 'CAST(? AS UNSIGNED)',
      postgres: 'CAST($1 AS bigint)',
      sqlite: 'CAST(? AS INTEGER)',
    });
    expect(print(dialectOf('mysql'), dialectOf('mysql').integer('-5'))).toBe('CAST(? AS SIGNED)');
  });

  it('convert a text to the character set of the column, never the column', () => {
    expect(each((dialect) => dialect.text('é', latin))).toEqual({
      mysql: 'CONVERT(? USING latin1) COLLATE latin1_general_cs',
      mariadb: 'CONVERT(? USING latin1) COLLATE latin1_general_cs',
      postgres: '$1',
      sqlite: '?',
    });
    expect(print(dialectOf('mysql'), dialectOf('mysql').text('é', text))).toBe('?');
  });

  it('join columns of different collations without touching the searched side', () => {
    const searched = { value: verbatim('s'), column: latin };
    expect(each((dialect) => dialect.equals(searched, { value: verbatim('g'), column: text }))).toMatchObject({
      mysql: 's = CONVERT(g USING latin1) COLLATE latin1_general_cs',
      postgres: 's = g COLLATE "default"',
      sqlite: 's = g',
    });
    expect(each((dialect) => dialect.equals(searched, { value: verbatim('g'), column: latin }))).toMatchObject({
      mysql: 's = g',
      postgres: 's = g',
    });
  });

  it('join a text with a number by the text, so that 1abc is not 1', () => {
    const [asText, asNumber] = [
      { value: verbatim('t'), column: text },
      { value: verbatim('n'), column: number },
    ];
    expect(each((dialect) => dialect.equals(asText, asNumber))).toEqual({
      mysql: 't = CONVERT(n USING utf8mb4) COLLATE utf8mb4_general_ci',
      mariadb: 't = CONVERT(n USING utf8mb4) COLLATE utf8mb4_general_ci',
      postgres: 't = CAST(n AS text)',
      sqlite: 't = CAST(n AS TEXT)',
    });
    expect(each((dialect) => dialect.equals(asNumber, asText))).toEqual({
      mysql: 'CONVERT(n USING utf8mb4) COLLATE utf8mb4_general_ci = t',
      mariadb: 'CONVERT(n USING utf8mb4) COLLATE utf8mb4_general_ci = t',
      postgres: 'CAST(n AS text) = t',
      sqlite: 'CAST(n AS TEXT) = t',
    });
  });

  it('read a UUID of PostgreSQL as text beside text, and as itself beside another', () => {
    const postgres = dialectOf('postgres');
    const [asUuid, asText] = [
      { value: verbatim('u'), column: uuid },
      { value: verbatim('t'), column: text },
    ];
    const texts = [postgres.equals(asUuid, asText), postgres.equals(asUuid, asUuid)].map((piece) => print(postgres, piece));
    expect(texts).toEqual(['CAST(u AS text) = t', 'u = u']);
  });

  it('fold letter case under a collation that knows ASCII the same way everywhere', () => {
    expect(each((dialect) => dialect.folded(verbatim('c')))).toEqual({
      mysql: 'LOWER(CONVERT(c USING utf8mb4) COLLATE utf8mb4_bin)',
      mariadb: 'LOWER(CONVERT(c USING utf8mb4) COLLATE utf8mb4_bin)',
      postgres: 'lower(CAST(c AS text) COLLATE "C")',
      sqlite: 'lower(CAST(c AS TEXT))',
    });
  });

  it.each([
    ['mysql', 'varchar(255)', 1020],
    ['mysql', 'mediumtext', 16_777_215],
    ['mysql', 'longtext', undefined],
    ['mysql', 'json', undefined],
    ['mysql', 'varbinary(16)', 64],
    ['postgres', 'character varying(255)', 1020],
    ['postgres', 'text', undefined],
    ['postgres', 'jsonb', undefined],
    ['postgres', 'inet', 1000],
    ['sqlite', 'varchar(255)', undefined],
    ['sqlite', 'int', 1000],
  ] as const)('know the most bytes of %s %s: %s', (product, nativeType, expected) => {
    expect(dialectOf(product).mostBytes(column('c', nativeType))).toBe(expected);
  });

  it('let a marker of the column’s own type stand for a value that is left out', () => {
    expect(each((dialect) => dialect.constant('x', column('c', 'jsonb')))).toEqual({
      mysql: 'CAST(JSON_QUOTE(?) AS JSON)',
      mariadb: 'JSON_QUOTE(?)',
      postgres: 'to_jsonb(CAST($1 AS text))',
      sqlite: '?',
    });
    const postgres = dialectOf('postgres');
    const types = [column('c', 'json'), column('c', 'bytea'), column('c', 'text')];
    expect(types.map((type) => print(postgres, postgres.constant('x', type)))).toEqual([
      'to_json(CAST($1 AS text))',
      "convert_to(CAST($1 AS text), 'UTF8')",
      'CAST($1 AS text)',
    ]);
  });

  it('read a part of a value by its bytes', () => {
    expect(each((dialect) => dialect.slice(verbatim('c'), 1, 10))).toMatchObject({
      mysql: 'SUBSTRING(c, 1, 10)',
      sqlite: 'substr(c, 1, 10)',
    });
    expect(print(dialectOf('postgres'), dialectOf('postgres').byteLength(verbatim('c'), column('c', 'json')))).toContain(
      'CAST(c AS text)',
    );
  });

  it('compare decimals and printed values as what they are', () => {
    expect(each((dialect) => dialect.decimal('1.50'))).toMatchObject({
      mysql: 'CAST(? AS DECIMAL(65, 30))',
      sqlite: 'CAST(? AS NUMERIC)',
    });
    expect(each((dialect) => dialect.printed(verbatim('c')))).toMatchObject({
      mysql: 'CONVERT(c USING utf8mb4)',
      sqlite: 'CAST(c AS TEXT)',
    });
  });

  it('leave texts of SQLite alone that can be compared as they are', () => {
    const sqlite = dialectOf('sqlite');
    expect([sqlite.comparesText(text), sqlite.canHold('a\0b'), print(sqlite, sqlite.lower(verbatim('c')))]).toEqual([
      true,
      true,
      'lower(c)',
    ]);
  });

  it('read the stored bytes of text', () => {
    expect(each((dialect) => dialect.bytes(verbatim('c'), text))).toEqual({
      mysql: 'CAST(c AS BINARY)',
      mariadb: 'CAST(c AS BINARY)',
      postgres: 'convert_to(CAST(c AS text), pg_catalog.getdatabaseencoding())',
      sqlite: 'CAST(c AS BLOB)',
    });
    expect(print(dialectOf('postgres'), dialectOf('postgres').bytes(verbatim('c'), column('c', 'bytea')))).toBe('c');
  });

  it('advise statements that a person can review and run', () => {
    const customer = table('customer', { columns: { id: 'int', email: 'varchar(255)' }, more: { schema: 'shop' } });
    const advice = PRODUCTS.map((product) => {
      const { ddl } = dialectOf(product);
      return [ddl.index(customer, ['email']), ddl.lower(customer, text), ddl.digits?.(customer, text)];
    });
    expect(advice).toMatchSnapshot();
  });

  it.each([
    ['tinyint(3) unsigned', '255', true],
    ['tinyint', '128', false],
    ['smallint', '-32768', true],
    ['mediumint', '8388608', false],
    ['integer', '2147483648', false],
    ['bigint(20) unsigned', '18446744073709551615', true],
    ['bigint', '-9223372036854775809', false],
    ['int unsigned', '-1', false],
    ['oid', '9223372036854775807', true],
    ['oid', '9223372036854775808', false],
  ])('know that %s holds %s: %s', (nativeType, digits, expected) => {
    expect(dialectOf('postgres').fits(column('c', nativeType), digits)).toBe(expected);
  });
});
