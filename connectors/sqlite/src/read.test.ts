import { afterAll, describe, expect, it } from '@jest/globals';
import { recordId } from '@habeas/connector-sdk';
import {
  openSession,
  readAll,
  removeTemporaryDatabases,
  temporaryDatabase,
  type Delivered,
} from './testing/temporary-database.js';

afterAll(removeTemporaryDatabases);

const PERSON = 'CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT); INSERT INTO person VALUES (1, NULL), (2, NULL);';
const PERSON_MAP = 'dataMap: 1\ncollections:\n  person: { fields: { id: { identifier: { kind: id, namespace: p } } } }\n';
const ANN = { collection: 'person', key: [1] };
const BOB = { collection: 'person', key: [2] };
const ids = ({ records, files }: Delivered): readonly string[] => [...records, ...files].map(({ key }) => recordId(key));

describe('a read that was stopped', () => {
  const ROWS = 1_300;
  const file = temporaryDatabase(
    `${PERSON} CREATE TABLE note (code TEXT PRIMARY KEY, author INTEGER, reader INTEGER, reply TEXT, scan BLOB);
     CREATE INDEX a ON note (author); CREATE INDEX r ON note (reader);`,
    (driver) => {
      const insert = driver.prepare('INSERT INTO note VALUES (?, ?, ?, ?, ?)');
      driver.transaction(() => {
        for (let at = 0; at < ROWS; at += 1)
          insert.run(`n${(at * 7919) % ROWS}`, 1, at % 3 === 0 ? 2 : 1, null, Buffer.from(`scan ${at}`));
      })();
    },
  );
  const owned = (references: string): string =>
    `${PERSON_MAP}  note: { fields: { code: { identifier: { kind: id, namespace: n } }, scan: { type: file } }, references: { ${references} } }`;
  const one = owned('author: { to: person, on: { author: id }, as: owned }');
  const two = owned(
    'author: { to: person, on: { author: id }, as: owned }, reader: { to: person, on: { reader: id }, as: owned }',
  );
  const roots = [ANN, BOB, ...Array.from({ length: 600 }, (_, at) => ({ collection: 'note', key: [`n${at}`] }))];

  it.each([
    ['along one path', one, [ANN], 'records'],
    ['along several paths', two, [ANN, BOB], 'records'],
    ['of many roots that are rows themselves', two, roots, 'records'],
    ['of files', two, [ANN, BOB], 'files'],
  ] as const)('goes on %s from any checkpoint, with nothing missing and nothing twice', async (_title, map, from, want) => {
    const session = await openSession(file, map);
    const whole = await readAll(session, 'note', from, { want });
    expect(new Set(ids(whole)).size).toBe(ROWS);
    expect(whole.cursors.length).toBeGreaterThan(2);
    for (const { cursor, delivered } of whole.cursors) {
      const rest = await readAll(session, 'note', [...from].reverse(), { want, resume: cursor });
      expect(ids(rest)).toEqual(ids(whole).slice(delivered));
      expect(rest.done).toMatchObject({ outcome: 'complete', count: ROWS - delivered });
    }
  });

  it('tells every way to a row that is a root itself', async () => {
    const { records } = await readAll(await openSession(file, two), 'note', [ANN, BOB, { collection: 'note', key: ['n0'] }]);
    expect(records[0]).toMatchObject({
      key: ['n0'],
      via: [
        { root: { collection: 'note', recordId: 'n0' }, path: [] },
        { root: { collection: 'person', recordId: '1' }, path: ['note.author'] },
        { root: { collection: 'person', recordId: '2' }, path: ['note.reader'] },
      ],
    });
  });

  it('shares the ways between records', async () => {
    const { records } = await readAll(await openSession(file, one), 'note', [ANN]);
    expect(new Set(records.map(({ via }) => via)).size).toBe(1);
  });

  it('gives each row its root where there are many', async () => {
    const many = Array.from({ length: 8 }, (_, at) => ({ collection: 'person', key: [at + 1] }));
    const map = owned('reader: { to: person, on: { reader: id }, as: owned }');
    const { records } = await readAll(await openSession(file, map), 'note', many);
    expect(
      records.every(({ data, via }) => via.length === 1 && via[0]?.root.recordId === recordId([data['reader'] as number])),
    ).toBe(true);
  });
});

