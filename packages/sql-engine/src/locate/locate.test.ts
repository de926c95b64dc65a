import { describe, expect, it } from '@jest/globals';
import type { Located, Match, Session } from '@habeas/connector-sdk';
import type { SqlRow, Statement, TableInfo } from '../database.js';
import { column, scriptedDatabase, table, type Script, type ScriptedDatabase } from '../testing/index.js';
import { identifier, located, session } from '../testing/session.js';

const ANN = identifier('email', 'ann@example.org');

/** A search in one table `person` whose column `value` is of some type and kind, and what was asked for it. */
async function search(
  nativeType: string,
  kind: string,
  wanted: readonly ReturnType<typeof identifier>[],
  {
    rows = [],
    more = {},
    ...script
  }: Partial<Omit<Script, 'rows'>> & { rows?: readonly SqlRow[]; more?: Parameters<typeof column>[2] } = {},
): Promise<{ readonly items: readonly (Match | Located)[]; readonly asked: readonly Statement[] }> {
  const plain = table('person', { columns: { id: 'int', value: nativeType } });
  const tables = script.tables ?? [{ ...plain, columns: [plain.columns[0]!, column('value', nativeType, more)] }];
  const database = scriptedDatabase({ ...script, tables, rows: () => [rows] });
  const map = `dataMap: 1\ncollections: { person: { fields: { id:, value: { identifier: ${kind} } } } }`;
  return { items: await located(await session(database, map), ...wanted), asked: database.asked };
}

const lastOf = (items: readonly (Match | Located)[]): Match | Located | undefined => items.at(-1);
const conditionsOf = (asked: readonly Statement[]): readonly string[] => asked.map(({ text }) => text.replace(/^.* WHERE /u, ''));

describe('what is received', () => {
  it.each([
    ['ann@example.org', 'equal'],
    ['ANN@Example.org', 'equal-fold'],
    ['Ann <ann@example.org>', 'normalised'],
    ['bob@example.org, ann@example.org', 'equal'],
    ['ann+news@example.org', 'folded'],
  ])('%s is a match: %s', async (value, how) => {
    const { items } = await search('varchar(255)', 'email', [ANN], { rows: [{ id: 1, value }] });
    expect(items[0]).toMatchObject({ type: 'match', collection: 'person', key: [1], evidence: [{ field: 'person.value', how }] });
    expect(lastOf(items)).toMatchObject({ type: 'located', outcome: 'complete', dropped: 0 });
  });

  it.each(['anna@example.org', 'ann@example.org.test', '', null, 7])('%j is dropped and counted', async (value) => {
    const { items } = await search('varchar(255)', 'email', [ANN], { rows: [{ id: 1, value }] });
    expect(items).toMatchObject([{ type: 'located', outcome: 'empty', dropped: 1 }]);
  });

  it('is looked at in every text of a list or document', async () => {
    const rows = [{ id: 1, value: { main: 'bob@example.org', others: ['ann@example.org', null, true] } }];
    const { items, asked } = await search('json', 'email', [ANN], { rows });
    expect(items[0]).toMatchObject({ evidence: [{ how: 'equal' }] });
    expect(conditionsOf(asked)[0]).toContain('LIKE ?');
  });

  it('by two statements is one match', async () => {
    const rows = [{ id: 1, value: 'ann@example.org' }];
    const { items } = await search('varchar(255)', 'email', [ANN], { rows });
    expect(items.filter(({ type }) => type === 'match')).toHaveLength(1);
  });

  it('in great numbers is streamed', async () => {
    const rows = Array.from({ length: 501 }, (_, id) => ({ id, value: 'ann@example.org' }));
    const { items, asked } = await search('varchar(255)', 'email', [ANN], { rows });
    expect(items).toHaveLength(502);
    expect(asked.filter(({ text }) => !text.includes('LIMIT')).length).toBeGreaterThan(0);
  });

  it('without a key is nobody’s', async () => {
    const { items } = await search('varchar(255)', 'email', [ANN], { rows: [{ id: null, value: 'ann@example.org' }] });
    expect(items).toMatchObject([{ outcome: 'empty' }]);
  });
});

