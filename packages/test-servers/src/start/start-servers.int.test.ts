import { afterEach, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToServer } from '../admin/connect.js';
import { describeWithPrivateServer } from '../jest/describe-with-server.js';
import { SERVER_NAMES } from '../server-name.js';
import { withEnvironment } from '../../test/with-environment.js';
import { startServers, type RunningServers } from './start-servers.js';

const VARIABLES = { mariadb: 'HABEAS_TEST_MARIADB_URL', postgres: 'HABEAS_TEST_POSTGRES_URL' } as const;

const homes = (): readonly string[] => readdirSync(tmpdir()).filter((name) => /^habeas-(?:mariadb|postgres)-/.test(name));

for (const name of SERVER_NAMES) {
  describeWithPrivateServer(name, `${name} of this machine`, () => {
    let running: RunningServers | undefined;
    afterEach(() => running?.stop());

    it('is started, used and stopped, and leaves nothing behind', async () => {
      const before = homes();
      running = await withEnvironment({ [VARIABLES[name]]: undefined }, () => startServers({ names: [name] }));
      const found = running.servers[name];
      if (!('url' in found)) throw new Error(found.unavailable);
      expect(found.origin).toBe('started');
      expect(running.environment).toEqual({ [VARIABLES[name]]: found.url });

      const server = connectToServer(name, found.url);
      const database = await server.createDatabase('shop');
      await database.run('CREATE TABLE member (id int PRIMARY KEY); INSERT INTO member VALUES (1)');
      const grants = [name === 'mariadb' ? `SELECT ON ${database.name}.*` : 'SELECT ON member'];
      const reader = await server.createUser({ database: database.name, grants });
      const asReader = { ...connectToServer(name, reader.url), url: reader.url };
      await expect(asReader.createDatabase('other')).rejects.toThrow();
      const nobody = await server.createUser();
      await nobody.drop();
      await reader.drop();
      await database.drop();
      const own = homes().filter((home) => !before.includes(home));
      expect(own).not.toEqual([]);
      await running.stop();
      // Other servers of this machine come and go meanwhile: one of these is ours
      expect(homes().filter((home) => own.includes(home)).length).toBeLessThan(own.length);
    });
  });

  describeWithPrivateServer(name, `a private ${name}`, (start) => {
    it('has the files and the arguments it was given', async () => {
      const text = 'for the server only';
      const setting = name === 'mariadb' ? '--max-connections=17' : '--max_connections=17';
      const server = await start({ files: { note: text }, arguments: () => [setting] });
      const database = await connectToServer(name, server.url).createDatabase('files');
      await database.drop();
      await server.stop();
      await expect(connectToServer(name, server.url).createDatabase('files')).rejects.toThrow();
    });

    it('tells the end of its log when it cannot start', async () => {
      await expect(start({ arguments: () => ['--no-such-argument=1'] })).rejects.toThrow(
        /ended while it was being started[^]*no.such.argument/,
      );
    });
  });
}