describe('values', () => {
  it('beyond the limit are left out and noted, files excepted', async () => {
    const file =
      temporaryDatabase(`${PERSON} CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER, text TEXT, data JSON, raw BINARY(9), scan BLOB);
      INSERT INTO note VALUES (1, 1, '${'x'.repeat(2000)}', '["${'y'.repeat(2000)}"]', x'${'00'.repeat(2000)}', x'${'01'.repeat(2000)}'), (2, 1, 'short', '[1]', x'00', NULL);`);
    const map = `${PERSON_MAP}  note: { fields: { id:, text:, data:, raw:, scan: }, references: { person: { to: person, on: { person_id: id }, as: owned } } }`;
    const session = await openSession(file, map, { limits: { maxValueBytes: 1024 } });
    const { records, notes } = await readAll(session, 'note', [ANN]);
    expect(records.map(({ data }) => data)).toMatchObject([
      { text: null, data: null, raw: null, scan: { bytes: 2000 } },
      { text: 'short', data: [1], raw: 'AA==', scan: null },
    ]);
    expect(notes).toEqual(['text', 'data', 'raw'].map((field) => ({ field, kind: 'too-large', count: 1 })));
  });

  it('of another type than was declared are carried as they are, and noted', async () => {
    const file =
      temporaryDatabase(`${PERSON} CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER, n INTEGER, t TEXT, d DATE, free, big BIGINT);
      INSERT INTO note VALUES (1, 1, 'twelve', x'ff', 'soon', 7, 9223372036854775807);`);
    const map = `${PERSON_MAP}  note: { fields: { id:, n:, t:, d:, free:, big: }, references: { person: { to: person, on: { person_id: id }, as: owned } } }`;
    const { records, notes } = await readAll(await openSession(file, map), 'note', [ANN]);
    expect(records[0]?.data).toMatchObject({ n: 'twelve', t: '\uFFFD', d: 'soon', free: '7', big: '9223372036854775807' });
    expect(notes).toEqual([
      { field: 'n', kind: 'unsupported-type', count: 1 },
      { field: 't', kind: 'invalid-text', count: 1 },
      { field: 'd', kind: 'impossible-date', count: 1 },
    ]);
  });
});

describe('files', () => {
  const CONTENT = Buffer.from(Array.from({ length: 2_500_000 }, (_, index) => (index * 31) % 251));
  const file = temporaryDatabase(
    `${PERSON} CREATE TABLE paper (a TEXT, b INTEGER, person_id INTEGER, scan BLOB, body TEXT, PRIMARY KEY (a, b));`,
    (driver) => {
      const insert = driver.prepare('INSERT INTO paper VALUES (?, ?, 1, ?, ?)');
      insert.run('x', 1, CONTENT, 'é');
      insert.run('x', 2, Buffer.alloc(0), null);
      insert.run('y', 1, null, null);
      insert.run('y', 2, 'text in a BLOB', null);
    },
  );
  const map = `${PERSON_MAP}  paper: { fields: { scan:, body: { type: file } }, references: { person: { to: person, on: { person_id: id }, as: owned } } }`;

  it('come whole, the large ones in slices when they are opened', async () => {
    const { files, done } = await readAll(await openSession(file, map), 'paper', [ANN], { want: 'files' });
    const contents = [];
    for (const each of files) {
      const parts: Uint8Array[] = [];
      for await (const part of each.open()) parts.push(part);
      expect(parts.every((part) => part.length <= 1_048_576)).toBe(true);
      contents.push([
        recordId(each.key),
        each.field,
        each.bytes,
        Buffer.concat(parts).equals(CONTENT) ? 'CONTENT' : Buffer.concat(parts).toString(),
      ]);
    }
    expect(contents).toEqual([
      ['["x","1"]', 'scan', CONTENT.length, 'CONTENT'],
      ['["x","1"]', 'body', 2, 'é'],
      ['["x","2"]', 'scan', 0, ''],
      ['["y","2"]', 'scan', 14, 'text in a BLOB'],
    ]);
    expect(done).toEqual({ type: 'done', outcome: 'complete', count: 4, notes: [] });
  });

  it('are referred to by the records', async () => {
    const session = await openSession(file, map);
    const { records } = await readAll(session, 'paper', [ANN]);
    const { files } = await readAll(session, 'paper', [ANN], { want: 'files' });
    expect(records[0]?.data['scan']).toEqual({ file: files[0]?.id, bytes: CONTENT.length });
    expect(records[2]?.data['scan']).toBeNull();
  });

  it('that change while they are read are a fault', async () => {
    const changing = temporaryDatabase(`${PERSON} CREATE TABLE paper (id INTEGER PRIMARY KEY, person_id INTEGER, scan BLOB);
      INSERT INTO paper VALUES (1, 1, zeroblob(100000));`);
    const session = await openSession(
      changing,
      `${PERSON_MAP}  paper: { fields: { id:, scan: }, references: { person: { to: person, on: { person_id: id }, as: owned } } }`,
    );
    const { files } = await readAll(session, 'paper', [{ collection: 'paper', key: [1] }], { want: 'files' });
    const { default: SqliteDriver } = await import('better-sqlite3');
    new SqliteDriver(changing).exec('DELETE FROM paper').close();
    const reading = files[0]?.open()[Symbol.asyncIterator]();
    await expect(reading?.next()).rejects.toMatchObject({ errorClass: 'contract', collection: 'paper' });
  });

  it('of a collection without any are none', async () => {
    const { done } = await readAll(await openSession(file, map), 'person', [ANN], { want: 'files' });
    expect(done).toMatchObject({ outcome: 'empty', count: 0 });
  });
});

