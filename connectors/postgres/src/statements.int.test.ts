import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { SqlDatabase } from '@habeas/sql-engine';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { ask, running, until } from '../test/ask.js';
import { collect, open, statement } from '../test/connect.js';

const ALL = statement('SELECT id, word FROM numbers WHERE id > $1 ORDER BY id', 0);
const SLOW = statement('SELECT pg_sleep($1) AS slept', 30);

describeWithServer('postgres', 'statements', (server) => {
  let admin: TestDatabase;
  let database: SqlDatabase;
  let abort: AbortController;

  beforeAll(async () => {
    admin = await server.createDatabase('statements');
    await admin.run(
      "CREATE TABLE numbers (id int PRIMARY KEY, word text); INSERT INTO numbers SELECT n, repeat('word ', 30) FROM generate_series(1, 100000) AS n",
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
  const connectionsOf = async (): Promise<number> => {
    const ours = "datname = $1 AND application_name = 'habeas'";
    return Number((await ask(server.url, `SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${ours}`, admin.name))[0]!['n']);
  };

  it('deliver every row once, in order, in batches of at most 500', async () => {
    const sizes: number[] = [];
    let inOrder = 0;
    for await (const batch of database.stream(ALL)) {
      sizes.push(batch.length);
      for (const { id } of batch) if (id === inOrder + 1) inOrder += 1;
    }
    expect(inOrder).toBe(100_000);
    expect(Math.max(...sizes)).toBe(500);
  });

  it('wait for a slow reader', async () => {
    const stream = database.stream(ALL)[Symbol.asyncIterator]();
    const first = await stream.next();
    let rows = first.done === true ? 0 : first.value.length;
    await until(async () => {
      const [row] = await ask(server.url, "SELECT wait_event FROM pg_stat_activity WHERE datname = $1 AND query LIKE '%numbers%' AND application_name = 'habeas'", admin.name); // prettier-ignore
      return row?.['wait_event'] === 'ClientRead';
    });
    for (let next = await stream.next(); next.done !== true; next = await stream.next()) rows += next.value.length;
    expect(rows).toBe(100_000);
  });

  it('give their connection back once everything has come, whether or not it is read', async () => {
    const few = statement('SELECT id FROM numbers WHERE id <= $1 ORDER BY id', 3);
    const [one, other] = [few, few].map((each) => database.stream(each)[Symbol.asyncIterator]());
    await expect(one!.next()).resolves.toMatchObject({ value: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    await expect(other!.next()).resolves.toMatchObject({ value: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    await expect(Promise.all([one!.next(), other!.next()])).resolves.toEqual([{ done: true }, { done: true }]);
  });

  it('weigh little in one batch when their rows are large', async () => {
    const large = statement('SELECT repeat($1, 1000000) AS word FROM generate_series(1, 60)', 'x');
    const sizes: number[] = [];
    for await (const batch of database.stream(large)) sizes.push(batch.length);
    expect(sizes.slice(1).every((size) => size <= 2)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(60);
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
      const slowly = 'SELECT id, pg_sleep(0.5) AS slept FROM numbers WHERE id <= $1';
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
    expect(await database.query(statement('SELECT id FROM numbers WHERE id <= $1', 1_000), 1_000)).toHaveLength(1_000);
  });

  it('fail where row-level security would hide rows, instead of returning some', async () => {
    await admin.run(`
      CREATE TABLE guarded (id int); INSERT INTO guarded VALUES (1), (2);
      ALTER TABLE guarded ENABLE ROW LEVEL SECURITY; CREATE POLICY one ON guarded USING (id = 1)`);
    const reader = await server.createUser({ database: admin.name, grants: ['SELECT ON guarded'] });
    const guarded = await open(reader.url);
    await expect(guarded.query(statement('SELECT id FROM guarded'))).rejects.toMatchObject({ errorClass: 'permission' });
    await guarded.close();
    await reader.drop();
  });

  it('can be asked while any number of streams is being read', async () => {
    const follow = async (): Promise<number> => {
      let rows = 0;
      for await (const [first] of database.stream(ALL)) {
        const found = await database.query(statement('SELECT id FROM numbers WHERE id = $1', Number(first!['id'])));
        rows += found.length;
        if (rows === 3) break;
      }
      return rows;
    };
    expect(await Promise.all([follow(), follow(), follow(), follow()])).toEqual([3, 3, 3, 3]);
  });

  it('use no more connections than were configured', async () => {
    await Promise.all(Array.from({ length: 6 }, () => database.query(statement('SELECT pg_sleep(0.1) AS slept'))));
    expect(await connectionsOf()).toBe(2);
  });

  it('fail as transient when their connection is cut, and work again on a new one', async () => {
    const stream = database.stream(ALL)[Symbol.asyncIterator]();
    await stream.next();
    const ours = "datname = $1 AND application_name = 'habeas'";
    await ask(server.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${ours}`, admin.name);
    await expect(drain(stream)).rejects.toMatchObject({ errorClass: 'transient' });
    expect(await database.query(statement('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  async function drain(stream: AsyncIterator<unknown>): Promise<void> {
    for (let next = await stream.next(); next.done !== true; next = await stream.next());
  }
});
