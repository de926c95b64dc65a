import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ResourceDescriptor, rewriterOf } from '@habeas/archive';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { compareImported } from '../src/archive-import/compare-imported.js';
import { sqliteReader } from '../src/archive-import/sqlite-archive.js';
import { Workshop } from './workshop.js';

const workshop = new Workshop();
beforeAll(() => workshop.open());
afterAll(() => {
  workshop.close();
});

const into = (name: string): string => join(workshop.folder, name);

/** An archive of somebody in the demo's world. */
async function archived(reference: string, format: 'csv' | 'json'): Promise<string> {
  const person = workshop.world.crowd.find(({ truth }) => truth.included.length > 5 && truth.queued.length === 0);
  const email = person?.given.find(({ kind }) => kind === 'email')?.value ?? '';
  const args = ['--email', email, '--reference', reference, '--format', format];
  expect((await workshop.search('--config', workshop.world.associationConfig, ...args)).exitCode).toBe(0);
  return workshop.archive(reference);
}

describe('habeas archive import', () => {
  it.each(['csv', 'json'] as const)(
    'makes a database of the demo’s archive in which nothing is missing: %s',
    async (format) => {
      const archive = await archived(`imported-${format}`, format);
      const file = into(`${format}.sqlite`);
      const run = await workshop.run('archive', 'import', archive, '--into', `sqlite:${file}`);
      expect(run).toMatchObject({ exitCode: 0, err: '' });
      expect(run.out).toContain('every table is the same to the byte');
      const database = new Database(file, { readonly: true });
      expect(database.pragma('foreign_key_check')).toEqual([]);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      compareWithOrigin(database);
      database.close();
      expect(readdirSync(workshop.folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    },
    60_000,
  );

  it('leaves nothing behind of an archive that does not verify, and says why in one line', async () => {
    const bytes = readFileSync(await archived('broken', 'csv'));
    bytes.writeUInt8(bytes.readUInt8(3_000) ^ 1, 3_000);
    writeFileSync(into('broken.zip'), bytes);
    const run = await workshop.run('archive', 'import', into('broken.zip'), '--into', `sqlite:${into('broken.sqlite')}`);
    expect(run).toMatchObject({ exitCode: 3, out: '' });
    expect(run.err).toContain('the archive does not verify');
    expect(readdirSync(workshop.folder).filter((name) => name.startsWith('broken.sqlite'))).toEqual([]);
  }, 60_000);

  it('never writes over a file, and understands databases in files of SQLite only', async () => {
    const archive = await archived('twice', 'csv');
    writeFileSync(into('taken'), 'mine');
    const run = (to: string, from = archive) => workshop.run('archive', 'import', from, '--into', to);
    expect(await run(`sqlite:${into('taken')}`)).toMatchObject({ exitCode: 2, err: expect.stringContaining('already') });
    expect(readFileSync(into('taken'), 'utf8')).toBe('mine');
    expect(await run('mysql://x')).toMatchObject({ exitCode: 2, err: expect.stringContaining('sqlite:FILE') });
    expect(await run('sqlite:')).toMatchObject({ exitCode: 2 });
    expect(await run(`sqlite:${into('no/such/folder')}`)).toMatchObject({ exitCode: 2 });
    expect(await run(`sqlite:${into('x')}`, into('missing.zip'))).toMatchObject({ exitCode: 2 });
    expect(existsSync(into('x'))).toBe(false);
  }, 60_000);

  it('takes an archive that is signed with the given key, and no other', async () => {
    const archive = await archived('unsigned', 'csv');
    await workshop.run('keys', 'create', into('key.pem'));
    const key = readdirSync(workshop.folder).find((name) => name.startsWith('key') && name.includes('pub')) ?? '';
    const run = await workshop.run('archive', 'import', archive, '--into', `sqlite:${into('u')}`, '--public-key', into(key));
    expect(run).toMatchObject({ exitCode: 3, err: expect.stringContaining('not signed') });
  }, 60_000);
});

/** Every row of the world's own tables that is in the archive has the values that it has there. */
function compareWithOrigin(database: Database.Database): void {
  const tables = database.prepare<[], { description: string }>('SELECT description FROM _table').all();
  const pairs = tables.flatMap(({ description }) => valuesBeside(database, JSON.parse(description) as ResourceDescriptor));
  expect(pairs.map(({ here }) => here)).toEqual(pairs.map(({ there }) => there));
  expect(pairs.length).toBeGreaterThan(10);
}

type Row = Readonly<Record<string, unknown>>;

/** The texts and numbers of a table's rows, here and in the origin. */
function valuesBeside(database: Database.Database, resource: ResourceDescriptor): { here: string; there: string }[] {
  const { 'x-source': source, 'x-collection': collection, 'x-role': role, schema, name } = resource;
  if (role !== 'collection' || typeof source !== 'string' || typeof collection !== 'string') return [];
  const origin = originOf(source, collection);
  if (origin === undefined) return [];
  const fields = schema.fields.map((field) => field.name).filter((field) => !field.startsWith('_'));
  const rows = database.prepare<[], Row>(`SELECT * FROM "${name}"`).all();
  const select = origin.prepare<[unknown], Row>(`SELECT * FROM "${collection}" WHERE id = ?`);
  const pairs = rows.flatMap((row) => {
    const found = select.get(row['_record']) ?? {};
    const plain = fields.filter((field) => ['string', 'number'].includes(typeof found[field]));
    return plain.map((field) => ({ here: `${field} ${String(row[field])}`, there: `${field} ${String(found[field])}` }));
  });
  origin.close();
  return pairs;
}

/** The database of a source, where it is one with such a table and an id. */
function originOf(source: string, collection: string): Database.Database | undefined {
  const file = [`${source}.sqlite`, `${source}.db`].map((name) => workshop.path(name)).find((path) => existsSync(path));
  if (file === undefined) return undefined;
  const database = new Database(file, { readonly: true });
  const columns = database.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(collection);
  if (columns.some(({ name }) => name === 'id')) return database;
  database.close();
  return undefined;
}

const NAMES = ['id', 'ID', '_row', '_rest', 'rowid', 'a "b"', 'x\0y', "'=1", 'select'];

/** A table of these rows, as an archive would describe it. */
function tableOf(format: 'csv' | 'json', types: readonly (readonly [string, string, string?])[]): ResourceDescriptor {
  const fields = types.map(([type, declared, kind], index) => ({
    name: NAMES[index] ?? `f${String(index)}`,
    type,
    'x-type': declared,
    ...(kind === undefined ? {} : { format: kind }),
  }));
  const schema = { $schema: '', fields, missingValues: [] };
  const name = 'sqlite_source.thing';
  return {
    $schema: '',
    name,
    type: 'table',
    path: `data/t.${format}`,
    title: '',
    format,
    mediatype: '',
    encoding: 'utf-8',
    hash: '',
    schema,
    'x-role': 'collection',
  };
}

const TYPES = [
  ['integer', 'integer'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['string', 'bytes', 'binary'],
  ['string', 'string'],
  ['any', 'date'],
  ['object', 'json'],
  ['number', 'decimal'],
  ['any', 'json'],
] as const;

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', "'", '\0', '\ud800', '+5', '007', '1.50', '9223372036854775808'),
);
const cells = fc.oneof(
  texts,
  fc.constant(null),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.dictionary(texts, fc.jsonValue()),
);

async function* once<T>(...items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('a table in SQLite', () => {
  it('and the files beside it are compared to the byte', async () => {
    const database = new Database(':memory:');
    const table = tableOf('json', [['string', 'string']]);
    const reader = sqliteReader(database);
    await reader.begin({ resources: [table] } as never, { signature: { state: 'absent' } } as never);
    await reader.table(table, once([['a']] as never));
    const large = Buffer.alloc(700_000, 1);
    await reader.file('data/attachments/x', once(large, large, large));
    await reader.file('data/attachments/empty', once());
    const count = database.prepare('SELECT COUNT(*) FROM _file_part').pluck().get();
    expect(count).toBe(2);
    database.prepare('UPDATE _file_part SET content = ? WHERE number = 1').run(Buffer.from('x'));
    const { differences, files } = compareImported(database, [table]);
    expect([differences, files]).toEqual([['sqlite_source.thing', 'data/attachments/x'], 2]);
    database.close();
  });

  it.each(['csv', 'json'] as const)(
    'has everything of generated rows, whatever the columns are called: %s',
    async (format) => {
      const row = fc.tuple(
        ...TYPES.map(() =>
          fc.option(format === 'csv' ? texts.map((text) => Buffer.from(text).toString()) : cells, { nil: undefined }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
          const table = tableOf(format, TYPES);
          const encoder = rewriterOf(table);
          const content = encoder.head + rows.map((each) => encoder.row(each as never)).join('') + encoder.foot();
          const resource = { ...table, hash: `sha256:${createHash('sha256').update(content).digest('hex')}` };
          const database = new Database(':memory:');
          const reader = sqliteReader(database);
          await reader.begin({ resources: [resource] } as never, { signature: { state: 'absent' } } as never);
          await reader.table(resource, once(rows as never));
          expect(compareImported(database, [resource])).toEqual({ tables: 1, records: rows.length, files: 0, differences: [] });
          database.close();
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );
});