describe('views and odd keys', () => {
  it('are read where the data map names a key', async () => {
    const file =
      temporaryDatabase(`${PERSON} CREATE TABLE raw (pid INTEGER, at DATE, what TEXT); INSERT INTO raw VALUES (1, '2024-01-02', 'b'), (1, '2024-01-01', 'a'), (2, '2024-01-01', 'c');
      CREATE VIEW visit AS SELECT pid, at, upper(what) AS what FROM raw;`);
    const map = `${PERSON_MAP}  visit: { key: [pid, at], fields: { pid:, at:, what: }, references: { person: { to: person, on: { pid: id }, as: owned } } }`;
    const { records } = await readAll(await openSession(file, map), 'visit', [ANN]);
    expect(records.map(({ key, data }) => [key, data['what']])).toEqual([
      [[1, '2024-01-01'], 'A'],
      [[1, '2024-01-02'], 'B'],
    ]);
  });

  it('are refused where the key a view is given is none', async () => {
    const file = temporaryDatabase(
      `${PERSON} CREATE TABLE raw (pid INTEGER, what TEXT); INSERT INTO raw VALUES (1, 'a'), (1, 'b'); CREATE VIEW visit AS SELECT * FROM raw;`,
    );
    const map = `${PERSON_MAP}  visit: { key: [pid], fields: { pid: }, references: { person: { to: person, on: { pid: id }, as: owned } } }`;
    await expect(readAll(await openSession(file, map), 'visit', [ANN])).rejects.toMatchObject({
      errorClass: 'contract',
      message: 'Several rows of "visit" have the same pid, so they cannot be told apart.',
    });
  });

  it('are read on after keys of any type', async () => {
    for (const [type, values] of [
      ['REAL', '0.5, 1.5'],
      ['NUMERIC', '1, 2'],
      ['BIGINT', '9223372036854775806, 9223372036854775807'],
      ['BINARY(2)', "x'0001', x'0002'"],
      ['TEXT COLLATE NOCASE', "'a', 'B'"],
      ['', "1, 'x'"],
      ['BOOLEAN', '0, 1'],
    ] as const) {
      const [first = '', second = ''] = values.split(', ');
      const file = temporaryDatabase(
        `${PERSON} CREATE TABLE thing (k ${type} PRIMARY KEY, person_id INTEGER); INSERT INTO thing VALUES (${first}, 1), (${second}, 1);`,
      );
      const session = await openSession(
        file,
        `${PERSON_MAP}  thing: { fields: { k: }, references: { person: { to: person, on: { person_id: id }, as: owned } } }`,
      );
      const { records } = await readAll(session, 'thing', [ANN]);
      const rest = await readAll(session, 'thing', [ANN], { resume: { pass: 0, after: [...(records[0]?.key ?? [])] } });
      expect(ids(rest)).toEqual([recordId(records[1]?.key ?? [])]);
      const own = await readAll(session, 'thing', [{ collection: 'thing', key: records[1]?.key ?? [] }]);
      expect(ids(own)).toEqual(ids(rest));
    }
  });

  it('join numbers kept as text by what stands there', async () => {
    const file =
      temporaryDatabase(`${PERSON} CREATE TABLE meta (id INTEGER PRIMARY KEY, owner TEXT); INSERT INTO meta VALUES (1, '1'), (2, '01'), (3, '1x'), (4, NULL);
      CREATE TABLE tag (id INTEGER PRIMARY KEY, meta_id TEXT); INSERT INTO tag VALUES (1, '1'), (2, '2');`);
    const map = `${PERSON_MAP}  meta: { fields: { id: }, references: { person: { to: person, on: { owner: id }, as: owned } } }
  tag: { fields: { id: }, references: { meta: { to: meta, on: { meta_id: id }, as: owned } } }`;
    const session = await openSession(file, map);
    expect(ids(await readAll(session, 'meta', [ANN]))).toEqual(['1']);
    expect(ids(await readAll(session, 'tag', [ANN]))).toEqual(['1']);
  });
});
