import { describe, expect, it } from '@jest/globals';
import { fileId, type FoundFile, type SourceRecord } from '@habeas/connector-sdk';
import type { SqlRow, TableInfo } from '../database.js';
import { column, scriptedDatabase, table, type Script, type ScriptedDatabase } from '../testing/index.js';
import { delivered, session } from '../testing/session.js';

const ROOT = { collection: 'paper', key: [1] };

function paper(columns: Readonly<Record<string, string>>, rows: Script['rows'], more: Partial<Script> = {}): ScriptedDatabase {
  const tables: readonly TableInfo[] = [table('paper', { columns: { id: 'int', ...columns } })];
  return scriptedDatabase({ tables, ...(rows === undefined ? {} : { rows }), ...more });
}

function mapOf(fields: string): string {
  return `dataMap: 1\ncollections: { paper: { fields: { id: { identifier: { kind: id, namespace: paper } }, ${fields} } } }`;
}

async function records(
  database: ScriptedDatabase,
  fields: string,
  limits: object = {},
): Promise<{ records: readonly SourceRecord[]; notes: unknown }> {
  const items = await delivered(await session(database, mapOf(fields), limits), 'paper', [ROOT]);
  const done = items.at(-1);
  return {
    records: items.flatMap((item) => (item.type === 'records' ? item.records : [])),
    notes: done?.type === 'done' ? done.notes : undefined,
  };
}

async function content(file: FoundFile | undefined): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of file?.open() ?? []) parts.push(part);
  return Buffer.concat(parts);
}

describe('records', () => {
  it('are the rows themselves where nothing has to be changed', async () => {
    const row = { id: 1, text: 'a' };
    const database = paper({ text: 'varchar(9)' }, undefined, {});
    const stream = (): AsyncIterable<readonly SqlRow[]> => ({
      [Symbol.asyncIterator]: () => [[row]][Symbol.iterator]() as unknown as AsyncIterator<readonly SqlRow[]>,
    });
    const { records: found } = await records({ ...database, stream }, 'text:');
    expect(found[0]?.data).toBe(row);
  });

  it('have their names whatever they are, and however long', async () => {
    const long = 'x'.repeat(64);
    const plain = table('paper', { columns: { id: 'int', a: 'varchar(9)' } });
    const tables = [{ ...plain, columns: [...plain.columns, column('__proto__', 'varchar(9)')] }];
    const database = scriptedDatabase({ product: 'postgres', tables, rows: () => [[{ c0: 1, c1: 'a', c2: 'b' }]] });
    const { records: found } = await records(database, `${long}: { column: a }`);
    expect(Object.entries(found[0]?.data ?? {})).toEqual([
      ['id', 1],
      [long, 'a'],
      ['__proto__', 'b'],
    ]);
  });

  it('leave out values that the database found too large, and count them', async () => {
    const rows: Script['rows'] = ({ params }) => {
      const [omission] = params.filter((value) => typeof value === 'string' && value.startsWith('omitted-')) as string[];
      return [[{ id: 1, text: omission ?? '', data: omission ?? '', raw: Buffer.from(omission ?? '') }]];
    };
    const { records: found, notes } = await records(
      paper({ text: 'longtext', data: 'json', raw: 'longblob' }, rows),
      'text:, data:, raw: { type: bytes }',
    );
    expect(found[0]?.data).toEqual({ id: 1, text: null, data: null, raw: null });
    expect(notes).toEqual(['text', 'data', 'raw'].map((field) => ({ field, kind: 'too-large', count: 1 })));
  });

  it('are carried as their fields say', async () => {
    const row = {
      id: 1,
      flag: 1,
      old: Buffer.from([0x80]),
      bad: Buffer.from([0xff]),
      day: '0000-00-00',
      data: '{"a":1}',
      raw: Buffer.from('a'),
      plain: 'as it is',
    };
    const columns = { flag: 'tinyint', old: 'blob', bad: 'blob', day: 'date', data: 'json', raw: 'longblob', plain: 'longtext' };
    const fields =
      'flag: { type: boolean }, old: { charset: windows-1252 }, bad: { charset: utf-8 }, day:, data:, raw: { type: bytes }, plain:';
    const { records: found, notes } = await records(
      paper(columns, () => [[row]], { product: 'mariadb' }),
      fields,
    );
    expect(found[0]?.data).toEqual({
      id: 1,
      flag: true,
      old: '€',
      bad: '\uFFFD',
      day: '0000-00-00',
      data: { a: 1 },
      raw: 'YQ==',
      plain: 'as it is',
    });
    expect(notes).toEqual([
      { field: 'bad', kind: 'invalid-text', count: 1 },
      { field: 'day', kind: 'impossible-date', count: 1 },
    ]);
  });

  it('of text that an adapter decoded already are not decoded again', async () => {
    const { records: found } = await records(
      paper({ old: 'text' }, () => [[{ id: 1, old: 'é' }]]),
      'old: { charset: latin1 }',
    );
    expect(found[0]?.data['old']).toBe('é');
  });
});