describe('what is asked for an id', () => {
  const ids = ['7', '007', 'abc', '99999999999', 'c0ffee00-0000-4000-8000-000000000000', 'a\0b'].map((text) =>
    identifier('id', text, 'shop'),
  );
  const asked = async (product: Script['product'], nativeType: string, more = {}): Promise<readonly unknown[]> => {
    const { asked: statements } = await search(nativeType, '{ kind: id, namespace: shop }', ids, {
      product: product ?? 'mysql',
      more,
    });
    return [conditionsOf(statements)[0]?.replace(/ LIMIT.*$/u, ''), statements[0]?.params];
  };

  it.each([
    ['postgres', 'integer', 'CAST($1 AS bigint)', ['7']],
    ['postgres', 'numeric(10,0)', 'CAST($1 AS numeric), CAST($2 AS numeric)', ['7', '99999999999']],
    ['mysql', 'varbinary(16)', '= ?', [Buffer.from('c0ffee00000040008000000000000000', 'hex')]],
    ['mysql', 'bigint', 'CAST(? AS SIGNED), CAST(? AS SIGNED)', ['7', '99999999999']],
  ] as const)('%s, %s: only what the type can hold', async (product, nativeType, values, params) => {
    const [condition, given] = await asked(product, nativeType);
    expect(condition).toContain(values);
    expect(given).toEqual(params);
  });

  it('UUIDs in a UUID column, and any text without NUL in a text column', async () => {
    expect(await asked('postgres', 'uuid')).toEqual(['"t0"."value" = $1', ['c0ffee00-0000-4000-8000-000000000000']]);
    expect((await asked('postgres', 'text'))[1]).not.toContain('a\0b');
    expect((await asked('mysql', 'text'))[1]).toContain('a\0b');
  });

  it('the printed form in a column of another type', async () => {
    expect((await asked('postgres', 'inet'))[0]).toMatch(/^CAST\("t0"."value" AS text\) IN/u);
    expect((await asked('mysql', 'date'))[0]).toMatch(/^CONVERT\(`t0`.`value` USING utf8mb4\) IN/u);
  });

  it('numbers beside texts in a product whose columns hold either', async () => {
    expect((await asked('sqlite', 'text'))[0]).toContain('CAST(? AS INTEGER)');
  });

  it('nothing where no id can stand there: that is an empty answer', async () => {
    const { items, asked: statements } = await search('int', '{ kind: id, namespace: shop }', [identifier('id', 'abc', 'shop')]);
    expect(items).toMatchObject([{ outcome: 'empty', lookups: [{ kind: 'id', namespace: 'shop', mode: 'scan' }] }]);
    expect(statements).toEqual([]);
  });

  it('is found in a binary column by its hex digits', async () => {
    const rows = [{ id: 1, value: Buffer.from('00ff', 'hex') }];
    const { items } = await search('binary(2)', '{ kind: id, namespace: shop }', [identifier('id', '00ff', 'shop')], { rows });
    expect(items[0]).toMatchObject({ type: 'match', record: { value: 'AP8=' } });
  });
});

describe('what is asked for a phone number', () => {
  const wanted = [identifier('phone', '+33612345678')];
  const digits = { name: 'value_digits', generatedFrom: "regexp_replace(`value`,'[^0-9]','')" };
  const withDigits = (): TableInfo => {
    const plain = table('person', { columns: { id: 'int', value: 'varchar(40)' }, indexes: [['value_digits']] });
    return { ...plain, columns: [...plain.columns, column(digits.name, 'varchar(40)', digits)] };
  };

  it('is its digits, where a generated column holds them', async () => {
    const { asked, items } = await search('varchar(40)', 'phone', wanted, { tables: [withDigits()] });
    expect(conditionsOf(asked)[0]).toMatch(/^`t0`\.`value_digits` IN/u);
    expect(asked[0]?.params).toContain('0612345678');
    expect(items).toMatchObject([{ lookups: [{ mode: 'index' }] }]);
  });

  it('is the expression that an index of PostgreSQL holds', async () => {
    const indexed = table('person', {
      columns: { id: 'int', value: 'text' },
      indexes: [["(regexp_replace(value, '\\D'::text, ''::text, 'g'::text))"]],
    });
    const { asked } = await search('text', 'phone', wanted, { product: 'postgres', tables: [indexed] });
    expect(conditionsOf(asked)[0]).toMatch(/^regexp_replace\("t0"\."value", '\\D', '', 'g'\) IN/u);
  });

  it('cannot use an index whose expression the product has no word for', async () => {
    const indexed = table('person', {
      columns: { id: 'int', value: 'text' },
      indexes: [["(regexp_replace(value, '[^0-9]', ''))"]],
    });
    const { items } = await search('text', 'phone', wanted, { tables: [indexed] });
    expect(items).toMatchObject([{ lookups: [{ mode: 'scan' }] }]);
  });

  it('is a number in a number column, without leading zeros, and as far as it fits', async () => {
    const { asked } = await search('bigint', 'phone', wanted);
    expect(asked[0]?.params).toEqual(expect.arrayContaining(['612345678', '33612345678']));
    const small = await search('smallint', 'phone', wanted);
    expect(small.asked).toEqual([]);
  });

  it('is looked at in free text', async () => {
    const { items } = await search('varchar(200)', 'phone', wanted, {
      rows: [{ id: 1, value: 'mobile: 06 12 34 56 78, evenings' }],
    });
    expect(items[0]).toMatchObject({ type: 'match' });
  });
});

