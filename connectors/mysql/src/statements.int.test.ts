import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { SqlDatabase } from '@habeas/sql-engine';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { ask, running, until } from '../test/ask.js';
import { collect, open, statement } from '../test/connect.js';

const ALL = statement('SELECT id, word FROM numbers WHERE id > ? ORDER BY id', 0);
const SLOW = statement('SELECT SLEEP(?) AS slept', 30);

describeWithServer('mariadb', 'statements', (server) => {
  let admin: TestDatabase;
  let database: SqlDatabase;
  let abort: AbortController;

  beforeAll(async () => {
    admin = await server.createDatabase('statements');
    await admin.run(
      "CREATE TABLE numbers (id INT PRIMARY KEY, word VARCHAR(200)); INSERT INTO numbers SELECT seq, REPEAT('word ', 30) FROM seq_1_to_100000",
    );
  });
  afterAll(() => admin.drop());

  beforeEach(async () => {
    abort = new AbortController();
    database = await open(admin.url, { connections: 2, statementTimeoutSeconds: 1 }, abort.signal);
  });
  afterEach(async () => {
    await database.close();
    await expectQuiet();
  });

  const expectQuiet = (): Promise<void> => until(async () => (await running(server.url, admin.name)) === 0);
  const connectionsOf = async (): Promise<number> =>
    Number((await ask(server.url, 'SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE DB = ?', admin.name))[0]!['n']);

  it('deliver every row once, in order, in batches of at most 250', async () => {
    const sizes: number[] = [];
    let inOrder = 0;
    for await (const batch of database.stream(ALL)) {
      sizes.push(batch.length);
      for (const { id } of batch) if (id === inOrder + 1) inOrder += 1;
    }
    expect(inOrder).toBe(100_000);
    expect(Math.max(...sizes)).toBe(250);
  });

  it('wait for a slow reader', async () => {
    const stream = database.stream(ALL)[Symbol.asyncIterator]();
    await stream.next();
    await until(async () => {
      const [row] = await ask(server.url, 'SELECT STATE AS state FROM information_schema.PROCESSLIST WHERE DB = ? AND COMMAND = ?', admin.name, 'Query'); // prettier-ignore
      return /^(?:Writing to net|Sending data)$/.test(String(row?.['state']));
    });
    let rows = 250;
    for (let next = await stream.next(); next.done !== true; next = await stream.next()) rows += next.value.length;
    expect(rows).toBe(100_000);
  });

  it('give their connection back once everything has come, whether or not it is read', async () => {
    const few = statement('SELECT id FROM numbers WHERE id <= ? ORDER BY id', 3);
    const [one, other] = [few, few].map((each) => database.stream(each)[Symbol.asyncIterator]());
    await expect(one!.next()).resolves.toMatchObject({ value: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    await expect(other!.next()).resolves.toMatchObject({ value: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    await expect(Promise.all([one!.next(), other!.next()])).resolves.toEqual([{ done: true }, { done: true }]);
  });

  it('are ended on the server when the reader leaves', async () => {
    for await (const batch of database.stream(ALL)) if (batch.length > 0) break;
    await expectQuiet();
    expect(await collect(database.stream(statement('SELECT 1 AS one')))).toEqual([{ one: 1 }]);
  });

  it.each([
    ['a stream that nobody reads', (): Promise<unknown> => idleStream()],
    ['a query that computes', (): Promise<unknown> => database.query(SLOW)],
    ['a stream that computes', (): Promise<unknown> => collect(database.stream(SLOW))],
  ])('are ended on the server when the search is cancelled: %s', async (_what, begin) => {
    const work = begin();
    const outcome = expect(work).rejects.toMatchObject({ errorClass: 'aborted' });
    await until(async () => (await running(server.url, admin.name)) === 1);
    abort.abort();
    await outcome;
    await until(async () => (await connectionsOf()) <= 1);
  });

  async function idleStream(): Promise<unknown> {
    const stream = database.stream(ALL)[Symbol.asyncIterator]();
    await stream.next();
    await new Promise((resolve) => {
      abort.signal.addEventListener('abort', resolve);
    });
    return stream.next();
  }

  it('do not begin after the search was cancelled', async () => {
    abort.abort();
    await expect(database.query(SLOW)).rejects.toMatchObject({ errorClass: 'aborted' });
    await expect(collect(database.stream(ALL))).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('give up waiting for a free connection when the search is cancelled', async () => {
    const works = [database.query(SLOW), database.query(SLOW), database.query(SLOW)];
    const outcomes = Promise.all(works.map((work) => expect(work).rejects.toMatchObject({ errorClass: 'aborted' })));
    await until(async () => (await running(server.url, admin.name)) === 2);
    abort.abort();
    await outcomes;
  });

  it('are ended by the server when they take too long', async () => {
    await expect(database.query(SLOW)).rejects.toMatchObject({ errorClass: 'quota' });
    expect(await database.query(statement('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  it('may stream for longer than one statement may take, and not for ever', async () => {
    const patient = await open(admin.url, { statementTimeoutSeconds: 1, streamTimeoutSeconds: 3 });
    try {
      const slowly = 'SELECT id, SLEEP(0.5) AS slept FROM numbers WHERE id <= ?';
      expect(await collect(patient.stream(statement(slowly, 4)))).toHaveLength(4);
      await expect(patient.query(statement(slowly, 4))).rejects.toMatchObject({ errorClass: 'quota' });
      await expect(collect(patient.stream(statement(slowly, 50)))).rejects.toMatchObject({ errorClass: 'quota' });
    } finally {
      await patient.close();
    }
  });

  it('refuse more rows than were expected', async () => {
    await expect(database.query(ALL, 1_000)).rejects.toMatchObject({ errorClass: 'contract' });
    await expect(database.query(ALL)).rejects.toThrow('more than 10000 rows');
    expect(await database.query(statement('SELECT id FROM numbers WHERE id <= ?', 1_000), 1_000)).toHaveLength(1_000);
  });

  it('are not cut short by limits of the server', async () => {
    const [before] = await ask(server.url, 'SELECT @@global.sql_select_limit AS value');
    await ask(server.url, 'SET GLOBAL sql_select_limit = 10');
    try {
      const limited = await open(admin.url);
      expect(await limited.query(statement('SELECT id FROM numbers WHERE id <= 100'))).toHaveLength(100);
      await limited.close();
    } finally {
      await ask(server.url, `SET GLOBAL sql_select_limit = ${String(before!['value'])}`);
    }
  });

  it('can be asked while any number of streams is being read', async () => {
    const follow = async (): Promise<number> => {
      let rows = 0;
      for await (const [first] of database.stream(ALL)) {
        const found = await database.query(statement('SELECT id FROM numbers WHERE id = ?', Number(first!['id'])));
        rows += found.length;
        if (rows === 3) break;
      }
      return rows;
    };
    expect(await Promise.all([follow(), follow(), follow(), follow()])).toEqual([3, 3, 3, 3]);
  });

  it('use no more connections than were configured', async () => {
    await Promise.all(Array.from({ length: 6 }, () => database.query(statement('SELECT SLEEP(0.1) AS slept'))));
    expect(await connectionsOf()).toBe(2);
  });

  it('fail as transient when their connection is cut, and work again on a new one', async () => {
    const stream = database.stream(ALL)[Symbol.asyncIterator]();
    await stream.next();
    const [process] = await ask(server.url, 'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = ?', admin.name);
    await ask(server.url, `KILL ${String(process!['id'])}`);
    await expect(drain(stream)).rejects.toMatchObject({ errorClass: 'transient' });
    expect(await database.query(statement('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  async function drain(stream: AsyncIterator<unknown>): Promise<void> {
    for (let next = await stream.next(); next.done !== true; next = await stream.next());
  }
});