describe('files', () => {
  const SCAN = Buffer.from('a file');

  it('come with their row where they are small', async () => {
    const database = paper({ scan: 'longblob', more: 'longblob' }, () => [[{ k0: 1, n0: 6, d0: SCAN, n1: null, d1: null }]]);
    const items = await delivered(await session(database, mapOf('scan:, more:')), 'paper', [ROOT], { want: 'files' });
    expect(items.map(({ type }) => type)).toEqual(['file', 'checkpoint', 'done']);
    const [first] = items;
    const file = first?.type === 'file' ? first.file : undefined;
    expect(file).toMatchObject({ id: fileId('paper', [1], 'scan'), key: [1], field: 'scan', bytes: 6 });
    expect(await content(file)).toEqual(SCAN);
  });

  it('are fetched in slices where they are large', async () => {
    const bytes = Buffer.alloc(1_500_000, 7);
    const rows: Script['rows'] = ({ text }) => {
      const [, from, length] = /SUBSTRING\(.*, (\d+), (\d+)\)/u.exec(text) ?? [];
      if (from === undefined) return [[{ k0: 1, n0: bytes.length, d0: null }]];
      return [[{ part: bytes.subarray(Number(from) - 1, Number(from) - 1 + Number(length)) }]];
    };
    const items = await delivered(await session(paper({ scan: 'longblob' }, rows), mapOf('scan:')), 'paper', [ROOT], {
      want: 'files',
    });
    const [first] = items;
    expect((await content(first?.type === 'file' ? first.file : undefined)).equals(bytes)).toBe(true);
  });

  it('that are empty have no parts, and rows without a key no files', async () => {
    const rows = (): readonly (readonly SqlRow[])[] => [
      [
        { k0: null, n0: 1, d0: SCAN },
        { k0: 1, n0: 0, d0: Buffer.alloc(0) },
      ],
    ];
    const items = await delivered(await session(paper({ scan: 'longblob' }, rows), mapOf('scan:')), 'paper', [ROOT], {
      want: 'files',
    });
    expect(items).toHaveLength(3);
    const [first] = items;
    expect(await content(first?.type === 'file' ? first.file : undefined)).toHaveLength(0);
  });

  it('that shrink or go away while they are read are a fault', async () => {
    const rows: Script['rows'] = ({ text }) =>
      text.includes('SUBSTRING') ? [[{ part: SCAN }]] : [[{ k0: 1, n0: 100_000, d0: null }]];
    const items = await delivered(await session(paper({ scan: 'longblob' }, rows), mapOf('scan:')), 'paper', [ROOT], {
      want: 'files',
    });
    const [first] = items;
    await expect(content(first?.type === 'file' ? first.file : undefined)).rejects.toMatchObject({
      errorClass: 'contract',
      collection: 'paper',
    });
  });

  it('of text are its bytes', async () => {
    const database = paper({ body: 'text' }, () => [[{ k0: 1, n0: 6, d0: SCAN }]]);
    await delivered(await session(database, mapOf('body: { type: file }')), 'paper', [ROOT], { want: 'files' });
    expect(database.asked[0]?.text).toContain('CAST(`t0`.`body` AS BINARY)');
  });
});

describe('keys', () => {
  it.each([
    ['int', 7, 'CAST(? AS SIGNED)', '7'],
    ['bigint', '9223372036854775807', 'CAST(? AS SIGNED)', '9223372036854775807'],
    ['bigint unsigned', '18446744073709551615', 'CAST(? AS UNSIGNED)', '18446744073709551615'],
    ['decimal(10,2)', '1.50', 'CAST(? AS DECIMAL(65, 30))', '1.50'],
    ['double', 0.5, '?', 0.5],
    ['varchar(9)', 'a', '?', 'a'],
    ['date', '2024-02-29', '?', '2024-02-29'],
    ['binary(2)', '00ff', '?', Buffer.from('00ff', 'hex')],
    ['int', 'no number', '?', 'no number'],
  ])('of type %s are bound as what they are: %j', async (nativeType, part, text, param) => {
    const tables = [table('paper', { columns: { id: nativeType, name: 'varchar(9)' } })];
    const database = scriptedDatabase({ tables });
    await delivered(
      await session(
        database,
        'dataMap: 1\ncollections: { paper: { fields: { name: { identifier: { kind: id, namespace: n } } } } }',
      ),
      'paper',
      [{ collection: 'paper', key: [part] }],
    );
    expect(database.asked[0]?.text).toContain(`WHERE \`t0\`.\`id\` = ${text} ORDER`);
    expect(database.asked[0]?.params).toEqual([param]);
  });

  it.each([
    [Buffer.from('00ff', 'hex'), '00ff'],
    [true, 1],
    ['a', 'a'],
  ])('are read as texts and numbers: %j', async (value, part) => {
    const tables = [
      table('paper', { columns: { id: typeof value === 'string' ? 'varchar(9)' : 'varbinary(9)', name: 'varchar(9)' } }),
    ];
    const database = scriptedDatabase({
      tables,
      rows: ({ text }) => (text.includes(' AS `paper`') ? [] : [[{ id: value, name: 'x' }]]),
    });
    const opened = await session(
      database,
      'dataMap: 1\ncollections: { paper: { fields: { name: { identifier: { kind: id, namespace: n } } } } }',
    );
    const items = await delivered(opened, 'paper', [{ collection: 'paper', key: [part] }]);
    expect(items[0]).toMatchObject({ records: [{ key: [part] }] });
  });
});
