import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { ConnectorError } from '@habeas/connector-sdk';
import type { TestDatabase, TestUser } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { ask } from '../test/ask.js';
import { collect, open, statement } from '../test/connect.js';

describeWithServer('postgres', 'a database', (server) => {
  let admin: TestDatabase;
  let reader: TestUser;

  beforeAll(async () => {
    admin = await server.createDatabase('open');
    await admin.run(`
      CREATE TABLE member (id int PRIMARY KEY, email text); CREATE TABLE secret (id int, email text);
      INSERT INTO member VALUES (1, 'ann@example.org')`);
    reader = await server.createUser({ database: admin.name, grants: ['SELECT ON member'] });
  });
  afterAll(async () => {
    await reader.drop();
    await admin.drop();
  });

  async function faultOf(url: string, text?: string): Promise<ConnectorError> {
    try {
      const database = await open(url);
      try {
        await database.query(statement(text ?? 'SELECT 1 AS one'));
      } finally {
        await database.close();
      }
    } catch (error) {
      if (error instanceof ConnectorError) return error;
      throw error;
    }
    throw new Error('It went well.');
  }

  const wrongPassword = (): string => reader.url.replace(reader.password, 'wrong');
  const elsewhere = (): string => reader.url.replace(`/${admin.name}`, '/nowhere');
  const closedPort = 'postgres://a:b@127.0.0.1:1/c';

  it('tells its product and version', async () => {
    const database = await open(reader.url);
    expect(database.system).toMatch(/^PostgreSQL \d+\.\d+$/);
    expect(database).toMatchObject({ product: 'postgres', defaultSchema: 'public' });
    await database.close();
  });

  it.each([
    ['auth', 'a wrong password', (): Promise<ConnectorError> => faultOf(wrongPassword())],
    ['not-found', 'a database that does not exist', (): Promise<ConnectorError> => faultOf(elsewhere())],
    ['transient', 'a port nobody listens on', (): Promise<ConnectorError> => faultOf(closedPort)],
    [
      'permission',
      'a table that is not the account’s',
      (): Promise<ConnectorError> => faultOf(reader.url, 'SELECT id FROM secret'),
    ],
    ['not-found', 'a table that does not exist', (): Promise<ConnectorError> => faultOf(admin.url, 'SELECT id FROM nowhere')],
    ['contract', 'a column that does not exist', (): Promise<ConnectorError> => faultOf(admin.url, 'SELECT nothing FROM member')],
    ['contract', 'a statement that is none', (): Promise<ConnectorError> => faultOf(admin.url, 'SELECT FROM WHERE')],
  ])('fails with class %s: %s', async (errorClass, _what, fault) => {
    expect((await fault()).errorClass).toBe(errorClass);
  });

  it('tells of a fault without account, host, statement or values', async () => {
    const faults = [
      await faultOf(wrongPassword()),
      await faultOf(reader.url, "SELECT id FROM secret WHERE email = 'ann@example.org'"),
      await faultOf(admin.url, "SELECT CAST('ann@example.org' AS int)"),
    ];
    const told = faults.map((fault) => `${inspect(fault)} ${String(fault.remedy)}`).join('\n');
    for (const text of [reader.name, reader.password, '127.0.0.1', 'ann@example.org', 'SELECT id'])
      expect(told).not.toContain(text);
  });

  it('says that it has no free connection as a reason to try again', async () => {
    await ask(server.url, `ALTER ROLE ${reader.name} CONNECTION LIMIT 1`);
    const first = await open(reader.url);
    try {
      expect((await faultOf(reader.url)).errorClass).toBe('throttle');
    } finally {
      await first.close();
      await ask(server.url, `ALTER ROLE ${reader.name} CONNECTION LIMIT -1`);
    }
  });

  it.each([
    'DELETE FROM member',
    "UPDATE member SET email = 'x'",
    'INSERT INTO member VALUES (2, NULL)',
    'WITH gone AS (DELETE FROM member RETURNING id) SELECT id FROM gone',
    'CREATE TABLE other (id int)',
    'DROP TABLE member',
    'TRUNCATE member',
    'SELECT id FROM member; DELETE FROM member',
  ])('refuses to write, even for an account that may: %s', async (text) => {
    const database = await open(admin.url);
    try {
      await expect(database.query(statement(text))).rejects.toMatchObject({ errorClass: 'contract' });
      await expect(collect(database.stream(statement(text)))).rejects.toMatchObject({ errorClass: 'contract' });
    } finally {
      await database.close();
    }
    expect(await ask(admin.url, 'SELECT * FROM member')).toEqual([{ id: 1, email: 'ann@example.org' }]);
  });

  it('can be closed twice, and is refused afterwards', async () => {
    const database = await open(reader.url);
    await database.close();
    await database.close();
    await expect(database.query(statement('SELECT 1'))).rejects.toThrow();
  });

  it('does not begin to connect for a search that was cancelled', async () => {
    await expect(open(reader.url, {}, AbortSignal.abort())).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  describe('proves that it is read-only', () => {
    const proofWith = async (...grants: readonly string[]): Promise<unknown> => {
      const user = await server.createUser({ database: admin.name, grants });
      const database = await open(user.url);
      try {
        return await database.readOnlyProof();
      } finally {
        await database.close();
        await user.drop();
      }
    };

    it('for an account that may only select', async () => {
      expect(await proofWith('SELECT ON ALL TABLES IN SCHEMA public', 'SELECT (id) ON secret')).toEqual({
        level: 'proved',
        excess: [],
      });
    });

    it('but for rights on tables, columns, schemas and the database, which it names', async () => {
      const grants = [
        'INSERT, DELETE ON member',
        'UPDATE (email) ON secret',
        'CREATE ON SCHEMA public',
        `CREATE ON DATABASE ${admin.name}`,
      ];
      expect(await proofWith(...grants)).toEqual({
        level: 'session',
        excess: [
          'CREATE on database',
          'CREATE on schema public',
          'DELETE on public.member',
          'INSERT on public.member',
          'UPDATE on public.secret',
        ],
      });
    });

    it('but for rights of roles it could take on', async () => {
      const role = `role_of_${admin.name}`;
      await admin.run(`CREATE ROLE ${role}; GRANT TRUNCATE ON member TO ${role}`);
      try {
        expect(await proofWith(role)).toEqual({ level: 'session', excess: ['TRUNCATE on public.member'] });
      } finally {
        await admin.run(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
      }
    });

    it('but for functions that run with their owner’s rights, sequences and what it owns', async () => {
      await admin.run(`
        CREATE SEQUENCE counter; CREATE TABLE owned (id int);
        CREATE FUNCTION act(what text) RETURNS void LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`);
      const owner = await server.createUser({ database: admin.name, grants: ['USAGE ON SEQUENCE counter'] });
      await admin.run(`ALTER TABLE owned OWNER TO ${owner.name}`);
      const database = await open(owner.url);
      const { excess } = await database.readOnlyProof();
      await database.close();
      expect(excess).toEqual([
        'EXECUTE on act(text) (SECURITY DEFINER)',
        'USAGE on sequence public.counter',
        'ownership of public.owned',
      ]);
      await admin.run('DROP FUNCTION act(text); DROP TABLE owned; DROP SEQUENCE counter');
      await owner.drop();
    });

    it('but for everything an administrator may', async () => {
      const database = await open(admin.url);
      const { level, excess } = await database.readOnlyProof();
      await database.close();
      expect(level).toBe('session');
      expect(excess).toContain('SUPERUSER (attribute of the role)');
    });
  });
});
