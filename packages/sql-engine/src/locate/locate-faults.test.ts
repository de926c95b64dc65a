import { describe, expect, it } from '@jest/globals';
import { ConnectorError, parseDataMap, type Located, type Match } from '@habeas/connector-sdk';
import { openSqlSession } from '../open-sql-session.js';
import { sqlLimitsSchema } from '../sql-connector.js';
import { column, scriptedDatabase, table, type Script } from '../testing/index.js';
import { identifier, located, session } from '../testing/session.js';

const EMAIL = identifier('email', 'ann@example.org');
const PHONE = identifier('phone', '+33612345678');
const TABLE = table('person', { columns: { id: 'int', email: 'varchar(99)', phone: 'varchar(40)', mobile: 'bigint' } });

function mapOf(fields: string, more = ''): string {
  return `dataMap: 1\ncollections: { person: { fields: { id: , ${fields} } }${more} }`;
}

async function search(
  fields: string,
  script: Partial<Script> = {},
  ...wanted: readonly (typeof EMAIL)[]
): Promise<{
  readonly items: readonly (Match | Located)[];
  readonly texts: readonly string[];
}> {
  const database = scriptedDatabase({ tables: [TABLE], ...script });
  const items = await located(await session(database, mapOf(fields)), ...(wanted.length === 0 ? [EMAIL] : wanted));
  return { items, texts: database.asked.map(({ text }) => text) };
}

describe('a collection that does not fit', () => {
  it('fails, and only where it would have been searched', async () => {
    const map = mapOf('email: { identifier: email }', ', client: { table: people, fields: { phone: { identifier: phone } } }');
    const opened = await session(scriptedDatabase({ tables: [TABLE] }), map);
    expect(await located(opened, EMAIL)).toMatchObject([{ collection: 'person', outcome: 'empty' }]);
    expect(await located(opened, PHONE)).toMatchObject([
      {
        collection: 'client',
        outcome: 'failed',
        lookups: [{ kind: 'phone', mode: 'unusable' }],
        problem: { errorClass: 'not-found' },
      },
    ]);
  });

  it('is told without a remedy where the database knew none', async () => {
    const rows = (): never => {
      throw new ConnectorError('permission', 'No.');
    };
    const { items } = await search('email: { identifier: email }', { rows });
    expect(items).toEqual([
      expect.objectContaining({ outcome: 'denied', problem: { errorClass: 'permission', message: 'No.' } }),
    ]);
  });
});

describe('opening a session', () => {
  it('does not take a bug for a table that the account may not read', async () => {
    const rows = (): never => {
      throw new TypeError('a bug');
    };
    await expect(session(scriptedDatabase({ tables: [], rows }), mapOf('email: { identifier: email }'))).rejects.toThrow(
      TypeError,
    );
  });
});

describe('what an index finds', () => {
  const indexed = (name: string): typeof TABLE => ({
    ...TABLE,
    indexes: [{ name: 'i', unique: false, partial: false, parts: [{ column: name }] }],
  });

  it('are phone numbers in a column of numbers', async () => {
    const fields = 'mobile: { identifier: phone }';
    expect((await search(fields, { tables: [indexed('mobile')] }, PHONE)).items).toMatchObject([
      { lookups: [{ mode: 'index' }] },
    ]);
    expect((await search(fields, {}, PHONE)).items).toMatchObject([{ lookups: [{ mode: 'scan' }] }]);
  });

  it('is not what somebody wrote into a free text, which is looked through whole', async () => {
    const tables = [indexed('email')];
    const { items } = await search('email: { identifier: email, freeText: true }', { tables });
    expect(items).toMatchObject([{ lookups: [{ mode: 'scan' }] }]);
    expect((await search('email: { identifier: email }', { tables })).items).toMatchObject([{ lookups: [{ mode: 'index' }] }]);
  });

  it('are no digits in a product that has no word for them', async () => {
    const tables = [
      {
        ...TABLE,
        indexes: [{ name: 'i', unique: false, partial: false, parts: [{ expression: "regexp_replace(phone, '[^0-9]', '')" }] }],
      },
    ];
    const { items } = await search('phone: { identifier: phone }', { product: 'sqlite', tables }, PHONE);
    expect(items).toMatchObject([{ lookups: [{ mode: 'scan' }] }]);
  });
});

