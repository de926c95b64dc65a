import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TableDesign } from './table-design.js';
import { writeSqlite } from './write-sqlite.js';
import { writeWorld } from './write-world.js';

const DESIGN: TableDesign = { name: 'note', columns: { id: 'bigint', body: 'text', picture: 'blob' }, key: ['id'], indexes: [] };

describe('writing to SQLite', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('stores every kind of value, in rows of different shapes', async () => {
    const url = join(folder, 'notes.sqlite');
    const rows = [{ id: 9_007_199_254_740_993n, body: 'é\t"', picture: new Uint8Array([0, 255]) }, { id: 2 }];
    await writeWorld({ product: 'sqlite', url }, [DESIGN], new Map([['note', rows]]));
    const stored = new Database(url, { readonly: true }).defaultSafeIntegers().prepare('SELECT * FROM note ORDER BY id').all();
    expect(stored).toEqual([
      { id: 2n, body: null, picture: null },
      { id: 9_007_199_254_740_993n, body: 'é\t"', picture: Buffer.from([0, 255]) },
    ]);
  });

  it('replaces a database of the same name', async () => {
    const url = join(folder, 'twice.sqlite');
    for (const id of [1, 2]) await writeWorld({ product: 'sqlite', url }, [DESIGN], new Map([['note', [{ id }]]]));
    expect(new Database(url).prepare('SELECT id FROM note').pluck().all()).toEqual([2]);
  });

  it('refuses rows of a table that was not designed', async () => {
    const write = writeWorld({ product: 'sqlite', url: join(folder, 'x.sqlite') }, [DESIGN], new Map([['memo', []]]));
    await expect(write).rejects.toThrow('no design for the table memo');
  });

  it('refuses a world whose rows refer to nothing', () => {
    const schema = 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));';
    expect(() => {
      writeSqlite(join(folder, 'broken.sqlite'), schema, new Map([['b', [{ a: 7 }]]]));
    }).toThrow('1 rows refer to nothing, the first in b');
  });
});
