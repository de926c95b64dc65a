import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { ConnectorError } from '@habeas/connector-sdk';
import type { TestDatabase, TestUser } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { ask } from '../test/ask.js';
import { collect, open, statement } from '../test/connect.js';

describeWithServer('mariadb', 'a database', (server) => {
  let admin: TestDatabase;
  let reader: TestUser;

  beforeAll(async () => {
    admin = await server.createDatabase('open');
    await admin.run(
      "CREATE TABLE member (id INT PRIMARY KEY, email VARCHAR(100)); CREATE TABLE secret (id INT, email VARCHAR(100)); INSERT INTO member VALUES (1, 'ann@example.org')",
    );
    reader = await server.createUser({ database: admin.name, grants: [`SELECT ON ${admin.name}.member`] });
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

  it('tells its product and version', async () => {
    const database = await open(reader.url);
    expect(database.system).toMatch(/^MariaDB \d+\.\d+\.\d+$/);
    expect(database).toMatchObject({ product: 'mariadb', defaultSchema: admin.name });
    await database.close();
  });

  it.each([
    ['auth', 'a wrong password', (): Promise<ConnectorError> => faultOf(wrongPassword())],
    ['permission', 'a database that is not the account’s', (): Promise<ConnectorError> => faultOf(elsewhere())],
    ['not-found', 'a database that does not exist', (): Promise<ConnectorError> => faultOf(`${server.url}nowhere`)],
    ['transient', 'a port nobody listens on', (): Promise<ConnectorError> => faultOf('mysql://a:b@127.0.0.1:1/c')],
    [
      'permission',
      'a table that is not the account’s',
      (): Promise<ConnectorError> => faultOf(reader.url, 'SELECT id FROM secret'),
    ],
    ['not-found', 'a table that does not exist', (): Promise<ConnectorError> => faultOf(admin.url, 'SELECT id FROM nowhere')],
    ['contract', 'a column that does not exist', (): Promise<ConnectorError> => faultOf(admin.url, 'SELECT nothing FROM member')],
    ['contract', 'a statement that is none', (): Promise<ConnectorError> => faultOf(admin.url, 'SELECT FROM')],
  ])('fails with class %s: %s', async (errorClass, _what, fault) => {
    expect((await fault()).errorClass).toBe(errorClass);
  });

  it('tells of a fault without account, host, statement or values', async () => {
    const faults = [
      await faultOf(wrongPassword()),
      await faultOf(reader.url, "SELECT id FROM secret WHERE id = 'ann@example.org'"),
      await faultOf(admin.url, "SELECT 'ann@example.org' FROM nowhere"),
    ];
    const told = faults.map((fault) => `${inspect(fault)} ${String(fault.remedy)}`).join('\n');
    for (const text of [reader.name, reader.password, '127.0.0.1', 'ann@example.org', 'SELECT id'])
      expect(told).not.toContain(text);
  });

  it('says that it has no free connection as a reason to try again', async () => {
    await ask(server.url, `ALTER USER ${reader.name}@'%' WITH MAX_USER_CONNECTIONS 1`);
    const first = await open(reader.url);
    try {
      expect((await faultOf(reader.url)).errorClass).toBe('throttle');
    } finally {
      await first.close();
      await ask(server.url, `ALTER USER ${reader.name}@'%' WITH MAX_USER_CONNECTIONS 0`);
    }
  });

  it.each([
    'DELETE FROM member',
    "UPDATE member SET email = 'x'",
    'INSERT INTO member VALUES (2, NULL)',
    'CREATE TABLE other (id INT)',
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
    await expect(database.query(statement('SELECT 1'))).rejects.toThrow('closed');
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
      const grants = [`SELECT ON ${admin.name}.*`, `SELECT (id), SHOW VIEW ON ${admin.name}.member`, 'PROCESS ON *.*'];
      expect(await proofWith(...grants)).toEqual({ level: 'proved', excess: [] });
    });

    it('but for rights on the server, a schema, a table or a column, which it names', async () => {
      const name = admin.name;
      const grants = [`SELECT, DELETE ON ${name}.*`, `INSERT ON ${name}.member`, `SELECT (id), UPDATE (email) ON ${name}.secret`, 'FILE ON *.*']; // prettier-ignore
      expect(await proofWith(...grants)).toEqual({
        level: 'session',
        excess: expect.arrayContaining([
          `DELETE on ${name}.*`,
          `INSERT on ${name}.member`,
          `UPDATE on ${name}.secret`,
          'FILE on *.*',
        ]),
      });
    });

    it('but for everything an administrator may', async () => {
      const database = await open(admin.url);
      const { level, excess } = await database.readOnlyProof();
      await database.close();
      expect(level).toBe('session');
      expect(excess).toEqual(expect.arrayContaining(['ALL PRIVILEGES on *.*', 'GRANT OPTION on *.*']));
    });

    it('but for rights of roles it could take on', async () => {
      const role = `role_of_${admin.name}`;
      await ask(server.url, `CREATE ROLE ${role}`);
      await ask(server.url, `GRANT DELETE ON ${admin.name}.member TO ${role}`);
      try {
        const proof = await proofWith(`SELECT ON ${admin.name}.*`, role);
        expect(proof).toEqual({ level: 'session', excess: [`DELETE on ${admin.name}.member`] });
      } finally {
        await ask(server.url, `DROP ROLE ${role}`);
      }
    });
  });
});