describe('a scan of a large table', () => {
  const large = { ...TABLE, rowEstimate: 5_000_000 };
  const scans = (): { table: string; rows: number }[] => [{ table: 'person', rows: 5_000_000 }];

  it('is not made, and a product that derives no digits can only be given a column of them', async () => {
    const { items } = await search('phone: { identifier: phone }', { product: 'sqlite', tables: [large], scans }, PHONE);
    expect(items).toMatchObject([
      { outcome: 'partial', problem: { remedy: 'Have a normalised, indexed column made for it, or raise scanRowLimit.' } },
    ]);
  });

  it('is told once for each field, all in one problem', async () => {
    const fields = 'phone: { identifier: phone }, mobile: { identifier: phone }';
    const { items } = await search(fields, { tables: [large], scans }, PHONE);
    expect(items).toHaveLength(1);
    expect(items).toMatchObject([{ outcome: 'partial', lookups: [{ mode: 'unusable' }, { mode: 'unusable' }] }]);
    const [{ problem }] = items as [Located];
    expect(problem?.message).toMatch(/searched for phone in "phone"\. .*searched for phone in "mobile"\./u);
  });

  it('is made where the plan reads fewer rows than allowed', async () => {
    const few = (): { table: string; rows: number }[] => [{ table: 'person', rows: 99 }];
    const { items } = await search('phone: { identifier: phone }', { tables: [large], scans: few }, PHONE);
    expect(items).toMatchObject([{ outcome: 'empty', lookups: [{ mode: 'scan' }] }]);
  });
});

describe('many identifiers', () => {
  it('are asked for in several statements, and the way of searching is told once', async () => {
    const wanted = Array.from({ length: 60 }, (_, index) => identifier('id', String(index), 'person'));
    const database = scriptedDatabase({ tables: [TABLE] });
    const map = 'dataMap: 1\ncollections: { person: { fields: { id: { identifier: { kind: id, namespace: person } } } } }';
    const items = await located(await session(database, map), ...wanted);
    expect(database.asked).toHaveLength(2);
    expect(items).toMatchObject([{ outcome: 'empty', lookups: [{ kind: 'id' }] }]);
  });
});

describe('a name beside the address', () => {
  it('is told with the part of the name that its field holds', async () => {
    const tables = [table('person', { columns: { id: 'int', email: 'varchar(99)', first: 'varchar(99)' } })];
    const rows: Script['rows'] = () => [[{ id: 1, email: 'ann@example.org', first: 'Ann' }]];
    const fields = 'email: { identifier: email }, first: { identifier: { kind: name, part: given } }';
    const { items } = await search(fields, { tables, rows });
    const [{ identifiers }] = items as [Match];
    expect(identifiers.map(({ field, part }) => [field, part])).toEqual([
      ['person.email', undefined],
      ['person.first', 'given'],
    ]);
  });
});

describe('a source without a region for phone numbers', () => {
  const read = async (phoneRegion?: string): Promise<readonly (Match | Located)[]> => {
    const database = scriptedDatabase({ tables: [TABLE], rows: () => [[{ id: 1, phone: '06 12 34 56 78' }]] });
    const dataMap = parseDataMap(mapOf('phone: { identifier: phone }'), 'shop.map.yaml');
    const region = phoneRegion === undefined ? {} : { phoneRegion };
    const context = { source: 'shop', dataMap, ...region, signal: new AbortController().signal };
    return located(await openSqlSession(database, context, sqlLimitsSchema.parse({})), PHONE);
  };

  it('does not read a national number as anybody’s, and one with a region does', async () => {
    expect(await read()).toMatchObject([{ outcome: 'empty', dropped: 1 }]);
    expect(await read('FR')).toMatchObject([{ type: 'match' }, { outcome: 'complete' }]);
  });
});

describe('the collation of a column', () => {
  it('that has no name of its own is taken for the strictest', async () => {
    const owner = table('person', { columns: { id: 'int', email: 'varchar(99)' } });
    const plain = { name: 'person_id', nativeType: 'varchar(9)', type: 'string', nullable: true } as const;
    const odd = column('person_id', 'varchar(9)', { collation: { name: 'odd-collation', caseSensitive: true } });
    const statement = async (reference: typeof plain | typeof odd): Promise<string> => {
      const visit = table('visit', { columns: { id: 'int', mail: 'varchar(99)' } });
      const tables = [owner, { ...visit, columns: [...visit.columns, reference] }];
      const map = mapOf(
        'email:',
        ', visit: { fields: { mail: { identifier: { kind: email, of: owner } } }, references: { person: { to: person, on: { person_id: id }, as: owned } } }',
      );
      const rows: Script['rows'] = ({ text }) =>
        text.includes('JOIN') ? [] : [[{ id: 1, mail: 'ann@example.org', person_id: '1' }]];
      const database = scriptedDatabase({ tables, rows });
      await located(await session(database, map), EMAIL);
      return database.asked.find(({ text }) => text.includes('JOIN'))?.text ?? '';
    };
    expect(await statement(plain)).toContain('CONVERT(`t0`.`id` USING utf8mb4) COLLATE utf8mb4_bin');
    expect(await statement(odd)).toContain('`person_id` = `t0`.`id`');
  });
});