describe('what is asked for an address', () => {
  it('is everything that is there, where the text is in another encoding', async () => {
    const plain = table('person', { columns: { id: 'int', value: 'blob' } });
    const database = scriptedDatabase({
      tables: [plain],
      rows: () => [[{ id: 1, value: Buffer.from('zoé@example.org', 'latin1') }]],
    });
    const map = 'dataMap: 1\ncollections: { person: { fields: { id:, value: { charset: latin1, identifier: email } } } }';
    const items = await located(await session(database, map), identifier('email', 'zoé@example.org'));
    expect(items[0]).toMatchObject({ type: 'match', record: { value: 'zoé@example.org' } });
    expect(conditionsOf(database.asked)[0]).toMatch(/^`t0`\.`value` IS NOT NULL/u);
  });

  it('is the lower case, where an index holds it', async () => {
    const cased = column('value', 'text', { collation: { name: 'default', caseSensitive: true } });
    const plain = table('person', { columns: { id: 'int', value: 'text' }, indexes: [['(lower(value))']] });
    const tables = [{ ...plain, columns: [plain.columns[0]!, cased] }];
    const { asked, items } = await search('text', 'email', [ANN], { product: 'postgres', tables });
    expect(conditionsOf(asked)[0]).toMatch(/^lower\("t0"\."value"\) IN/u);
    expect(items).toMatchObject([{ lookups: [{ mode: 'index' }] }]);
  });
});

describe('rows that identify their owner', () => {
  const TABLES = [
    table('person', { columns: { id: 'int', email: 'varchar(99)', boss: 'varchar(99)' } }),
    table('account', { columns: { id: 'int', person_id: 'int', parent_id: 'int' } }),
    table('address', { columns: { id: 'int', account_id: 'int', email: 'varchar(99)' } }),
  ];
  const MAP = `
dataMap: 1
collections:
  person: { fields: { id:, email: { identifier: email }, boss: { identifier: email, thirdParty: true } } }
  account:
    fields: { id: }
    references:
      person: { to: person, on: { person_id: id }, as: owned }
      parent: { to: account, on: { parent_id: id }, as: owned }
  address:
    fields: { id:, email: { identifier: { kind: email, of: owner } } }
    references: { account: { to: account, on: { account_id: id }, as: owned } }
`;
  const PERSON = { id: 1, email: 'ann@example.org', boss: 'boss@example.org' };
  const answer =
    (answers: Readonly<Record<string, readonly SqlRow[]>>): Script['rows'] =>
    ({ text }) => {
      const from = Object.keys(answers).find((part) => text.includes(part));
      return from === undefined ? [] : [answers[from] ?? []];
    };
  const open = (
    answers: Readonly<Record<string, readonly SqlRow[]>>,
  ): { database: ScriptedDatabase; opened: Promise<Session> } => {
    const database = scriptedDatabase({ tables: TABLES, ...(answer(answers) === undefined ? {} : { rows: answer(answers)! }) });
    return { database, opened: session(database, MAP) };
  };

  it('lead up to the owner, with the evidence of each', async () => {
    const { opened } = open({
      'FROM `address` AS `t0` WHERE': [
        { id: 10, account_id: 5, email: 'ann@home.test' },
        { id: 11, account_id: 5, email: 'ann@home.test' },
        { id: 12, account_id: null, email: 'ann@home.test' },
      ],
      'IN (CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED))': [
        { ...PERSON, '~k0': 10 },
        { ...PERSON, '~k0': 11 },
        { ...PERSON, '~k0': 99 },
      ],
      'ORDER BY': [{ id: 10, account_id: 5, email: 'ann@home.test', '~k0': 1 }],
    });
    const items = await located(await opened, identifier('email', 'ann@home.test'));
    const matches = items.filter((item) => item.type === 'match');
    expect(matches).toMatchObject([
      { collection: 'person', key: [1], record: PERSON, evidence: [{ field: 'address.email' }, { field: 'address.email' }] },
      { collection: 'address', key: [12] },
    ]);
    expect(matches[0]?.identifiers.map(({ field }) => field)).toEqual(['person.email', 'address.email']);
  });

  it('only mention, where the field is about somebody else', async () => {
    const { opened } = open({ 'FROM `person` AS `t0` WHERE': [PERSON] });
    const items = await located(await opened, identifier('email', 'boss@example.org'));
    expect(items.find(({ type }) => type === 'match')).toMatchObject({ standing: 'third-party', identifiers: [] });
  });
});
